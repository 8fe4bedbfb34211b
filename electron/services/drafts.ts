import { basename, dirname, join } from 'node:path';
import type { Notice } from '../../core/base/notice.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type {
  Failure,
  OpenedDraft,
  OpenSource,
  Recoverable,
  ReplyOf,
  RequestOf,
  SaveTarget,
} from '../../core/bridge/contract.ts';
import type { Draft } from '../../core/draft/types.ts';
import type { ChainPoint } from '../../core/file/chain.ts';
import { linkedFile } from '../files/atomic-write.ts';
import { createFromTemplate, readDraftFile, type Unlocking } from '../files/documents.ts';
import { lockDraft } from '../files/draft-lock.ts';
import type { OpenDraft, Target } from '../files/draft-session.ts';
import { failed, failedFile, writeFailure } from '../files/failures.ts';
import type { FileSystem } from '../files/file-system.ts';
import { createHistory } from '../files/history.ts';
import { Keyring, unlockedFiles } from '../files/keyring.ts';
import { beginDraft } from '../files/open-draft.ts';
import type { DraftFile } from '../files/package-file.ts';
import { recentPath, rememberRecent } from '../files/recent.ts';
import { beginSession, draftFolder, type SessionFolder } from '../files/session-folder.ts';
import {
  endSession,
  findUnsaved,
  isSessionLocked,
  listUnsaved,
  proveSessions,
  type Unsaved,
  unlockSession,
} from '../files/sessions.ts';
import { tidySessions, tidyTemporaries } from '../files/tidy.ts';
import { readSettings } from '../settings/settings.ts';
import { wordsOf } from '../templates/templates.ts';
import { listedPath } from './browse.ts';
import { createOutside, type Outside } from './outside.ts';
import { protectDraft } from './protect-draft.ts';
import { chooseTarget, copyTarget, type ResolvedTarget } from './save-target.ts';
import { createVersions, type Versions } from './versions.ts';
import type { Page, World } from './world.ts';

/** The drafts that are open in this shell. */
export interface Drafts {
  create(request: RequestOf<'draft.create'>, page: Page): Promise<ReplyOf<'draft.create'>>;
  open(source: OpenSource, page: Page): Promise<ReplyOf<'draft.open'>>;
  append(request: RequestOf<'draft.append'>): Promise<ReplyOf<'draft.append'>>;
  save(request: RequestOf<'draft.save'>): Promise<ReplyOf<'draft.save'>>;
  protect(request: RequestOf<'draft.protect'>): Promise<ReplyOf<'draft.protect'>>;
  close(request: RequestOf<'draft.close'>): Promise<ReplyOf<'draft.close'>>;
  readonly versions: Versions;
  readonly outside: Outside;
  /** The open draft of a handle. */
  draftOf(handle: string): OpenDraft | undefined;
  listRecoverable(): Promise<readonly Recoverable[]>;
  discardRecoverable(id: string): Promise<Result<null, Failure>>;
  offer(path: string): { readonly id: string; readonly name: string };
  /**
   * Tidies what earlier runs left. Comes back when it is known what that is, before the first draft is opened; the work itself
   * goes on in the background, and only what takes hold of an old session waits for it.
   */
  tidyAfterStart(log: (error: unknown) => void): Promise<void>;
  /** Closes what a page that has gone had open, as if the machine had ended it: nothing of its edits is given up. */
  release(page: Page): Promise<void>;
  closeAll(): Promise<void>;
}

interface Begin {
  readonly file: DraftFile;
  readonly target: Target;
  readonly saved: ChainPoint;
  readonly state: OpenedDraft['state'];
  readonly notices: readonly Notice[];
  readonly page: Page;
  readonly keys: Keyring;
}

interface Held {
  readonly draft: OpenDraft;
  readonly page: Page;
  readonly keys: Keyring;
  /** Folder of the session. */
  readonly folder: string;
}

type RecoverySource = Extract<OpenSource, { from: 'recovery' }>;

const noTarget: Target = { path: '', sha256: '' };

