import { basename } from 'node:path';
import type { Notice } from '../../core/base/notice.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type { ReplyOf, RequestOf } from '../../core/bridge/contract.ts';
import type { OpenAs, OpenedDraft, OpenSource } from '../../core/bridge/drafts.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { TrailReading } from '../../core/file/verify-trail.ts';
import { linkedFile } from '../files/atomic-write.ts';
import { createFromTemplate, type ReadDraft, readDraftFile, type Unlocking } from '../files/documents.ts';
import type { Target } from '../files/draft-session.ts';
import { failed } from '../files/failures.ts';
import { Keyring, unlockedFiles } from '../files/keyring.ts';
import type { DraftFile } from '../files/package-file.ts';
import { recentPath } from '../files/recent.ts';
import { draftFolder } from '../files/session-folder.ts';
import { listUnsaved, proveSessions } from '../files/sessions.ts';
import { TrailKeeper } from '../files/trail-keeper.ts';
import { ownTemplatePath, readOwnTemplate } from '../templates/own-templates.ts';
import { begunFrom, templateIn } from '../templates/template-file.ts';
import { listedPath } from './browse.ts';
import type { HeldDrafts } from './held-drafts.ts';
import { copyNotice, forkOf, readOnlyDraft } from './second-opener.ts';
import type { Page } from './world.ts';

type FileSource = Exclude<OpenSource, { from: 'recovery' | 'again' }>;

/** A file that was read, and who asked for it. */
interface Beside {
  readonly path: string;
  readonly read: ReadDraft;
  readonly page: Page;
  readonly keys: Keyring;
}

const noTarget: Target = { path: '', sha256: '' };

/** Drafts from templates and from files. */
export class Opening {
  readonly #held: HeldDrafts;
  /** Paths that the system asked to open, by the id under which the page knows them. */
  readonly #offered = new Map<string, string>();

  /** Handles of drafts that are only read, by the id under which each can be asked for to write. */
  readonly #reading = new Map<string, string>();

  /** The keys of a file that was unlocked and then found in use, until the person has said how to open it. */
  #unlocked: { readonly id: string; readonly keys: Keyring } | undefined;

  constructor(held: HeldDrafts) {
    this.#held = held;
  }

  async create({ template }: RequestOf<'draft.create'>, page: Page): Promise<ReplyOf<'draft.create'>> {
    const created = await this.#createdFrom(template);
    if (!created.ok) return created;
    const { file, notices } = created.value;
    const keys = new Keyring();
    const begun = { file, target: noTarget, saved: file.identity, state: 'new', notices, page, keys } as const;
    return this.#held.begin({ ...begun, deed: { kind: 'opened' } });
  }

