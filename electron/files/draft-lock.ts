import os from 'node:os';
import { join } from 'node:path';
import { fileLimits } from '../../core/base/limits.ts';
import { canonicalJson } from '../../core/file/canonical.ts';
import { field, fieldsOf, parseJson } from '../../core/file/fields.ts';
import { writeFlushed } from './atomic-write.ts';
import { errorCode, type FileSystem } from './file-system.ts';

/** Held for as long as a draft is open: one writer for each draft on this machine. */
export interface DraftLock {
  release(): Promise<void>;
}

const fileName = 'lock.json';

/** What this process holds itself, so that its own number in a file is not taken for somebody else who is alive. */
const held = new Set<string>();

/** Takes the draft whose folder this is; undefined when a living process has it. A dead one's lock is taken over. */
export async function lockDraft(files: FileSystem, folder: string): Promise<DraftLock | undefined> {
  const path = join(folder, fileName);
  if (held.has(path)) return undefined;
  held.add(path);
  try {
    if (await takeLock(files, path)) return { release: () => release(files, path) };
  } catch (error) {
    held.delete(path);
    throw error;
  }
  held.delete(path);
  return undefined;
}

/** Whether a living process, this one or another, has the draft open. */
export async function isLocked(files: FileSystem, folder: string): Promise<boolean> {
  const path = join(folder, fileName);
  return held.has(path) || (await isHeldByOther(files, path));
}

/** Whether this process has the draft open. */
export function hasLock(folder: string): boolean {
  return held.has(join(folder, fileName));
}

async function release(files: FileSystem, path: string): Promise<void> {
  held.delete(path);
  await files.remove(path);
}

async function takeLock(files: FileSystem, path: string): Promise<boolean> {
  const bytes = new TextEncoder().encode(canonicalJson({ process: process.pid, booted: bootTime() }));
  for (const attempt of ['first', 'after a dead one']) {
    try {
      await writeFlushed(files, path, bytes);
      return true;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    if (attempt !== 'first' || (await isHeldByOther(files, path))) return false;
    await files.remove(path);
  }
  return false;
}

async function isHeldByOther(files: FileSystem, path: string): Promise<boolean> {
  let text: string;
  try {
    text = new TextDecoder().decode(await files.read(path, fileLimits.small));
  } catch {
    return false;
  }
  const fields = fieldsOf(parseJson(text)) ?? {};
  const [owner, booted] = [field(fields, 'process'), field(fields, 'booted')];
  if (typeof owner !== 'number' || typeof booted !== 'number') return false;
  return owner !== process.pid && sameBoot(booted) && isAlive(owner);
}

/** Seconds since 1970 at which the machine started. */
function bootTime(): number {
  return Math.round(Date.now() / 1000 - os.uptime());
}

/**
 * A process number means nothing after a restart of the machine, when another program may have it. The clock is only asked to
 * tell restarts apart, with five minutes of tolerance; were it wrong, two sessions would write, each in its own folder, and the
 * comparison at saving would still keep one from overwriting the other.
 */
function sameBoot(booted: number): boolean {
  return Math.abs(bootTime() - booted) < 300;
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