export function createDrafts(files: FileSystem, world: World): Drafts {
  return new DraftTable(files, world);
}

class DraftTable implements Drafts {
  readonly #files: FileSystem;
  readonly #world: World;
  readonly #open = new Map<string, Held>();
  readonly #gone = new WeakSet<Page>();
  /** Comes back when every draft of the pages that went is free. */
  #released: Promise<unknown> = Promise.resolve();
  #tidied: Promise<unknown> = Promise.resolve();
  /** Paths that the system asked to open, by the id under which the page knows them. */
  readonly #offered = new Map<string, string>();

  readonly versions: Versions;
  readonly outside: Outside;

  constructor(files: FileSystem, world: World) {
    this.#files = files;
    this.#world = world;
    this.versions = createVersions(files, world, (draft) => this.#keysOf(draft));
    this.outside = createOutside(files, world, (draft) => this.#keysOf(draft));
  }

  get #data(): string {
    return this.#world.folders.data;
  }

  get #recovery(): string {
    return join(this.#data, 'recovery');
  }

  tidyAfterStart(log: (error: unknown) => void): Promise<void> {
    const tidying = tidySessions(this.#files, this.#recovery, this.#world.ports.now(), log);
    this.#tidied = tidying.then(({ done }) => done).catch(log);
    return tidying.then(() => undefined).catch(() => undefined);
  }

  async create({ template }: RequestOf<'draft.create'>, page: Page): Promise<ReplyOf<'draft.create'>> {
    const { folders, ports } = this.#world;
    const created = await createFromTemplate(folders.resources, template, ports, this.#files);
    if (!created.ok) return created;
    const file = created.value;
    const keys = new Keyring();
    return this.#begin({ file, target: noTarget, saved: file.identity, state: 'new', notices: [], page, keys });
  }

  async open(source: OpenSource, page: Page): Promise<ReplyOf<'draft.open'>> {
    await this.#released;
    if (source.from === 'recovery') await this.#tidied;
    if (source.from === 'recovery') return this.#recover(source, page);
    if (source.from === 'again') return this.#openAgain(source.handle, page);
    const path = await this.#pathOf(source);
    const password = source.from === 'request' ? source.password : undefined;
    return path.ok ? this.#openFile(path.value, page, { keys: new Keyring(), password }) : path;
  }

  async #pathOf(source: Exclude<OpenSource, { from: 'recovery' | 'again' }>): Promise<Result<string, Failure>> {
    switch (source.from) {
      case 'dialog': {
        const chosen = await this.#world.dialogs?.openDraft();
        return chosen === undefined ? failed(this.#world.dialogs ? 'cancelled' : 'bad-request') : succeed(chosen);
      }
      case 'recent':
        return this.#known(await recentPath(this.#files, this.#data, source.id));
      case 'request':
        return this.#known(this.#offered.get(source.id));
      case 'listed':
        return listedPath(this.#files, this.#world, source.folder, source.name);
    }
  }

  /** Theirs in the place of mine: only when mine is all in a file, and theirs can be read. */
  async #openAgain(handle: string, page: Page): Promise<ReplyOf<'draft.open'>> {
    const held = this.#open.get(handle);
    if (!held) return failed('unknown-handle');
    const { draft, keys } = held;
    const { path } = draft.target();
    const isSaved = draft.file().identity.chain === draft.common().point.chain;
    if (path === '' || !isSaved) return failed('bad-request');
    const read = await readDraftFile(path, this.#files, { keys });
    if (!read.ok) return read;
    this.#open.delete(handle);
    await draft.close(false);
    return this.#openFile(path, page, { keys });
  }

  #known(path: string | undefined): Result<string, Failure> {
    return path === undefined ? failed('not-found') : succeed(path);
  }

  async #openFile(named: string, page: Page, unlocking: Unlocking): Promise<ReplyOf<'draft.open'>> {
    const path = await linkedFile(this.#files, named);
    const read = await readDraftFile(path, this.#files, unlocking);
    if (!read.ok) return this.#withWayBack(read.error, path);
    const { file, sha256, isDamaged } = read.value;
    // What could not be read of it is still in the file: it is not written over.
    const target = isDamaged ? noTarget : { path, sha256 };
    const notices: readonly Notice[] = isDamaged
      ? [...read.value.notices, { code: 'file.detached', severity: 'warning' }]
      : read.value.notices;
    const state = isDamaged ? 'recovered' : 'saved';
    const { keys } = unlocking;
    const opened = await this.#begin({ file, target, saved: file.identity, state, notices, page, keys });
    if (!opened.ok) return opened;
    await this.#remember(path, file);
    await this.#tidyBeside(path);
    return this.#withOffer(opened.value, file, keys);
  }

  /** Whoever is asked for a password need not choose the file again. */
  #withWayBack(error: Failure, path: string): Result<never, Failure> {
    const isShut = error.code === 'password-needed' || error.code === 'wrong-password';
    return failed(error.code, isShut ? { name: basename(path), id: this.offer(path).id } : error.params);
  }

  /** Edits of an earlier run are offered beside the file, never put into it unasked. */
  async #withOffer(opened: OpenedDraft, file: DraftFile, keys: Keyring): Promise<ReplyOf<'draft.open'>> {
    const { draftId } = file.identity;
    const [files, view] = [this.#files, unlockedFiles(this.#files, keys)];
    // At the start nobody had the key to see what of a protected draft is in its file.
    const proving =
      file.protection && proveSessions({ files, view }, draftFolder(this.#recovery, draftId), this.#sessions);
    await proving?.catch(() => undefined);
    const own = await listUnsaved(view, this.#recovery, draftId);
    const others = own.filter(({ session }) => !this.#sessions.has(session));
    const edits = Math.max(0, ...others.map((unsaved) => unsaved.edits));
    if (edits === 0) return succeed(opened);
    const notice: Notice = { code: 'file.recovery-available', severity: 'warning', params: { count: edits } };
    return succeed({ ...opened, notices: [...opened.notices, notice] });
  }

  /** Names of the sessions that this table began. */
  readonly #sessions = new Set<string>();

  async #recover({ id, password }: RecoverySource, page: Page): Promise<ReplyOf<'draft.open'>> {
    const found = await findUnsaved(this.#files, this.#recovery, id);
    if (!found) return failed('not-found');
    const keys = new Keyring();
    const unsaved = found.state ? succeed(found) : await this.#unlock(found, keys, password);
    if (!unsaved.ok) return unsaved;
    // What the password showed is in the file already.
    if (!unsaved.value) return this.#openFile(found.owner.target, page, { keys });
    return this.#goOn(unsaved.value, keys, page);
  }

  async #unlock(
    found: Unsaved,
    keys: Keyring,
    password: string | undefined,
  ): Promise<Result<Unsaved | undefined, Failure>> {
    const name = basename(found.owner.target);
    if (password === undefined) return failed('password-needed', { name });
    const shut = await unlockSession(this.#files, found, { keys, password });
    return shut ? failed(shut, { name }) : succeed(await this.#findUnlocked(found, keys));
  }

  #findUnlocked({ session }: Unsaved, keys: Keyring): Promise<Unsaved | undefined> {
    return findUnsaved(unlockedFiles(this.#files, keys), this.#recovery, session);
  }

  async #goOn({ state, edits, ...unsaved }: Unsaved, keys: Keyring, page: Page): Promise<ReplyOf<'draft.open'>> {
    const { owner } = unsaved;
    if (!state) return failed('damaged', { name: basename(owner.target) });
    const notices: Notice[] = [{ code: 'file.recovered-edits', severity: 'note', params: { count: edits } }];
    if (state.end !== 'whole') notices.push({ code: 'file.journal-cut', severity: 'warning' });
    const target = { path: owner.target, sha256: owner.targetSha256 };
    const protection = keys.first();
    const file = protection ? { ...state.file, protection } : state.file;
    const begin: Begin = { file, target, saved: owner.saved, state: 'recovered', notices, page, keys };
    const opened = await this.#begin(begin);
    // Only now are the edits kept safe a second time.
    if (opened.ok) await endSession(this.#files, unsaved, 'continued');
    return opened;
  }

  async #begin({ file, target, saved, state, notices, page, keys }: Begin): Promise<ReplyOf<'draft.open'>> {
    const { draftId, sequence } = file.identity;
    const name = target.path === '' ? '' : basename(target.path);
    const folder = draftFolder(this.#recovery, draftId);
    let lock: Awaited<ReturnType<typeof lockDraft>>;
    let session: SessionFolder | undefined;
    try {
      await this.#files.makeFolder(folder);
      lock = await lockDraft(this.#files, folder);
      if (!lock) return failed('in-use', { name });
      session = await beginSession(this.#files, this.#recovery, draftId, this.#world.ports);
      this.#sessions.add(session.session);
      const { ports } = this.#world;
      const author = async () => (await readSettings(this.#files, this.#data)).author;
      const history = createHistory({ files: this.#files, data: this.#data, now: ports.now, author });
      const kept = { sequence: saved.sequence, chain: saved.chain };
      const draft = await beginDraft({ files: this.#files, session, lock, file, target, saved: kept, history });
      if (this.#gone.has(page)) {
        await draft.close(false);
        return failed('cancelled');
      }
      const handle = ports.newId();
      this.#open.set(handle, { draft, page, keys, folder: session.path });
      const isProtected = file.protection !== undefined;
      return succeed({ handle, draft: file.draft, name, sequence, state, isProtected, notices });
    } catch (error) {
      // Nobody has seen this draft: half a session would only be offered as one that was lost.
      await session?.remove().catch(() => undefined);
      await lock?.release().catch(() => undefined);
      return failed(writeFailure(error) === 'no-space' ? 'no-space' : 'not-writable', { name });
    }
  }

  async append({ handle, edits }: RequestOf<'draft.append'>): Promise<ReplyOf<'draft.append'>> {
    const draft = this.draftOf(handle);
    if (!draft) return failed('unknown-handle');
    const acknowledged = await draft.append(edits);
    if (!acknowledged.ok) return acknowledged;
    const { sequence, notices } = acknowledged.value;
    return succeed({ acknowledged: sequence, ...(notices.length > 0 && { notices }) });
  }

  async save({ handle, draft, sequence, target }: RequestOf<'draft.save'>): Promise<ReplyOf<'draft.save'>> {
    const open = this.draftOf(handle);
    if (!open) return failed('unknown-handle');
    if (draft.meta.id !== open.file().identity.draftId) return failed('bad-request');
    const chosen = await this.#targetOf(open, target);
    if (!chosen.ok) return chosen;
    const versions = await this.versions.travelling(open).catch(() => undefined);
    const saved = await open.save({
      to: chosen.value,
      draft,
      sequence,
      ...(target.to === 'same' && target.over !== undefined && { over: target.over }),
      ...(target.to === 'same' && target.inPlace && { inPlace: true }),
      ...(versions && { versions }),
      onWait: () => this.#world.emit('save.waiting', { handle }),
    });
    if (!saved.ok) return saved;
    const path = join(saved.value.folder, saved.value.name);
    await this.#remember(path, open.file());
    await this.#tidyBeside(path);
    return saved;
  }

  async #targetOf(open: OpenDraft, target: SaveTarget): Promise<Result<'same' | ResolvedTarget, Failure>> {
    if (target.to === 'copy') return copyTarget(open.target().path, target.label, open.file().identity.chain);
    if (target.to !== 'same') return chooseTarget(this.#files, this.#world, target, 'draft');
    const { over } = target;
    return over === undefined || this.outside.hasRead(open, over) ? succeed('same') : failed('bad-request');
  }

  /** Tidying is a courtesy: what cannot be removed stays. */
  async #tidyBeside(path: string): Promise<void> {
    await tidyTemporaries(this.#files, this.#recovery, dirname(path), this.#sessions).catch(() => undefined);
  }

  async protect(request: RequestOf<'draft.protect'>): Promise<ReplyOf<'draft.protect'>> {
    const held = this.#open.get(request.handle);
    if (!held) return failed('unknown-handle');
    const { folder: current, draft, keys } = held;
    const cost = this.#world.passwordCost;
    const place = { files: this.#files, data: this.#data, recovery: this.#recovery, current, keys, cost };
    const done = await protectDraft(draft, place, request);
    const { path } = draft.target();
    if (done.ok && path !== '') await this.#remember(path, draft.file());
    return done;
  }

  async close({ handle, discard }: RequestOf<'draft.close'>): Promise<ReplyOf<'draft.close'>> {
    const draft = this.draftOf(handle);
    if (!draft) return failed('unknown-handle');
    this.#open.delete(handle);
    await draft.close(discard);
    return succeed(null);
  }

  async listRecoverable(): Promise<readonly Recoverable[]> {
    await this.#released;
    const unsaved = await listUnsaved(this.#files, this.#recovery);
    return unsaved.filter((found) => !this.#hasSaved(found)).map(asRecoverable);
  }

  /** Saved and closed in this run: no power cut came in between, and a file that is gone now was moved by somebody. */
  #hasSaved({ owner, session }: Unsaved): boolean {
    return owner.state !== 'open' && owner.state !== 'closed' && this.#sessions.has(session);
  }

  async discardRecoverable(id: string): Promise<Result<null, Failure>> {
    await Promise.all([this.#released, this.#tidied]);
    const unsaved = await findUnsaved(this.#files, this.#recovery, id);
    if (!unsaved) return failed('not-found');
    if (await isSessionLocked(this.#files, unsaved)) return failed('in-use', { name: basename(unsaved.owner.target) });
    try {
      await endSession(this.#files, unsaved, 'discarded');
      return succeed(null);
    } catch (error) {
      return failedFile(writeFailure(error), unsaved.owner.target);
    }
  }

  offer(path: string): { readonly id: string; readonly name: string } {
    const id = this.#world.ports.newId();
    this.#offered.set(id, path);
    return { id, name: basename(path) };
  }

  async release(page: Page): Promise<void> {
    this.#gone.add(page);
    const drafts = this.#takeOut((held) => held.page === page);
    // One that cannot be described any more is free all the same, and what it flushed is there.
    const closed = Promise.all(drafts.map((draft) => draft.close(false).catch(() => undefined)));
    this.#released = Promise.all([this.#released, closed]);
    await closed;
  }

  async closeAll(): Promise<void> {
    for (const draft of this.#takeOut(() => true)) await draft.close(false);
    await Promise.all([this.#released, this.#tidied]);
  }

  #takeOut(isMeant: (held: Held) => boolean): readonly OpenDraft[] {
    const meant = [...this.#open].filter(([, held]) => isMeant(held));
    for (const [handle] of meant) this.#open.delete(handle);
    return meant.map(([, { draft }]) => draft);
  }

  #keysOf(draft: OpenDraft): Keyring {
    return [...this.#open.values()].find((held) => held.draft === draft)?.keys ?? new Keyring();
  }

  draftOf(handle: string): OpenDraft | undefined {
    return this.#open.get(handle)?.draft;
  }

  async #remember(path: string, { draft, protection }: DraftFile): Promise<void> {
    const title = protection ? noTitle : titleOf(draft);
    await rememberRecent(this.#files, this.#data, { path, title, openedAt: this.#world.ports.now() });
  }
}

/** Named by its last words: somebody who had just written the title looks for that one, not for the template's. */
function asRecoverable({ session, owner, state, edits, lastEditAt }: Unsaved): Recoverable {
  const name = owner.target === '' ? '' : basename(owner.target);
  if (!state) return { id: session, title: noTitle, name, edits, lastEditAt, isLocked: true };
  return { id: session, title: titleOf(state.file.draft), name, edits, lastEditAt };
}

function titleOf({ units }: Draft): Recoverable['title'] {
  const title = units.find((unit) => unit.kind === 'title');
  return title ? wordsOf(title) : noTitle;
}

const noTitle: Recoverable['title'] = { ky: '', ru: '', en: '' };
