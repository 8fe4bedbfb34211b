import { basename, join } from 'node:path';
import { type Result, succeed } from '../../core/base/result.ts';
import type { ReplyOf, RequestOf } from '../../core/bridge/contract.ts';
import type { OpenSource, Recoverable, SaveTarget } from '../../core/bridge/drafts.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { Draft } from '../../core/draft/types.ts';
import type { TrailKind } from '../../core/file/trail.ts';
import type { OpenDraft, SaveTask } from '../files/draft-session.ts';
import { failed } from '../files/failures.ts';
import type { FileSystem } from '../files/file-system.ts';
import { inTurnAt } from '../files/turns.ts';
import { templateIn } from '../templates/template-file.ts';
import { HeldDrafts } from './held-drafts.ts';
import type { LibraryService } from './library.ts';
import { Opening } from './opening.ts';
import { createOutside, type Outside } from './outside.ts';
import { protectDraft } from './protect-draft.ts';
import { Recovering } from './recovering.ts';
import { chooseTarget, copyTarget, type ResolvedTarget } from './save-target.ts';
import { sendCopy } from './send-copy.ts';
import { TravellingTexts } from './text-travel.ts';
import type { Trails } from './trails.ts';
import { createVersions, type Versions } from './versions.ts';
import type { Page, World } from './world.ts';

/** The drafts that are open in this shell. */
export interface Drafts {
  create(request: RequestOf<'draft.create'>, page: Page): Promise<ReplyOf<'draft.create'>>;
  open(source: OpenSource, page: Page): Promise<ReplyOf<'draft.open'>>;
  append(request: RequestOf<'draft.append'>): Promise<ReplyOf<'draft.append'>>;
  save(request: RequestOf<'draft.save'>): Promise<ReplyOf<'draft.save'>>;
  send(request: RequestOf<'draft.send'>): Promise<ReplyOf<'draft.send'>>;
  protect(request: RequestOf<'draft.protect'>): Promise<ReplyOf<'draft.protect'>>;
  stand(request: RequestOf<'draft.place'>): Promise<ReplyOf<'draft.place'>>;
  close(request: RequestOf<'draft.close'>): Promise<ReplyOf<'draft.close'>>;
  readonly versions: Versions;
  readonly outside: Outside;
  readonly texts: TravellingTexts;
  readonly trails: Trails;
  /** The open draft of a handle. */
  draftOf(handle: string): OpenDraft | undefined;
  /** The draft of this id that somebody writes here. */
  draftOfId(id: string): OpenDraft | undefined;
  listRecoverable(): Promise<readonly Recoverable[]>;
  discardRecoverable(id: string): Promise<Result<null, Failure>>;
  offer(path: string): { readonly id: string; readonly name: string };
  /**
   * Tidies what earlier runs left. Comes back when it is known what that is, before the first draft is opened; the work itself
   * goes on in the background, and only what takes hold of an old session waits for it.
   */
  tidyAfterStart(log: (error: unknown) => void): Promise<void>;
  /** Comes back when the list of recent files has what the tidying of the start adds to it. */
  recalled(): Promise<void>;
  /** Closes what a page that has gone had open, as if the machine had ended it: nothing of its edits is given up. */
  release(page: Page): Promise<void>;
  closeAll(): Promise<void>;
}

/** `library`: what this machine's people know of the law, of which a saved draft takes along what it cites. */
export function createDrafts(files: FileSystem, world: World, library: LibraryService): Drafts {
  return new DraftTable(files, world, library);
}

class DraftTable implements Drafts {
  readonly #held: HeldDrafts;
  readonly #opening: Opening;
  readonly #recovering: Recovering;
  readonly versions: Versions;
  readonly outside: Outside;

  readonly texts: TravellingTexts;

  readonly #library: LibraryService;

  constructor(files: FileSystem, world: World, library: LibraryService) {
    this.#library = library;
    this.#held = new HeldDrafts(files, world);
    this.#opening = new Opening(this.#held);
    this.#recovering = new Recovering(this.#held, this.#opening);
    const keysOf = (draft: OpenDraft) => this.#held.keysOf(draft);
    this.versions = createVersions(files, world, keysOf);
    this.texts = new TravellingTexts(library, this.versions.texts);
    this.outside = createOutside(files, world, keysOf);
  }

  tidyAfterStart(log: (error: unknown) => void): Promise<void> {
    return this.#recovering.tidy(log);
  }

  recalled(): Promise<void> {
    return this.#recovering.recalled();
  }

  create(request: RequestOf<'draft.create'>, page: Page): Promise<ReplyOf<'draft.create'>> {
    return this.#opening.create(request, page);
  }

  async open(source: OpenSource, page: Page): Promise<ReplyOf<'draft.open'>> {
    await this.#held.released();
    if (source.from === 'recovery') return this.#recovering.recover(source, page);
    if (source.from === 'again') return this.#opening.openAgain(source.handle, page);
    return this.#opening.open(source, page);
  }

  async append({ handle, edits }: RequestOf<'draft.append'>): Promise<ReplyOf<'draft.append'>> {
    const draft = this.draftOf(handle);
    if (!draft) return failed('unknown-handle');
    const acknowledged = await draft.append(edits);
    if (!acknowledged.ok) return acknowledged;
    const { sequence, notices } = acknowledged.value;
    return succeed({ acknowledged: sequence, ...(notices.length > 0 && { notices }) });
  }

