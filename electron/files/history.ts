import { join } from 'node:path';
import { packageLimits } from '../../core/base/limits.ts';
import type { Notice } from '../../core/base/notice.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { HistoryEntry, HistoryState } from '../../core/bridge/versions.ts';
import { writeAtomically } from './atomic-write.ts';
import type { Unlocking } from './documents.ts';
import { failed, readFailure } from './failures.ts';
import type { FileSystem } from './file-system.ts';
import { sha256 } from './hash.ts';
import { type About, readNames, resealNames, writeNames } from './history-names.ts';
import { Keyring, type ResealedDisk } from './keyring.ts';
import { type DraftFile, packDraft, unpackDraft } from './package-file.ts';
import { blinded, type Protection } from './seal-key.ts';
import { inTurnAt } from './turns.ts';

/*
 * Earlier states of a draft, kept on this machine and never in what is sent: whole packages in local application data, one
 * folder for each draft. The clock names them and sets their pace; nothing is proven by it.
 */

/** Limits of the history. */
export const historyLimits = {
  /** Milliseconds between two states while a draft is edited. */
  pace: 5 * 60 * 1000,
  keptFor: 7 * 24 * 60 * 60 * 1000,
  /** Bytes of all states of one draft together that nobody named. */
  bytes: 200 * 2 ** 20,
  /** Stay whatever their age and size. */
  least: 2,
} as const;

/** Keeps states of one open draft at their pace. */
export interface HistoryKeeper {
  /** Whether enough time has passed since the last state that was kept; the caller who is told so keeps the next. */
  claim(): boolean;
  /** Keeps a state now, whatever the pace. A history that cannot be written costs nobody anything but itself. */
  keep(file: DraftFile): Promise<void>;
}

export interface HistoryOptions {
  readonly files: FileSystem;
  /** The folder of application data. */
  readonly data: string;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** The name under which somebody works; empty when nobody gave one. */
  readonly author?: () => Promise<string>;
  /** Bytes of the states that nobody named; `historyLimits.bytes` where it is absent. */
  readonly mostBytes?: number;
}

/** A keeper for a draft that was just opened: its first state is kept at its first edit. */
export function createHistory({ files, data, now, author, mostBytes }: HistoryOptions): HistoryKeeper {
  let [last, kept] = [Number.NEGATIVE_INFINITY, ''];
  return {
    claim: () => {
      const present = Date.parse(now());
      // A clock that was set back would hold the history up for as long.
      if (Math.abs(present - last) < historyLimits.pace) return false;
      last = present;
      return true;
    },
    keep: async (file) => {
      const at = now();
      if (file.identity.chain === kept) return;
      kept = file.identity.chain;
      const folder = historyFolder(data, file.identity.draftId);
      const kind = { at, author: (await author?.()) ?? '', ...(mostBytes !== undefined && { mostBytes }) };
      await keepState(files, folder, file, kind).catch(() => undefined);
    },
  };
}

interface Kept {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly author: string;
  readonly mostBytes?: number;
}

/** Keeps a state and returns its id; that of the same state where it is there already, from an earlier session. */
export function keepState(files: FileSystem, folder: string, file: DraftFile, kept: Kept): Promise<string> {
  return inTurnAt(folder, () => keepStateNow(files, folder, file, kept));
}

async function keepStateNow(files: FileSystem, folder: string, file: DraftFile, kept: Kept): Promise<string> {
  const keys = new Keyring(file.protection);
  const same = (await entriesIn(files, folder, keys)).find(({ id }) => isStateOf(id, file));
  if (same) return same.id;
  await files.makeFolder(folder);
  const id = nameOf(file, kept.at);
  const path = join(folder, `${id}.dolboor`);
  const task = {
    path,
    bytes: packDraft(file),
    expected: 'anything',
    temporary: 'history.tmp',
    isPrivate: true,
  } as const;
  const written = await writeAtomically(files, task);
  if (!written.ok)
    throw Object.assign(new Error('history'), { code: written.error.code === 'no-space' ? 'ENOSPC' : 'EIO' });
  if (kept.author !== '') {
    await describeNow(files, folder, { id, about: { author: kept.author }, protection: file.protection }).catch(
      () => undefined,
    );
  }
  await prune(files, folder, kept, keys);
  return id;
}

