import { basename, dirname, join } from 'node:path';
import type { Notice } from '../../core/base/notice.ts';
import { succeed } from '../../core/base/result.ts';
import type { ReplyOf } from '../../core/bridge/contract.ts';
import type { OpenedDraft, PlaceInDraft } from '../../core/bridge/drafts.ts';
import type { ChainPoint } from '../../core/file/chain.ts';
import type { TrailDetails } from '../../core/file/trail.ts';
import type { TrailReading } from '../../core/file/verify-trail.ts';
import { isEmptyLaw } from '../../core/law/brought.ts';
import { lawIn } from '../files/brought-law.ts';
import { textKeysIn } from '../files/brought-texts.ts';
import { lockDraft } from '../files/draft-lock.ts';
import type { OpenDraft, Target } from '../files/draft-session.ts';
import { noTitle, titleOf } from '../files/draft-title.ts';
import { failed, writeFailure } from '../files/failures.ts';
import type { FileSystem } from '../files/file-system.ts';
import { createHistory } from '../files/history.ts';
import { Keyring } from '../files/keyring.ts';
import { readPlace, writePlace } from '../files/last-places.ts';
import { beginDraft } from '../files/open-draft.ts';
import { readOwner } from '../files/owner.ts';
import type { DraftFile } from '../files/package-file.ts';
import { rememberRecent } from '../files/recent.ts';
import { beginSession, draftFolder, type SessionFolder } from '../files/session-folder.ts';
import { tidyTemporaries } from '../files/tidy.ts';
import { TrailKeeper } from '../files/trail-keeper.ts';
import { readSettings } from '../settings/settings.ts';
import { ownTemplatesFolder } from '../templates/own-templates.ts';
import { templateIn } from '../templates/template-file.ts';
import { Trails } from './trails.ts';
import type { Page, World } from './world.ts';

/** With what a draft begins to be worked on. */
export interface Begin {
  readonly file: DraftFile;
  readonly target: Target;
  readonly saved: ChainPoint;
  readonly state: OpenedDraft['state'];
  readonly notices: readonly Notice[];
  readonly page: Page;
  readonly keys: Keyring;
  /** What its audit trail is to say of it; `trail` is what the file has of one. */
  readonly deed: { readonly kind: 'opened' | 'copied' | 'recovered'; readonly about?: TrailDetails };
  readonly trail?: TrailReading | undefined;
}

/** A draft that is open, and for whom. */
export interface Held {
  readonly draft: OpenDraft;
  readonly page: Page;
  readonly keys: Keyring;
  /** Folder of the session. */
  readonly folder: string;
}

/** The drafts that are open in this shell, by handle, and the sessions that keep them safe. */
export class HeldDrafts {
  readonly files: FileSystem;
  readonly world: World;
  readonly trails: Trails;
  /** Names of the sessions that were begun here. */
  readonly sessions = new Set<string>();
  readonly #open = new Map<string, Held>();
  readonly #gone = new WeakSet<Page>();
  readonly #places = new WeakMap<OpenDraft, PlaceInDraft>();
  /** Comes back when every draft of the pages that went is free. */
  #released: Promise<unknown> = Promise.resolve();

  constructor(files: FileSystem, world: World) {
    this.files = files;
    this.world = world;
    this.trails = new Trails(files, world);
  }

  get data(): string {
    return this.world.folders.data;
  }

  get recovery(): string {
    return join(this.data, 'recovery');
  }

  async begin({ file, target, saved, state, notices, page, keys, ...begun }: Begin): Promise<ReplyOf<'draft.open'>> {
    const { draftId, sequence } = file.identity;
    const name = target.path === '' ? '' : basename(target.path);
    const folder = draftFolder(this.recovery, draftId);
    let lock: Awaited<ReturnType<typeof lockDraft>>;
    let session: SessionFolder | undefined;
    try {
      await this.files.makeFolder(folder);
      lock = await lockDraft(this.files, folder);
      if (!lock) return failed('in-use', { name });
      session = await beginSession(this.files, this.recovery, draftId, this.world.ports);
      this.sessions.add(session.session);
      const { ports } = this.world;
      const author = async () => (await readSettings(this.files, this.data)).author;
      const history = createHistory({ files: this.files, data: this.data, now: ports.now, author });
      const kept = { sequence: saved.sequence, chain: saved.chain };
      const trail = await this.#beginTrail(file, begun);
      const draft = await beginDraft({ files: this.files, session, lock, file, target, saved: kept, history, trail });
      if (this.#gone.has(page)) {
        await draft.close(false);
        return failed('cancelled');
      }
      const handle = ports.newId();
      this.#open.set(handle, { draft, page, keys, folder: session.path });
      const isProtected = file.protection !== undefined;
      const place = isProtected ? undefined : await readPlace(this.files, this.data, draftId);
      const opened = { handle, draft: file.draft, name, sequence, state, isProtected, ...(place && { place }) };
      return succeed({ ...opened, ...broughtBy(file, notices) });
    } catch (error) {
      // Nobody has seen this draft: half a session would only be offered as one that was lost.
      await session?.remove().catch(() => undefined);
      await lock?.release().catch(() => undefined);
      return failed(writeFailure(error) === 'no-space' ? 'no-space' : 'not-writable', { name });
    }
  }