  async save(request: RequestOf<'draft.save'>): Promise<ReplyOf<'draft.save'>> {
    const { handle, draft, target } = request;
    const open = this.draftOf(handle);
    if (!open) return failed('unknown-handle');
    if (draft.meta.id !== open.file().identity.draftId) return failed('bad-request');
    const chosen = await this.#targetOf(open, target);
    if (!chosen.ok) return chosen;
    // What is read for one saving must not let the next one overtake it.
    return inTurnAt(`saving ${handle}`, () => this.#saveTo(open, chosen.value, request));
  }

  async #saveTo(
    open: OpenDraft,
    to: 'same' | ResolvedTarget,
    { handle, draft, sequence, target }: RequestOf<'draft.save'>,
  ): Promise<ReplyOf<'draft.save'>> {
    const versions = await this.versions.travelling(open).catch(() => undefined);
    const law = await this.#lawFor(open, draft);
    const saved = await open.save({
      to,
      draft,
      sequence,
      ...(target.to === 'same' && target.over !== undefined && { over: target.over }),
      ...(target.to === 'same' && target.inPlace && { inPlace: true }),
      ...(versions && { versions }),
      ...law,
      ...(open.trail.isOn && { stamp: await this.trails.stamp() }),
      onWait: () => this.#held.world.emit('save.waiting', { handle }),
    });
    if (!saved.ok) return saved;
    const path = join(saved.value.folder, saved.value.name);
    await this.#held.attend(path, open.file());
    return saved;
  }

  /** A library that cannot be read must not keep a draft from being saved. */
  async #lawFor(open: OpenDraft, draft: Draft): Promise<Pick<SaveTask, 'law' | 'texts'>> {
    const law = await this.#library.forDrafts().catch(() => undefined);
    const texts = await this.texts.forSave(open, draft).catch(() => undefined);
    return { ...(law && { law }), ...(texts && { texts }) };
  }

  async #targetOf(open: OpenDraft, target: SaveTarget): Promise<Result<'same' | ResolvedTarget, Failure>> {
    if (target.to === 'copy') return copyTarget(open.target().path, target.label, open.file().identity.chain);
    if (target.to !== 'same') return chooseTarget(this.#held.files, this.#held.world, target, 'draft');
    const { over } = target;
    return over === undefined || this.outside.hasRead(open, over) ? succeed('same') : failed('bad-request');
  }

  async send(request: RequestOf<'draft.send'>): Promise<ReplyOf<'draft.send'>> {
    const open = this.draftOf(request.handle);
    if (!open) return failed('unknown-handle');
    if (open.isReadOnly) return failed('in-use', { name: basename(open.target().path) });
    const { files, world } = this.#held;
    const law = await this.#lawFor(open, open.file().draft);
    const stamp = await this.trails.stamp();
    const sent = await sendCopy({ files, world, versions: this.versions, law, stamp }, open, request);
    if (sent.ok) await this.trails.note(open, 'sent');
    return sent;
  }

  async protect(request: RequestOf<'draft.protect'>): Promise<ReplyOf<'draft.protect'>> {
    const held = this.#held.heldOf(request.handle);
    if (!held) return failed('unknown-handle');
    const { folder: current, draft, keys } = held;
    if (templateIn(draft.file())) return failed('template-protected');
    const cost = this.#held.world.passwordCost;
    const place = {
      files: this.#held.files,
      data: this.#held.data,
      recovery: this.#held.recovery,
      current,
      keys,
      cost,
    };
    const wasProtected = draft.file().protection !== undefined;
    const done = await protectDraft(draft, place, request);
    if (done.ok) await this.trails.note(draft, passwordDeed(wasProtected, request.password !== undefined));
    const { path } = draft.target();
    if (done.ok && path !== '') await this.#held.remember(path, draft.file());
    return done;
  }

  async stand({ handle, place }: RequestOf<'draft.place'>): Promise<ReplyOf<'draft.place'>> {
    return this.#held.stand(handle, place) ? succeed(null) : failed('unknown-handle');
  }

  async close({ handle, discard }: RequestOf<'draft.close'>): Promise<ReplyOf<'draft.close'>> {
    if (!this.draftOf(handle)) return failed('unknown-handle');
    await this.#held.close(handle, discard);
    return succeed(null);
  }

  listRecoverable(): Promise<readonly Recoverable[]> {
    return this.#recovering.list();
  }

  discardRecoverable(id: string): Promise<Result<null, Failure>> {
    return this.#recovering.discard(id);
  }

  offer(path: string): { readonly id: string; readonly name: string } {
    return this.#opening.offer(path);
  }

  release(page: Page): Promise<void> {
    return this.#held.release(page);
  }

  async closeAll(): Promise<void> {
    await this.#held.closeAll();
    await this.#recovering.tidied();
  }

  draftOf(handle: string): OpenDraft | undefined {
    return this.#held.heldOf(handle)?.draft;
  }

  draftOfId(id: string): OpenDraft | undefined {
    return this.#held.draftOfId(id);
  }

  get trails(): Trails {
    return this.#held.trails;
  }
}

function passwordDeed(wasProtected: boolean, isProtected: boolean): TrailKind {
  if (!isProtected) return 'password-removed';
  return wasProtected ? 'password-changed' : 'password-set';
}