/** Whether a kept state is the one of this chain hash, among the states of a draft that is sealed so. */
export function isStateOf(id: string, state: Sealed): boolean {
  return id.endsWith(`-${digitsOf(state)}`);
}

/** What names a state: its chain hash, and the key that its draft is sealed with. */
export interface Sealed {
  readonly identity: { readonly chain: string };
  readonly protection?: DraftFile['protection'];
}

/** Something to say of a state; a label that is empty is taken away. */
export interface Description {
  readonly id: string;
  readonly about: Pick<About, 'label' | 'author'>;
  /** What the draft is sealed with now. */
  readonly protection: Protection | undefined;
}

export function describeState(files: FileSystem, folder: string, description: Description): Promise<void> {
  return inTurnAt(folder, () => describeNow(files, folder, description));
}

async function describeNow(files: FileSystem, folder: string, { id, about, protection }: Description): Promise<void> {
  const keys = new Keyring(protection);
  const names = await readNames(files, folder, keys);
  const { label, secret: _, ...rest } = { ...names.states[id], ...about };
  const states = { ...names.states, [id]: label ? { ...rest, label } : rest };
  const present = new Set((await entriesIn(files, folder, keys)).map((entry) => entry.id));
  await writeNames(files, folder, { ...names, states }, { present, protection });
}

/** Removes a state that a person wants no more. The last ones stay: nobody removes the only other copy of his work by mistake. */
export async function removeState(
  files: FileSystem,
  folder: string,
  { id, protection }: Pick<Description, 'id' | 'protection'>,
): Promise<boolean> {
  const entries = await entriesIn(files, folder, new Keyring(protection));
  const index = entries.findIndex((entry) => entry.id === id);
  if (index < 0) return false;
  if (index < historyLimits.least) await describeState(files, folder, { id, about: { label: '' }, protection });
  else await files.remove(join(folder, `${id}.dolboor`));
  return true;
}

/** What nobody named goes by age and size. */
async function prune(files: FileSystem, folder: string, { at: now, mostBytes }: Kept, keys: Keyring): Promise<void> {
  let total = 0;
  const { states } = await readNames(files, folder, keys);
  for (const [index, { id, at, bytes, label }] of (await entriesIn(files, folder, keys)).entries()) {
    // What is said of it cannot be read with this key: it may well be a name.
    if (label !== undefined || states[id]?.secret !== undefined) continue;
    total += bytes;
    if (index < historyLimits.least) continue;
    const isOld = Date.parse(now) - Date.parse(at) >= historyLimits.keptFor;
    if (isOld || total > (mostBytes ?? historyLimits.bytes)) await files.remove(join(folder, `${id}.dolboor`));
  }
}

/** Seals the states of a draft and their names under another key; returns how many files could not be. */
export function resealHistory(disk: ResealedDisk, folder: string): Promise<number> {
  return inTurnAt(folder, () => resealNow(disk, folder));
}

async function resealNow(disk: ResealedDisk, folder: string): Promise<number> {
  let left = 0;
  const renamed = new Map<string, string>();
  for (const entry of await entriesIn(disk.files, folder, disk.keys)) {
    const name = await resealState(disk, folder, entry).catch(() => undefined);
    if (name === undefined) left += 1;
    else renamed.set(entry.id, name);
  }
  const isNamed = await resealNames(disk.files, folder, disk, renamed).catch(() => false);
  // The names follow their states before the old states go: a cut in between leaves both.
  for (const [id, name] of renamed) if (id !== name) await disk.files.remove(join(folder, `${id}.dolboor`));
  for (const name of ['history.tmp', 'names.tmp']) await disk.files.remove(join(folder, name)).catch(() => undefined);
  return left + (isNamed ? 0 : 1);
}

