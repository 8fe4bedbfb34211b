import { basename, dirname, extname, join } from 'node:path';
import { fileLimits } from '../../core/base/limits.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type { ReplyOf, RequestOf } from '../../core/bridge/contract.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { TextSource } from '../../core/bridge/library.ts';
import type { OutsideLook, OutsideSeal } from '../../core/bridge/versions.ts';
import { withCommentsOf } from '../../core/review/bare.ts';
import { hashAt, linkedFile } from '../files/atomic-write.ts';
import { readDraftFile } from '../files/documents.ts';
import type { OpenDraft } from '../files/draft-session.ts';
import { failed } from '../files/failures.ts';
import { isFileName } from '../files/file-name.ts';
import type { FileSystem } from '../files/file-system.ts';
import { historyFolder, keepState } from '../files/history.ts';
import type { DraftFile } from '../files/package-file.ts';
import { listedPath } from './browse.ts';
import { commonState, isRelated } from './common-state.ts';
import type { KeysOf } from './versions.ts';
import type { World } from './world.ts';

/*
 * What others do to the file of an open draft. Size and time of the file only say whether it is worth reading; what counts is
 * its hash. Nothing here writes into the folder of the draft.
 */

/** The file of one open draft as others left it. */
export interface Outside {
  look(draft: OpenDraft): Promise<OutsideLook>;
  pick(draft: OpenDraft, source: TextSource): Promise<ReplyOf<'outside.pick'>>;
  read(draft: OpenDraft, request: Omit<RequestOf<'outside.read'>, 'handle'>): Promise<ReplyOf<'outside.read'>>;
  merged(draft: OpenDraft, id: string): ReplyOf<'outside.merged'>;
  /** Whether `outside.read` gave this state of the draft's own file, so that it may be replaced. */
  hasRead(draft: OpenDraft, id: string): boolean;
}

/** What becomes of a file's protection when mine is saved over it is for the person to know first. */
function sealBeside(mine: DraftFile, theirs: DraftFile): OutsideSeal | undefined {
  if (!mine.protection || !theirs.protection) return mine.protection ? 'none' : theirs.protection && 'only';
  return mine.protection.slot.equals(theirs.protection.slot) ? undefined : 'other';
}

/**
 * Whether two files of a folder are called like a file and a copy that a sync client or a person made of it: `name-ПК.dolboor`,
 * `name (1).dolboor`, `name (conflicted copy 2026-03-01).dolboor`, `name.sync-conflict-20260301-101010-ABC.dolboor`. Either of the
 * two may be the one that is open. Names are compared as one reads them: a Mac writes й in two characters.
 */
function isCalledLikeCopy(name: string, own: string): boolean {
  if (name === own || !name.toLowerCase().endsWith('.dolboor')) return false;
  const [theirs, mine] = [name, own].map((each) => basename(each, extname(each)).normalize('NFC').toLowerCase());
  return theirs !== undefined && mine !== undefined && (theirs.startsWith(mine) || mine.startsWith(theirs));
}

interface Seen {
  readonly file: DraftFile;
  readonly path: string;
}

export function createOutside(files: FileSystem, world: World, keysOf: KeysOf): Outside {
  return new OutsideTable(files, world, keysOf);
}

class OutsideTable implements Outside {
  readonly #files: FileSystem;
  readonly #world: World;
  /** What was read for a draft, by SHA-256. */
  readonly #seen = new WeakMap<OpenDraft, Map<string, Seen>>();
  /** Size and time of a file whose hash was found to be the expected one: advice, to spare reading it again. */
  readonly #stamps = new WeakMap<OpenDraft, string>();
  /** What a neighbour was found to be, by path, size and time. */
  readonly #neighbours = new Map<string, DraftFile['identity']>();

  /** Files that a person chose for a draft, by the id under which the page knows them. */
  readonly #picked = new WeakMap<OpenDraft, Map<string, string>>();

  readonly #keysOf: KeysOf;

  constructor(files: FileSystem, world: World, keysOf: KeysOf) {
    this.#files = files;
    this.#world = world;
    this.#keysOf = keysOf;
  }

