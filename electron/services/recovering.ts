import { basename } from 'node:path';
import type { Notice } from '../../core/base/notice.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type { ReplyOf } from '../../core/bridge/contract.ts';
import type { OpenSource, Recoverable } from '../../core/bridge/drafts.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import { noTitle, titleOf } from '../files/draft-title.ts';
import { failed, failedFile, writeFailure } from '../files/failures.ts';
import { Keyring, unlockedFiles } from '../files/keyring.ts';
import {
  endSession,
  findUnsaved,
  isPartlyShut,
  isSessionLocked,
  listUnsaved,
  type Unsaved,
  unlockSession,
} from '../files/sessions.ts';
import { tidySessions } from '../files/tidy.ts';
import type { Begin, HeldDrafts } from './held-drafts.ts';
import type { Opening } from './opening.ts';
import type { Page } from './world.ts';

type RecoverySource = Extract<OpenSource, { from: 'recovery' }>;

/** What earlier sessions left that is in no file. */
export class Recovering {
  readonly #held: HeldDrafts;
  readonly #opening: Opening;
  #tidied: Promise<unknown> = Promise.resolve();
  #recalled: Promise<void> = Promise.resolve();
  /** Keys of a session of which a part is under another password that the draft had, until that one is given too. */
  #halfOpen: { readonly session: string; readonly keys: Keyring } | undefined;

  constructor(held: HeldDrafts, opening: Opening) {
    this.#held = held;
    this.#opening = opening;
  }

  tidy(log: (error: unknown) => void): Promise<void> {
    const tidying = tidySessions(this.#held.files, this.#held.recovery, this.#held.world.ports.now(), log);
    this.#tidied = tidying.then(({ done }) => done).catch(log);
    this.#recalled = tidying.then(({ sessions }) => this.#held.recall(sessions)).catch(log);
    return tidying.then(() => undefined).catch(() => undefined);
  }

  /** Comes back when the recent files are known, those of the sessions too that a failure ended. */
  recalled(): Promise<void> {
    return this.#recalled;
  }

  /** Comes back when the tidying of the start is over. */
  async tidied(): Promise<void> {
    await this.#tidied;
  }

  async recover({ id, password }: RecoverySource, page: Page): Promise<ReplyOf<'draft.open'>> {
    await this.#tidied;
    const found = await findUnsaved(this.#held.files, this.#held.recovery, id);
    if (!found) return failed('not-found');
    const keys = this.#halfOpen?.session === found.session ? this.#halfOpen.keys : new Keyring();
    this.#halfOpen = undefined;
    const unsaved = found.state ? succeed(found) : await this.#unlock(found, keys, password);
    if (!unsaved.ok) return unsaved;
    // What the password showed is in the file already.
    if (!unsaved.value) return this.#opening.openFile(found.owner.target, page, { keys });
    return this.#goOn(unsaved.value, keys, page);
  }

  async #unlock(
    found: Unsaved,
    keys: Keyring,
    password: string | undefined,
  ): Promise<Result<Unsaved | undefined, Failure>> {
    const name = basename(found.owner.target);
    if (password === undefined) return failed('password-needed', { name });
    const shut = await unlockSession(this.#held.files, found, { keys, password });
    const unlocked = shut ? undefined : await this.#findUnlocked(found, keys);
    const isPart = unlocked && !unlocked.state && (await isPartlyShut(this.#held.files, found, keys));
    if (isPart || shut) this.#halfOpen = { session: found.session, keys };
    if (isPart) return failed('wrong-password', { name, earlier: 1 });
    return shut ? failed(shut, { name }) : succeed(unlocked);
  }

  #findUnlocked({ session }: Unsaved, keys: Keyring): Promise<Unsaved | undefined> {
    return findUnsaved(unlockedFiles(this.#held.files, keys), this.#held.recovery, session);
  }

  async #goOn({ state, edits, ...unsaved }: Unsaved, keys: Keyring, page: Page): Promise<ReplyOf<'draft.open'>> {
    const { owner } = unsaved;
    if (!state) return failed('damaged', { name: basename(owner.target) });
    const notices: Notice[] = [{ code: 'file.recovered-edits', severity: 'note', params: { count: edits } }];
    if (state.end !== 'whole') notices.push({ code: 'file.journal-cut', severity: 'warning' });
    const target = { path: owner.target, sha256: owner.targetSha256 };
    const protection = keys.first();
    const file = protection ? { ...state.file, protection } : state.file;
    const deed = { kind: 'recovered', about: { edits } } as const;
    const begin: Begin = { file, target, saved: owner.saved, state: 'recovered', notices, page, keys, deed };
    const opened = await this.#held.begin(begin);
    // Only now are the edits kept safe a second time.
    // What is still shut of it may be more than what was taken over: then it stays on offer.
    const isPart = protection && (await isPartlyShut(this.#held.files, unsaved, keys).catch(() => true));
    if (opened.ok && !isPart) await endSession(this.#held.files, unsaved, 'continued');
    return opened;
  }

  async list(): Promise<readonly Recoverable[]> {
    await this.#held.released();
    const unsaved = await listUnsaved(this.#held.files, this.#held.recovery);
    return unsaved.filter((found) => !this.#hasSaved(found)).map(asRecoverable);
  }

  /** Saved and closed in this run: no power cut came in between, and a file that is gone now was moved by somebody. */
  #hasSaved({ owner, session }: Unsaved): boolean {
    return owner.state !== 'open' && owner.state !== 'closed' && this.#held.sessions.has(session);
  }

  async discard(id: string): Promise<Result<null, Failure>> {
    await Promise.all([this.#held.released(), this.#tidied]);
    const unsaved = await findUnsaved(this.#held.files, this.#held.recovery, id);
    if (!unsaved) return failed('not-found');
    if (await isSessionLocked(this.#held.files, unsaved))
      return failed('in-use', { name: basename(unsaved.owner.target) });
    try {
      await endSession(this.#held.files, unsaved, 'discarded');
      return succeed(null);
    } catch (error) {
      return failedFile(writeFailure(error), unsaved.owner.target);
    }
  }
}

/** Named by its last words: somebody who had just written the title looks for that one, not for the template's. */
function asRecoverable({ session, owner, state, edits, lastEditAt }: Unsaved): Recoverable {
  const name = owner.target === '' ? '' : basename(owner.target);
  if (!state) return { id: session, title: noTitle, name, edits, lastEditAt, isLocked: true };
  return { id: session, title: titleOf(state.file.draft), name, edits, lastEditAt };
}