/** Writes a state under the new key and returns its name then; undefined when it could not be opened or written. */
async function resealState(
  { files, view, protection }: ResealedDisk,
  folder: string,
  { id, at }: HistoryEntry,
): Promise<string | undefined> {
  const opened = await unpackDraft(await view.read(join(folder, `${id}.dolboor`), packageLimits.file));
  // What is damaged stays as it is: somebody may still get more out of it.
  if (!opened.ok || opened.value.isDamaged) return undefined;
  const { protection: _, ...clear } = opened.value.file;
  const file: DraftFile = protection ? { ...clear, protection } : clear;
  const path = join(folder, `${nameOf(file, at)}.dolboor`);
  const bytes = packDraft(file);
  const task = { path, bytes, expected: 'anything', temporary: 'history.tmp', isPrivate: true } as const;
  return (await writeAtomically(files, task)).ok ? nameOf(file, at) : undefined;
}

/** What is kept of a draft, newest first. */
export function listHistory(
  files: FileSystem,
  data: string,
  draftId: string,
  keys: Keyring = new Keyring(),
): Promise<readonly HistoryEntry[]> {
  return entriesIn(files, historyFolder(data, draftId), keys);
}

/** One of the states that `listHistory` named. */
export async function readHistory(
  files: FileSystem,
  data: string,
  draftId: string,
  id: string,
  { keys, password }: Unlocking = { keys: new Keyring() },
): Promise<Result<HistoryState, Failure>> {
  const kept = await readKept(files, data, draftId, id, { keys, password });
  if (!kept.ok) return kept;
  const { entry, file, notices } = kept.value;
  return succeed({ ...entry, draft: file.draft, notices });
}

/** A kept state with everything that its package holds. */
export interface KeptState {
  readonly entry: HistoryEntry;
  readonly file: DraftFile;
  readonly notices: readonly Notice[];
}

/** The same with its place in the history of the draft. */
export async function readKept(
  files: FileSystem,
  data: string,
  draftId: string,
  id: string,
  { keys, password }: Unlocking = { keys: new Keyring() },
): Promise<Result<KeptState, Failure>> {
  const folder = historyFolder(data, draftId);
  const entry = (await entriesIn(files, folder, keys)).find((candidate) => candidate.id === id);
  if (!entry) return failed('not-found');
  let bytes: Uint8Array;
  try {
    bytes = await files.read(join(folder, `${id}.dolboor`), packageLimits.file);
  } catch (error) {
    return failed(readFailure(error));
  }
  const shut = password === undefined ? undefined : await keys.unlock(bytes, password);
  if (shut) return failed(shut);
  const opened = await unpackDraft(bytes, keys);
  if (!opened.ok) return failed(opened.error.code);
  const { file, notices } = opened.value;
  return file.identity.draftId === draftId ? succeed({ entry, file, notices }) : failed('damaged');
}

/** Where the states of a draft lie. */
export function historyFolder(data: string, draftId: string): string {
  return join(data, 'history', sha256(draftId).slice(0, 32));
}

/** `20260301T090000000Z-12-<chain>`: sorts by time; the number of the edit and the state it is. */
function nameOf(file: DraftFile, at: string): string {
  return `${at.replace(/[-:.]/g, '')}-${file.identity.sequence}-${digitsOf(file)}`;
}

/** What tells one state from another in a name, and says nothing of a protected one. */
function digitsOf({ identity: { chain }, protection }: Sealed): string {
  return (protection ? blinded(protection, chain) : chain).slice(0, 12);
}

const named = /^((\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(\d{1,15})-[0-9a-f]{12})\.dolboor$/;

async function entriesIn(files: FileSystem, folder: string, keys: Keyring): Promise<readonly HistoryEntry[]> {
  const names = await files.list(folder).catch(() => []);
  const { states } = await readNames(files, folder, keys);
  const entries: HistoryEntry[] = [];
  for (const name of [...names].sort().reverse()) {
    const [, id, year, month, day, hour, minute, second, fraction, sequence] = named.exec(name) ?? [];
    const entry = id === undefined ? undefined : await files.entry(join(folder, name)).catch(() => undefined);
    if (id === undefined || entry?.kind !== 'file') continue;
    const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}Z`;
    const { secret: _, ...about } = states[id] ?? {};
    entries.push({ id, at, sequence: Number(sequence), bytes: entry.size, ...about });
  }
  return entries;
}