  async look(draft: OpenDraft): Promise<OutsideLook> {
    const { path } = draft.target();
    if (path === '') return { state: 'same', copies: [] };
    const copies = await this.#copiesOf(draft).catch(() => []);
    return { state: await this.#stateOf(draft), copies };
  }

  async #stateOf(draft: OpenDraft): Promise<OutsideLook['state']> {
    const { path, sha256 } = draft.target();
    try {
      const entry = await this.#files.entry(path);
      if (!entry) return 'gone';
      const stamp = `${sha256} ${entry.size} ${entry.modifiedAt}`;
      if (this.#stamps.get(draft) === stamp) return 'same';
      const found = await hashAt(this.#files, path);
      // A save may have gone through meanwhile.
      if (found !== draft.target().sha256) return found === undefined ? 'gone' : 'changed';
      this.#stamps.set(draft, stamp);
      return 'same';
    } catch {
      return 'unreadable';
    }
  }

  /** Files beside the draft's own that are called like a copy and hold the same draft, in a state that is none of its past. */
  async #copiesOf(draft: OpenDraft): Promise<readonly string[]> {
    const { path } = draft.target();
    const folder = dirname(path);
    const names = (await this.#files.list(folder)).filter((name) => isCalledLikeCopy(name, basename(path)));
    const { identity } = draft.file();
    const past = new Set([identity.chain, draft.common().point.chain, ...identity.lineage.map(({ chain }) => chain)]);
    const copies: string[] = [];
    for (const name of [...names].sort().slice(0, fileLimits.neighbours)) {
      const found = isFileName(name) ? await this.#identify(draft, join(folder, name)) : undefined;
      if (found && isRelated(identity, found) && !past.has(found.chain)) copies.push(name);
    }
    return copies;
  }

  async #identify(draft: OpenDraft, path: string): Promise<DraftFile['identity'] | undefined> {
    const entry = await this.#files.entry(path).catch(() => undefined);
    if (entry?.kind !== 'file' || entry.size === 0 || entry.size > fileLimits.neighbour) return undefined;
    const key = `${path} ${entry.size} ${entry.modifiedAt}`;
    const known = this.#neighbours.get(key);
    if (known) return known;
    const read = await readDraftFile(path, this.#files, { keys: this.#keysOf(draft) });
    if (!read.ok) return undefined;
    const { identity } = read.value.file;
    this.#neighbours.set(key, identity);
    return identity;
  }

  async pick(draft: OpenDraft, source: TextSource): Promise<ReplyOf<'outside.pick'>> {
    const path = await this.#chosen(source);
    if (!path.ok) return path;
    const own = draft.target().path;
    const isOwn = own !== '' && (await linkedFile(this.#files, own)) === path.value;
    const picked = this.#world.ports.newId();
    const paths = this.#picked.get(draft) ?? new Map<string, string>();
    this.#picked.set(draft, paths.set(picked, path.value));
    return succeed({ picked, name: basename(path.value), isOwn });
  }

  async #chosen(source: TextSource): Promise<Result<string, Failure>> {
    if (source.from === 'listed') return listedPath(this.#files, this.#world, source.folder, source.name);
    const { dialogs } = this.#world;
    const chosen = await dialogs?.openDraft();
    return chosen === undefined
      ? failed(dialogs ? 'cancelled' : 'bad-request')
      : succeed(await linkedFile(this.#files, chosen));
  }

  /** Undefined where no such file can be meant. */
  #pathOf(draft: OpenDraft, { copy, picked }: Omit<RequestOf<'outside.read'>, 'handle'>): string | undefined {
    if (picked !== undefined) return this.#picked.get(draft)?.get(picked);
    const own = draft.target().path;
    if (own === '' || (copy !== undefined && !isFileName(copy))) return undefined;
    return copy === undefined ? own : join(dirname(own), copy);
  }

  async read(draft: OpenDraft, request: Omit<RequestOf<'outside.read'>, 'handle'>): Promise<ReplyOf<'outside.read'>> {
    const path = this.#pathOf(draft, request);
    if (path === undefined) return failed('bad-request');
    const { password } = request;
    const read = await readDraftFile(path, this.#files, { keys: this.#keysOf(draft), password });
    if (!read.ok) return read;
    const { file: found, sha256, notices, isDamaged } = read.value;
    const isSameDraft = isRelated(draft.file().identity, found.identity) && !isDamaged;
    const place = { files: this.#files, data: this.#world.folders.data, keys: this.#keysOf(draft) };
    const common = isSameDraft ? await commonState(place, draft, found) : undefined;
    const { base } = common ?? {};
    const file = common?.isBare ? { ...found, draft: withCommentsOf(common.base, found.draft) } : found;
    const seen = this.#seen.get(draft) ?? new Map<string, Seen>();
    this.#seen.set(draft, seen.set(sha256, { file, path }));
    const seal = sealBeside(draft.file(), file);
    return succeed({
      id: sha256,
      draft: file.draft,
      ...(base && { base }),
      isSameDraft,
      ...(seal && { seal }),
      notices,
    });
  }

  merged(draft: OpenDraft, id: string): ReplyOf<'outside.merged'> {
    const seen = this.#seen.get(draft)?.get(id);
    if (!seen) return failed('not-found');
    draft.absorb(seen.file.identity);
    // What it looked like before the two became one stays findable, whatever becomes of the file.
    const folder = historyFolder(this.#world.folders.data, draft.file().identity.draftId);
    const at = this.#world.ports.now();
    // Never less sealed than mine is.
    const protection = draft.file().protection ?? seen.file.protection;
    const state = { ...seen.file, ...(protection && { protection }) };
    void keepState(this.#files, folder, state, { at, author: '' }).catch(() => undefined);
    return succeed(null);
  }

  hasRead(draft: OpenDraft, id: string): boolean {
    return this.#seen.get(draft)?.get(id)?.path === draft.target().path;
  }
}