  async #beginTrail({ carried }: DraftFile, { deed, trail }: Pick<Begin, 'deed' | 'trail'>): Promise<TrailKeeper> {
    const keeper = new TrailKeeper(carried, trail);
    if (keeper.isOn) keeper.note(deed.kind, await this.trails.stamp(), deed.about ?? keeper.found);
    return keeper;
  }

  /** Keeps what is only read under a handle of its own. */
  hold(held: Held): string {
    const handle = this.world.ports.newId();
    this.#open.set(handle, held);
    return handle;
  }

  heldOf(handle: string): Held | undefined {
    return this.#open.get(handle);
  }

  /** The draft of this id that somebody writes here. */
  draftOfId(id: string): OpenDraft | undefined {
    return [...this.#open.values()]
      .map(({ draft }) => draft)
      .find((draft) => !draft.isReadOnly && draft.file().identity.draftId === id);
  }

  keysOf(draft: OpenDraft): Keyring {
    return [...this.#open.values()].find((held) => held.draft === draft)?.keys ?? new Keyring();
  }

  /** Kept when the draft is put away. False for an unknown handle. */
  stand(handle: string, place: PlaceInDraft): boolean {
    const draft = this.#open.get(handle)?.draft;
    if (draft) this.#places.set(draft, place);
    return draft !== undefined;
  }

  /** Puts a draft away. Whoever asks with the handle from now on is told that it is unknown. */
  async close(handle: string, discard: boolean): Promise<void> {
    const draft = this.#open.get(handle)?.draft;
    this.#open.delete(handle);
    if (draft) await this.#end(draft, discard);
  }

  /** Of a protected draft nothing is kept in the open, not even where somebody wrote in it. */
  async #end(draft: OpenDraft, discard: boolean): Promise<void> {
    const { identity, protection } = draft.file();
    const place = protection || (discard && draft.target().path === '') ? undefined : this.#places.get(draft);
    // The place is a courtesy: one that cannot be kept holds up nothing.
    if (place || protection) await writePlace(this.files, this.data, identity.draftId, place).catch(() => undefined);
    await draft.close(discard);
  }

  async release(page: Page): Promise<void> {
    this.#gone.add(page);
    const drafts = this.#takeOut((held) => held.page === page);
    // One that cannot be described any more is free all the same, and what it flushed is there.
    const closed = Promise.all(drafts.map((draft) => this.#end(draft, false).catch(() => undefined)));
    this.#released = Promise.all([this.#released, closed]);
    await closed;
  }

  async released(): Promise<void> {
    await this.#released;
  }

  async closeAll(): Promise<void> {
    for (const draft of this.#takeOut(() => true)) await this.#end(draft, false);
    await this.#released;
  }

  #takeOut(isMeant: (held: Held) => boolean): readonly OpenDraft[] {
    const meant = [...this.#open].filter(([, held]) => isMeant(held));
    for (const [handle] of meant) this.#open.delete(handle);
    return meant.map(([, { draft }]) => draft);
  }

  /** The file stands first among the recent ones from now on, and what failed saves left beside it goes. */
  async attend(path: string, file: DraftFile): Promise<void> {
    await this.remember(path, file);
    // Tidying is a courtesy: what cannot be removed stays.
    await tidyTemporaries(this.files, this.recovery, dirname(path), this.sessions).catch(() => undefined);
  }

  /**
   * What sessions that a failure ended had open stands among the recent ones too: the power may go between a file's first saving and
   * its entry in the list, and then nothing else would lead there, as it has every word and nothing is to be recovered.
   */
  async recall(sessions: readonly string[]): Promise<void> {
    for (const folder of sessions) {
      const owner = await readOwner(this.files, folder);
      if (owner?.state !== 'open' || owner.target === '' || this.#isTemplate(owner.target)) continue;
      if ((await this.files.entry(owner.target))?.kind !== 'file') continue;
      const recent = { path: owner.target, title: owner.title, openedAt: this.world.ports.now() };
      await rememberRecent(this.files, this.data, recent, 'unless-listed');
    }
  }

  /** Templates have their own list. */
  #isTemplate(path: string): boolean {
    return dirname(path) === ownTemplatesFolder(this.data);
  }

  async remember(path: string, { draft, protection }: DraftFile): Promise<void> {
    if (this.#isTemplate(path)) return;
    const title = protection ? noTitle : titleOf(draft);
    await rememberRecent(this.files, this.data, { path, title, openedAt: this.world.ports.now() });
  }
}

/** What the file brings of other people's acts, verifications and facts, and whether it can be read; and what it is called as a template. */
function broughtBy(
  file: DraftFile,
  notices: readonly Notice[],
): Pick<OpenedDraft, 'brought' | 'broughtTexts' | 'notices' | 'template'> {
  const { law, unreadable } = lawIn(file);
  const about = templateIn(file);
  const template = about && { template: about };
  const broughtTexts = textKeysIn(file);
  const texts = broughtTexts.length > 0 && { broughtTexts };
  const unread = unreadable.map(
    (part): Notice => ({ code: `register.brought-${part}-unreadable`, severity: 'warning' }),
  );
  return { notices: [...notices, ...unread], ...(!isEmptyLaw(law) && { brought: law }), ...texts, ...template };
}