  /** A template of one's own is asked first; its ids are never those of one that ships. */
  async #createdFrom(template: string): Promise<Result<Pick<ReadDraft, 'file' | 'notices'>, Failure>> {
    const { files, data, world } = this.#held;
    const own = await readOwnTemplate(files, data, template);
    if (own.ok) return succeed({ file: begunFrom(own.value.file, world.ports), notices: own.value.notices });
    if (own.error.code !== 'unknown-template') return own;
    const shipped = await createFromTemplate(world.folders.resources, template, world.ports, files);
    return shipped.ok ? succeed({ file: shipped.value, notices: [] }) : shipped;
  }

  async open(source: FileSource, page: Page): Promise<ReplyOf<'draft.open'>> {
    const path = await this.#pathOf(source);
    const password = source.from === 'request' ? source.password : undefined;
    const as = source.from === 'request' ? source.as : undefined;
    const keys = this.#takeUnlocked(source) ?? this.#keysOfReader(source, page) ?? new Keyring();
    return path.ok ? this.openFile(path.value, page, { keys, password }, as) : path;
  }

  /** Whatever is opened next, the keys are not kept any longer. */
  #takeUnlocked(source: FileSource): Keyring | undefined {
    const unlocked = this.#unlocked;
    this.#unlocked = undefined;
    return source.from === 'request' && source.as && source.id === unlocked?.id ? unlocked.keys : undefined;
  }

  /** Who reads a draft and now wants to write it has given its password already. */
  #keysOfReader(source: FileSource, page: Page): Keyring | undefined {
    const handle = source.from === 'request' ? this.#reading.get(source.id) : undefined;
    const held = handle === undefined ? undefined : this.#held.heldOf(handle);
    return held?.page === page ? held.keys : undefined;
  }

  async #pathOf(source: FileSource): Promise<Result<string, Failure>> {
    switch (source.from) {
      case 'dialog': {
        const chosen = await this.#held.world.dialogs?.openDraft();
        return chosen === undefined ? failed(this.#held.world.dialogs ? 'cancelled' : 'bad-request') : succeed(chosen);
      }
      case 'recent':
        return this.#known(await recentPath(this.#held.files, this.#held.data, source.id));
      case 'request':
        return this.#known(this.#offered.get(source.id));
      case 'template': {
        const path = ownTemplatePath(this.#held.data, source.id);
        return path === undefined ? failed('unknown-template') : succeed(path);
      }
      case 'listed':
        return listedPath(this.#held.files, this.#held.world, source.folder, source.name);
    }
  }

  /** Theirs in the place of mine: only when mine is all in a file, and theirs can be read. */
  async openAgain(handle: string, page: Page): Promise<ReplyOf<'draft.open'>> {
    const held = this.#held.heldOf(handle);
    if (!held) return failed('unknown-handle');
    const { draft, keys } = held;
    const { path } = draft.target();
    const isSaved = draft.file().identity.chain === draft.common().point.chain;
    if (path === '' || !isSaved) return failed('bad-request');
    const read = await readDraftFile(path, this.#held.files, { keys });
    if (!read.ok) return read;
    await this.#held.close(handle, false);
    return this.openFile(path, page, { keys });
  }

  #known(path: string | undefined): Result<string, Failure> {
    return path === undefined ? failed('not-found') : succeed(path);
  }

  async openFile(named: string, page: Page, unlocking: Unlocking, as?: OpenAs): Promise<ReplyOf<'draft.open'>> {
    const path = await linkedFile(this.#held.files, named);
    const read = await readDraftFile(path, this.#held.files, unlocking);
    if (!read.ok) return this.#withWayBack(read.error, path);
    const { file, sha256, isDamaged, trail } = read.value;
    if (as) return this.#openBeside({ path, read: read.value, page, keys: unlocking.keys }, as);
    // What could not be read of it is still in the file: it is not written over.
    const target = isDamaged ? noTarget : { path, sha256 };
    const detached: readonly Notice[] = isDamaged ? [{ code: 'file.detached', severity: 'warning' }] : [];
    const notices = [...read.value.notices, ...detached, ...trailNotices(trail)];
    const state = isDamaged ? 'recovered' : 'saved';
    const { keys } = unlocking;
    const begun = { file, target, saved: file.identity, state, notices, page, keys } as const;
    const opened = await this.#held.begin({ ...begun, deed: { kind: 'opened' }, trail });
    if (!opened.ok) return this.#withWayBack(opened.error, path, keys);
    await this.#held.attend(path, file);
    return this.#withOffer(opened.value, file, keys);
  }

  /** Another window has the draft: a copy of it begins a life of its own, or it is only read. */
  async #openBeside({ path, read, page, keys }: Beside, as: OpenAs): Promise<ReplyOf<'draft.open'>> {
    const notices = [...read.notices, ...trailNotices(read.trail)];
    if (as === 'copy') {
      const file = forkOf(read.file, this.#held.world.ports);
      const told = [...notices, copyNotice(path)];
      const begun = { file, target: noTarget, saved: file.identity, state: 'new', notices: told, page, keys } as const;
      const opened = await this.#held.begin({ ...begun, deed: { kind: 'copied' }, trail: read.trail });
      return opened.ok ? succeed({ ...opened.value, copyOf: basename(path) }) : opened;
    }
    const { file, sha256 } = read;
    const seen = readOnlyDraft(file, { path, sha256 }, new TrailKeeper(file.carried, read.trail));
    const handle = this.#held.hold({ draft: seen, page, keys, folder: '' });
    const { identity, draft, protection } = file;
    const readOnly = { id: this.offer(path).id };
    const template = templateIn(file);
    this.#reading.set(readOnly.id, handle);
    const about = { name: basename(path), sequence: identity.sequence, state: 'saved', notices } as const;
    const isProtected = protection !== undefined;
    return succeed({ handle, draft, ...about, isProtected, readOnly, ...(template && { template }) });
  }

  /** Whoever is asked for a password, or finds the draft in use, need not choose the file again. */
  #withWayBack(error: Failure, path: string, keys?: Keyring): Result<never, Failure> {
    const isKept = error.code === 'password-needed' || error.code === 'wrong-password' || error.code === 'in-use';
    if (!isKept) return failed(error.code, error.params);
    const { id, name } = this.offer(path);
    if (keys?.first()) this.#unlocked = { id, keys };
    return failed(error.code, { name, id });
  }

  /** Edits of an earlier run are offered beside the file, never put into it unasked. */
  async #withOffer(opened: OpenedDraft, file: DraftFile, keys: Keyring): Promise<ReplyOf<'draft.open'>> {
    const { draftId } = file.identity;
    const [files, view] = [this.#held.files, unlockedFiles(this.#held.files, keys)];
    // At the start nobody had the key to see what of a protected draft is in its file.
    const proving =
      file.protection && proveSessions({ files, view }, draftFolder(this.#held.recovery, draftId), this.#held.sessions);
    await proving?.catch(() => undefined);
    const own = await listUnsaved(view, this.#held.recovery, draftId);
    const others = own.filter(({ session }) => !this.#held.sessions.has(session));
    const edits = Math.max(0, ...others.map((unsaved) => unsaved.edits));
    if (edits === 0) return succeed(opened);
    const notice: Notice = { code: 'file.recovery-available', severity: 'warning', params: { count: edits } };
    return succeed({ ...opened, notices: [...opened.notices, notice] });
  }

  offer(path: string): { readonly id: string; readonly name: string } {
    const id = this.#held.world.ports.newId();
    this.#offered.set(id, path);
    return { id, name: basename(path) };
  }
}

/** One line says that the trail does not hold; where it breaks is shown with the trail. */
function trailNotices(trail: TrailReading | undefined): readonly Notice[] {
  const count = trail?.breaks.length ?? 0;
  return count === 0 ? [] : [{ code: 'audit.broken', severity: 'warning', params: { count } }];
}
