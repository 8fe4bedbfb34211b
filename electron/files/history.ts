import { join } from 'node:path';
import { type Result, succeed } from '../../core/base/result.ts';
import type { Failure, HistoryEntry, HistoryState } from '../../core/bridge/contract.ts';
import { writeAtomically } from './atomic-write.ts';
import type { Unlocking } from './documents.ts';
import { failed, readFailure } from './failures.ts';
import type { FileSystem } from './file-system.ts';
import { sha256 } from './hash.ts';
import { Keyring, type ResealedDisk } from './keyring.ts';
import { packageLimits } from './limits.ts';
import { type DraftFile, packDraft, unpackDraft } from './package-file.ts';
import { blinded } from './seal-key.ts';

/*
 * Earlier states of a draft, kept on this machine and never in what is sent: whole packages in local application data, one
 * folder for each draft. The clock names them and sets their pace; nothing is proven by it.
 */

/** Limits of the history. */
export const historyLimits = {
  /** Milliseconds between two states while a draft is edited. */
  pace: 5 * 60 * 1000,
  keptFor: 7 * 24 * 60 * 60 * 1000,
  /** Bytes of all states of one draft together. */
  bytes: 200 * 2 ** 20,
  /** Stay whatever their age and size. */
  least: 2,
} as const;

/** Keeps states of one open draft at their pace. */
export interface HistoryKeeper {
  /** Whether enough time has passed since the last state that was kept; the caller who is told so keeps the next. */
  claim(): boolean;
  /** Keeps a state now. A history that cannot be written costs nobody anything but itself. */
  keep(file: DraftFile): Promise<void>;
}

export interface HistoryOptions {
  readonly files: FileSystem;
  /** The folder of application data. */
  readonly data: string;
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

/** A keeper for a draft that was just opened: its first state is kept at its first edit. */
export function createHistory({ files, data, now }: HistoryOptions): HistoryKeeper {
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
      await keepState(files, historyFolder(data, file.identity.draftId), file, at).catch(() => undefined);
    },
  };
}

async function keepState(files: FileSystem, folder: string, file: DraftFile, at: string): Promise<void> {
  const bytes = packDraft(file);
  const earlier = await entriesIn(files, folder);
  // The same state is there already, from an earlier session.
  if (earlier[0]?.id.endsWith(digitsOf(file))) return;
  await files.makeFolder(folder);
  const path = join(folder, `${nameOf(file, at)}.dolboor`);
  await writeAtomically(files, { path, bytes, expected: 'anything', temporary: 'history.tmp', isPrivate: true });
  await prune(files, folder, at);
}

async function prune(files: FileSystem, folder: string, now: string): Promise<void> {
  let total = 0;
  for (const [index, { id, at, bytes }] of (await entriesIn(files, folder)).entries()) {
    total += bytes;
    if (index < historyLimits.least) continue;
    const isOld = Date.parse(now) - Date.parse(at) >= historyLimits.keptFor;
    if (isOld || total > historyLimits.bytes) await files.remove(join(folder, `${id}.dolboor`));
  }
}

/** Seals the states of a draft under another key; returns how many could not be. */
export async function resealHistory(disk: ResealedDisk, folder: string): Promise<number> {
  let left = 0;
  for (const { id, at } of await entriesIn(disk.files, folder)) {
    left += (await resealState(disk, folder, id, at).catch(() => false)) ? 0 : 1;
  }
  await disk.files.remove(join(folder, 'history.tmp')).catch(() => undefined);
  return left;
}

async function resealState(
  { files, view, protection }: ResealedDisk,
  folder: string,
  id: string,
  at: string,
): Promise<boolean> {
  const old = join(folder, `${id}.dolboor`);
  const opened = await unpackDraft(await view.read(old, packageLimits.file));
  if (!opened.ok) return false;
  const { protection: _, ...clear } = opened.value.file;
  const file: DraftFile = protection ? { ...clear, protection } : clear;
  const path = join(folder, `${nameOf(file, at)}.dolboor`);
  const bytes = packDraft(file);
  const task = { path, bytes, expected: 'anything', temporary: 'history.tmp', isPrivate: true } as const;
  if (!(await writeAtomically(files, task)).ok) return false;
  if (path !== old) await files.remove(old);
  return true;
}

/** What is kept of a draft, newest first. */
export function listHistory(files: FileSystem, data: string, draftId: string): Promise<readonly HistoryEntry[]> {
  return entriesIn(files, historyFolder(data, draftId));
}

/** One of the states that `listHistory` named. */
export async function readHistory(
  files: FileSystem,
  data: string,
  draftId: string,
  id: string,
  { keys, password }: Unlocking = { keys: new Keyring() },
): Promise<Result<HistoryState, Failure>> {
  const folder = historyFolder(data, draftId);
  const entry = (await entriesIn(files, folder)).find((candidate) => candidate.id === id);
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
  return file.identity.draftId === draftId ? succeed({ ...entry, draft: file.draft, notices }) : failed('damaged');
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
function digitsOf({ identity: { chain }, protection }: DraftFile): string {
  return (protection ? blinded(protection, chain) : chain).slice(0, 12);
}

const named = /^((\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(\d{1,15})-[0-9a-f]{12})\.dolboor$/;

async function entriesIn(files: FileSystem, folder: string): Promise<readonly HistoryEntry[]> {
  const names = await files.list(folder).catch(() => []);
  const entries: HistoryEntry[] = [];
  for (const name of [...names].sort().reverse()) {
    const [, id, year, month, day, hour, minute, second, fraction, sequence] = named.exec(name) ?? [];
    const entry = id === undefined ? undefined : await files.entry(join(folder, name)).catch(() => undefined);
    if (id === undefined || entry?.kind !== 'file') continue;
    const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}Z`;
    entries.push({ id, at, sequence: Number(sequence), bytes: entry.size });
  }
  return entries;
}
