import { basename, dirname, join } from 'node:path';
import type { Result } from '../../core/base/result.ts';
import { succeed } from '../../core/base/result.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import { failedFile, readFailure, writeFailure } from './failures.ts';
import { type Access, errorCode, type FileSystem } from './file-system.ts';
import { sha256 } from './hash.ts';
import { createPatience, heldCodes, type Patience } from './patience.ts';

/**
 * What must be at the target for it to be replaced: nothing, the bytes with this SHA-256, or anything at all. `attempted` is
 * what an earlier attempt wrote that failed without telling whether the name had changed hands already.
 */
export type Expected = 'absent' | 'anything' | { readonly sha256: string; readonly attempted?: string };

export interface AtomicWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly expected: Expected;
  /** Name of the temporary file in the target's folder; one of our own that a failure left there is replaced. */
  readonly temporary: string;
  /** A file of our own that nobody but the person reads. Otherwise it keeps the access that it had. */
  readonly isPrivate?: boolean;
  /** Told each time that somebody is waited for who holds the file. */
  readonly onWait?: () => void;
}

/** A file may be read back up to this size to compare it with what is expected. */
const compareLimit = 2 ** 31 - 1;

/**
 * Replaces a file by new bytes so that its path always holds the whole old or the whole new content: temporary file in the
 * same folder, flush, read back, rename, flush of the folder. Nothing is replaced that is not what the caller expects. A
 * virus scanner or a sync client that holds the file is waited for, 15 seconds in all. Where the path is a link, the file that it
 * leads to is written and the link stays. The result is the SHA-256 of what was written.
 */
export async function writeAtomically(files: FileSystem, asked: AtomicWrite): Promise<Result<string, Failure>> {
  const task = { ...asked, path: await linkedFile(files, asked.path) };
  const patience = createPatience(files, task.onWait);
  const before = await compare(files, task, patience);
  if (before) return before;
  const temporary = join(dirname(task.path), task.temporary);
  try {
    await patience.attempt(() => writeAnew(files, temporary, task), ['EBUSY', 'EMFILE', 'ENFILE']);
    const hash = await patience.attempt(() => readBack(files, temporary, task.bytes));
    // Once more: writing took time, and somebody may have saved into the target meanwhile.
    const meanwhile = await compare(files, task, patience);
    if (meanwhile) {
      await removeQuietly(files, temporary);
      return meanwhile;
    }
    return (await replaceBy(files, temporary, task.path, patience)) ?? succeed(hash);
  } catch (error) {
    await removeQuietly(files, temporary);
    return failedFile(writeFailure(error), task.path);
  }
}

/**
 * Writes over the bytes of a file where its folder takes no new one or its name cannot be given away: the last resort, and only
 * for a caller who holds the same state safe elsewhere, since a power cut in between leaves neither the old file nor the new.
 */
export async function writeInPlace(files: FileSystem, asked: AtomicWrite): Promise<Result<string, Failure>> {
  const task = { ...asked, path: await linkedFile(files, asked.path) };
  const patience = createPatience(files, task.onWait);
  const before = await compare(files, task, patience);
  if (before) return before;
  try {
    await patience.attempt(() => files.overwrite(task.path, task.bytes));
    return succeed(await patience.attempt(() => readBack(files, task.path, task.bytes)));
  } catch (error) {
    return failedFile(heldCodes.includes(errorCode(error)) ? 'busy' : writeFailure(error), task.path);
  }
}

/** The folder took a new file, so what cannot be renamed is held by somebody, whatever the system calls it. */
async function replaceBy(files: FileSystem, temporary: string, path: string, patience: Patience) {
  try {
    await patience.attempt(() => files.rename(temporary, path));
  } catch (error) {
    if (!heldCodes.includes(errorCode(error))) throw error;
    await removeQuietly(files, temporary);
    return failedFile('busy', path);
  }
  await settleName(files, path, patience);
  return undefined;
}

/**
 * Makes the new name last. Windows flushes no folder, but the flush of the file carries its log of names along: without it a power
 * cut could bring the old file back after a save that was acknowledged. Who holds the file only keeps it from being flushed now.
 */
async function settleName(files: FileSystem, path: string, patience: Patience): Promise<void> {
  if (await files.syncFolder(dirname(path))) return;
  try {
    await patience.attempt(() => files.syncFile(path));
  } catch (error) {
    if (!heldCodes.includes(errorCode(error))) throw error;
  }
}

async function compare(files: FileSystem, { path, expected }: AtomicWrite, patience: Patience) {
  if (expected === 'anything') return undefined;
  try {
    const found = await patience.attempt(() => hashAt(files, path));
    if (found === undefined) return undefined;
    if (expected === 'absent') return failedFile('already-exists', path);
    if (found === expected.sha256 || found === expected.attempted) return undefined;
    return failedFile('changed-outside', path);
  } catch (error) {
    return failedFile(readFailure(error), path);
  }
}

/** SHA-256 of the file; undefined when there is none. */
export async function hashAt(files: FileSystem, path: string): Promise<string | undefined> {
  if (!(await files.entry(path))) return undefined;
  return sha256(await files.read(path, compareLimit));
}

/** The file that a path leads to through links; the path itself where there is no such file. */
export async function linkedFile(files: FileSystem, path: string): Promise<string> {
  const isLink = (await files.entry(path).catch(() => undefined))?.kind === 'other';
  return isLink ? files.realPath(path).catch(() => path) : path;
}

async function writeAnew(files: FileSystem, path: string, task: AtomicWrite): Promise<void> {
  await files.remove(path);
  await writeFlushed(files, path, task.bytes, await accessOf(files, task));
}

async function accessOf(files: FileSystem, { path, isPrivate }: AtomicWrite): Promise<Access> {
  if (isPrivate) return 'private';
  const mode = (await files.entry(path).catch(() => undefined))?.mode;
  return mode === undefined ? 'shared' : { mode };
}

/** Writes a new file, every byte of it, and comes back when it is on the disk. */
export async function writeFlushed(
  files: FileSystem,
  path: string,
  bytes: Uint8Array,
  access: Access = 'private',
): Promise<void> {
  const file = await files.create(path, access);
  try {
    let written = 0;
    while (written < bytes.length) written += await file.write(bytes.subarray(written));
    await file.sync();
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
  // The error of a close counts: network volumes report a full disk there.
  await file.close();
}

async function readBack(files: FileSystem, path: string, bytes: Uint8Array): Promise<string> {
  const hash = sha256(bytes);
  const found = sha256(await files.read(path, bytes.length));
  if (found !== hash) throw Object.assign(new Error(`${basename(path)} reads back wrong`), { code: 'EIO' });
  return hash;
}

async function removeQuietly(files: FileSystem, path: string): Promise<void> {
  await files.remove(path).catch(() => undefined);
}
