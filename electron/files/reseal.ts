import { join } from 'node:path';
import { packageLimits } from '../../core/base/limits.ts';
import { writeAtomically } from './atomic-write.ts';
import type { FileSystem } from './file-system.ts';
import { historyFolder, resealHistory } from './history.ts';
import { type Keyring, type ResealedDisk, unlockedFiles } from './keyring.ts';
import { isLockedOwner, readOwner, sealOwner, writeOwner } from './owner.ts';
import { unpackDraft } from './package-file.ts';
import { readSealedJournal, sealJournal } from './seal-journal.ts';
import type { Protection } from './seal-key.ts';
import { sealedIn, sealPackage } from './seal-package.ts';
import { baseName, draftFolder, journalName } from './session-folder.ts';
import { subfolders } from './sessions.ts';

/*
 * When a password is set, changed or removed, what this machine kept of the draft earlier is sealed anew: generations of this and
 * of other sessions, and the history. Nothing is deleted for it; each file is replaced whole.
 */

export interface Resealing {
  readonly files: FileSystem;
  /** Folder of application data. */
  readonly data: string;
  readonly recovery: string;
  readonly draftId: string;
  /** Keys of what is there now. */
  readonly keys: Keyring;
  readonly protection: Protection | undefined;
  /** Folder of the session that is under way; its last generation is sealed as it should be. */
  readonly current: string;
}

/** Seals what is there of a draft under the new key; returns how many files could not be. */
export async function resealDraft(task: Resealing): Promise<number> {
  const { files, data, recovery, draftId, keys, protection } = task;
  const disk = { files, view: unlockedFiles(files, keys), keys, protection };
  let left = 0;
  for (const folder of await subfolders(files, draftFolder(recovery, draftId))) {
    left += await resealSession(disk, folder, folder === task.current);
  }
  return left + (await resealHistory(disk, historyFolder(data, draftId)));
}

async function resealSession(disk: ResealedDisk, folder: string, isCurrent: boolean): Promise<number> {
  const names = await disk.files.list(folder);
  const numbers = [...new Set(names.flatMap((name) => /^(\d{6})\.(?:base|qj)$/.exec(name)?.[1] ?? []).map(Number))];
  numbers.sort((a, b) => a - b);
  if (isCurrent) numbers.pop();
  let left = 0;
  for (const number of numbers) {
    // The journal first: it takes its first number from the base copy.
    left += await counted(() => resealJournal(disk, folder, number));
    left += await counted(() => resealBase(disk, join(folder, baseName(number))));
  }
  for (const name of names.filter((one) => one.endsWith('.tmp'))) await disk.files.remove(join(folder, name));
  if (!isCurrent) left += await counted(() => resealOwner(disk, folder));
  return left;
}

async function counted(work: () => Promise<boolean>): Promise<number> {
  return (await work().catch(() => false)) ? 0 : 1;
}

async function resealBase(disk: ResealedDisk, path: string): Promise<boolean> {
  const { files, view, protection } = disk;
  if (!(await files.entry(path))) return true;
  const plain = await view.read(path, packageLimits.total);
  if (sealedIn(plain)) return false;
  return replace(files, path, protection ? sealPackage(plain, protection) : plain);
}

async function resealJournal(
  { files, view, protection }: ResealedDisk,
  folder: string,
  number: number,
): Promise<boolean> {
  const path = join(folder, journalName(number));
  if (!(await files.entry(path))) return true;
  const plain = await view.read(path, packageLimits.total);
  if (readSealedJournal(plain)) return false;
  const base = await unpackDraft(await view.read(join(folder, baseName(number)), packageLimits.total));
  const start = base.ok ? base.value.file.identity.sequence : 0;
  const bytes = protection ? sealJournal(plain, start, protection) : plain;
  return bytes ? replace(files, path, bytes) : false;
}

async function resealOwner({ files, view, protection }: ResealedDisk, folder: string): Promise<boolean> {
  const owner = await readOwner(view, folder);
  if (!owner) return true;
  if (isLockedOwner(owner)) return false;
  await writeOwner(files, folder, sealOwner(owner, protection));
  return true;
}

async function replace(files: FileSystem, path: string, bytes: Uint8Array): Promise<boolean> {
  const task = { path, bytes, expected: 'anything', temporary: 'reseal.tmp', isPrivate: true } as const;
  return (await writeAtomically(files, task)).ok;
}
