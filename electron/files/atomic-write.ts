import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Result } from '../../core/base/result.ts';
import { succeed } from '../../core/base/result.ts';
import type { Failure } from '../../core/bridge/contract.ts';
import { failedFile, readFailure, writeFailure } from './failures.ts';
import { errorCode, type FileSystem } from './file-system.ts';
import { sha256 } from './hash.ts';

/** What must be at the target for it to be replaced: nothing, the bytes with this SHA-256, or anything at all. */
export type Expected = 'absent' | 'anything' | { readonly sha256: string };

export interface AtomicWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly expected: Expected;
  /** Name of the temporary file in the target's folder; one of our own that a failure left there is replaced. */
  readonly temporary: string;
}

/** A file may be read back up to this size to compare it with what is expected. */
const compareLimit = 2 ** 31 - 1;

/** Waits between attempts to rename while a virus scanner or a sync client holds the target: 15 s in all. */
const renameWaits = [20, 40, 80, 160, 320, 640, ...Array.from({ length: 14 }, () => 1000)];

/**
 * Replaces a file by new bytes so that its path always holds the whole old or the whole new content: temporary file in the
 * same folder, flush, read back, rename, flush of the folder. Nothing is replaced that is not what the caller expects. The
 * result is the SHA-256 of what was written.
 */
export async function writeAtomically(
  files: FileSystem,
  task: AtomicWrite,
  pause: (milliseconds: number) => Promise<unknown> = wait,
): Promise<Result<string, Failure>> {
  const before = await compare(files, task);
  if (before) return before;
  const temporary = join(dirname(task.path), task.temporary);
  try {
    await files.remove(temporary);
    await writeFlushed(files, temporary, task.bytes);
    const hash = await readBack(files, temporary, task.bytes);
    // Once more: writing took time, and somebody may have saved into the target meanwhile.
    const meanwhile = await compare(files, task);
    if (meanwhile) {
      await removeQuietly(files, temporary);
      return meanwhile;
    }
    await renamePatiently(files, temporary, task.path, pause);
    await files.syncFolder(dirname(task.path));
    return succeed(hash);
  } catch (error) {
    await removeQuietly(files, temporary);
    return failedFile(writeFailure(error), task.path);
  }
}

async function compare(files: FileSystem, { path, expected }: AtomicWrite) {
  if (expected === 'anything') return undefined;
  try {
    const found = await hashAt(files, path);
    if (found === undefined) return undefined;
    if (expected === 'absent') return failedFile('already-exists', path);
    return found === expected.sha256 ? undefined : failedFile('changed-outside', path);
  } catch (error) {
    return failedFile(readFailure(error), path);
  }
}

/** SHA-256 of the file; undefined when there is none. */
export async function hashAt(files: FileSystem, path: string): Promise<string | undefined> {
  if (!(await files.entry(path))) return undefined;
  return sha256(await files.read(path, compareLimit));
}

/** Writes a new file, every byte of it, and comes back when it is on the disk. */
export async function writeFlushed(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.create(path);
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

async function renamePatiently(
  files: FileSystem,
  from: string,
  to: string,
  pause: (milliseconds: number) => Promise<unknown>,
): Promise<void> {
  for (const milliseconds of renameWaits) {
    try {
      return await files.rename(from, to);
    } catch (error) {
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(errorCode(error))) throw error;
      await pause(milliseconds);
    }
  }
  await files.rename(from, to);
}

async function removeQuietly(files: FileSystem, path: string): Promise<void> {
  await files.remove(path).catch(() => undefined);
}
