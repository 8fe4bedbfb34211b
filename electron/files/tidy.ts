import { dirname, join } from 'node:path';
import { packageLimits } from '../../core/base/limits.ts';
import { hasLock, isLocked } from './draft-lock.ts';
import type { FileSystem } from './file-system.ts';
import { readOwner } from './owner.ts';
import { unpackDraft } from './package-file.ts';
import { recoverSession } from './recovery.ts';
import { baseName, journalName, temporaryName } from './session-folder.ts';
import { endSession, isInFile, readTarget, subfolders } from './sessions.ts';

/*
 * What earlier sessions left is removed when two things hold: seven days have passed, and what it holds was found, just now
 * and by another session than the one that wrote it, somewhere else. The clock can only put a removal off; it never proves one.
 */

const keptFor = 7 * 24 * 60 * 60 * 1000;

/** Generations of a session that stay in any case. */
const keptGenerations = 2;

/**
 * Removes sessions and generations of earlier runs that are proven to be in a file by now. Comes back when it is known which
 * sessions are there, with their folders and the work that goes on: one that begins later is nobody's to tidy.
 */
export async function tidySessions(
  files: FileSystem,
  recovery: string,
  now: string,
  log: (error: unknown) => void,
): Promise<{ readonly sessions: readonly string[]; readonly done: Promise<void> }> {
  const found = new Map<string, readonly string[]>();
  for (const draft of await subfolders(files, recovery)) found.set(draft, await subfolders(files, draft));
  return { sessions: [...found.values()].flat(), done: tidyFound(files, found, now, log) };
}

async function tidyFound(
  files: FileSystem,
  found: ReadonlyMap<string, readonly string[]>,
  now: string,
  log: (error: unknown) => void,
): Promise<void> {
  for (const [draft, sessions] of found) {
    for (const folder of sessions) {
      // Asked again for each: a draft may have been opened meanwhile.
      if (await isLocked(files, draft)) break;
      // One folder that cannot be tidied is no reason to leave the others.
      await tidySession(files, folder, now).catch(log);
    }
  }
}

async function tidySession(files: FileSystem, folder: string, now: string): Promise<void> {
  const owner = await readOwner(files, folder);
  if (!owner) return;
  if (owner.target !== '') await files.remove(join(dirname(owner.target), temporaryName(folder.slice(-32))));
  const isPast = await isOld(files, join(folder, 'owner.json'), now);
  const isUnwanted = owner.state === 'discarded' && !owner.written;
  if (owner.state === 'proven' || isUnwanted) return isPast ? files.remove(folder) : undefined;
  const target = await readTarget(files, owner);
  const upTo = owner.state === 'discarded' ? owner.saved.chain : undefined;
  const held = await recoverSession(files, folder, target, upTo);
  if (!target || !held) return;
  if (owner.state === 'continued') {
    // The session that went on from here has brought the file at least as far.
    if (isPast && held.file.identity.sequence <= target.identity.sequence) await files.remove(folder);
    return;
  }
  if (isInFile(owner, held, target)) await endSession(files, { folder, owner }, 'proven');
  else await tidyGenerations(files, folder, now, target.identity.sequence);
}

/** Removes generations before the last two, where the newer ones are whole and the file is as far as they begin. */
async function tidyGenerations(files: FileSystem, folder: string, now: string, inFile: number): Promise<void> {
  const names = await files.list(folder);
  const numbers = [...new Set(names.flatMap((name) => /^(\d{6})\.(?:base|qj)$/.exec(name)?.[1] ?? []).map(Number))];
  numbers.sort((a, b) => b - a);
  const [kept, old] = [numbers.slice(0, keptGenerations), numbers.slice(keptGenerations)];
  for (const number of kept) {
    const opened = await unpackDraft(await files.read(join(folder, baseName(number)), packageLimits.total));
    if (!opened.ok || opened.value.notices.length > 0 || opened.value.file.identity.sequence > inFile) return;
  }
  for (const number of old) {
    if (!(await isOld(files, join(folder, baseName(number)), now))) continue;
    // The journal first: a base without its journal is only an old copy, a journal without its base a riddle.
    await files.remove(join(folder, journalName(number)));
    await files.remove(join(folder, baseName(number)));
  }
}

async function isOld(files: FileSystem, path: string, now: string): Promise<boolean> {
  const entry = await files.entry(path);
  return entry === undefined || Date.parse(now) - Date.parse(entry.modifiedAt) >= keptFor;
}

/**
 * Removes what savings of dead sessions left beside a draft's file. Ours are only those whose session lies in our own recovery
 * folder; dead are those whose draft nobody has open, or this process has, in a session that is not among the `living`.
 */
export async function tidyTemporaries(
  files: FileSystem,
  recovery: string,
  folder: string,
  living: ReadonlySet<string>,
): Promise<void> {
  const sessions = (await files.list(folder)).flatMap((name) => /^~\$([0-9a-f]{32})\.tmp$/.exec(name)?.[1] ?? []);
  const left = sessions.filter((session) => !living.has(session));
  if (left.length === 0) return;
  for (const draft of await subfolders(files, recovery)) {
    const own = new Set((await subfolders(files, draft)).map((path) => path.slice(-32)));
    const dead = left.filter((session) => own.has(session));
    if (dead.length === 0 || ((await isLocked(files, draft)) && !hasLock(draft))) continue;
    for (const session of dead) await files.remove(join(folder, temporaryName(session)));
  }
}
