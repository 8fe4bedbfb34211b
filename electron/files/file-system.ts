import { constants, type Stats } from 'node:fs';
import { chmod, lstat, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** An open file that is being written. */
export interface OpenFile {
  /** May write less than asked, as the system does; returns how many bytes it took. */
  write(bytes: Uint8Array): Promise<number>;
  /** Comes back when the bytes are on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface Entry {
  readonly kind: 'file' | 'folder' | 'other';
  readonly size: number;
  /** ISO 8601; for show only. */
  readonly modifiedAt: string;
  /** Who may do what with it, as the lowest nine bits; absent where the system has no such thing. */
  readonly mode?: number;
}

/** Who may read a new file: the person alone, whoever the system's habit lets, or the same as of another file. */
export type Access = 'private' | 'shared' | { readonly mode: number };

/**
 * What this program asks of a disk, and no more: so that a test can make each call fail. Errors are thrown as Node throws
 * them, with `code`.
 */
export interface FileSystem {
  /** The bytes of a regular file; fails with `EFBIG` above the limit. */
  read(path: string, limit: number): Promise<Uint8Array>;
  /** Opens a file that must not exist yet; `private` unless said otherwise. */
  create(path: string, access?: Access): Promise<OpenFile>;
  /** Writes over the bytes of a file that exists and comes back when they are on the disk. A failure leaves part of each. */
  overwrite(path: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file or a whole folder; nothing happens when it is not there. */
  remove(path: string): Promise<void>;
  /** Folders that are missing are made for the person alone. */
  makeFolder(path: string): Promise<void>;
  /** Takes a folder that an earlier version made away from everybody but the person, where the system can. */
  makePrivate(path: string): Promise<void>;
  /** Names in a folder. */
  list(path: string): Promise<readonly string[]>;
  /** What is at the path, links not followed; undefined when nothing is. */
  entry(path: string): Promise<Entry | undefined>;
  /** The path with every link followed. */
  realPath(path: string): Promise<string>;
  /** Makes names in a folder durable; false where the system cannot or does not say. */
  syncFolder(path: string): Promise<boolean>;
  /** Flushes a file that lies there already, and with it, where the system keeps a log of its names, the name that it was given. */
  syncFile(path: string): Promise<void>;
  /** Waits until a disk that is held by another program may be free again. */
  pause(milliseconds: number): Promise<void>;
}

/**
 * The code of a read that failed because the bytes lie elsewhere: a sync client shows the file and could not fetch it. What the
 * system says of it differs (`UNKNOWN`, `EIO`, `EINVAL`), so it is told by this: the file has a size and takes no room.
 */
export const notHere = 'ENODATA';

/** The code of a system error, empty when it has none. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : '';
}

export const nodeFileSystem: FileSystem = {
  read: readWhole,
  create: createFile,
  overwrite: overwriteFile,
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { recursive: true, force: true }),
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 });
  },
  makePrivate: (path) => chmod(path, 0o700),
  list: (path) => readdir(path),
  entry: entryAt,
  realPath: (path) => realpath(path),
  syncFolder,
  syncFile,
  pause: (milliseconds) => wait(milliseconds),
};

async function readWhole(path: string, limit: number): Promise<Uint8Array> {
  // Not blocking on a pipe that somebody named like a draft.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(async (error: unknown) => {
    throw await asReadError(error, () => stat(path));
  });
  try {
    const status = await file.stat();
    if (status.isDirectory()) throw systemError('EISDIR');
    if (!status.isFile()) throw systemError('EINVAL');
    if (status.size > limit) throw systemError('EFBIG');
    return await file.readFile().catch(async (error: unknown) => {
      throw await asReadError(error, async () => status);
    });
  } finally {
    await file.close();
  }
}

/** Who may not read it is told so; what fails otherwise, and takes no room on this disk, was not fetched. */
async function asReadError(error: unknown, look: () => Promise<Placeholder>): Promise<unknown> {
  if (['ENOENT', 'EACCES', 'EPERM', 'EBUSY', 'EMFILE', 'ENFILE'].includes(errorCode(error))) return error;
  const status = await look().catch(() => undefined);
  return status && isPlaceholder(status) ? systemError(notHere) : error;
}

type Placeholder = Pick<Stats, 'size' | 'blocks' | 'isFile'>;

/** A file of a sync client that is shown and not on this disk. A file system may keep a very small one in its own table. */
export function isPlaceholder(status: Placeholder): boolean {
  return status.isFile() && status.size > smallest && status.blocks === 0;
}

const smallest = 1_024;

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

async function createFile(path: string, access: Access = 'private'): Promise<OpenFile> {
  const file = await open(path, 'wx', access === 'private' ? 0o600 : 0o666);
  // A volume without permissions refuses; Windows knows none but a mark that would hinder the next save.
  if (typeof access === 'object' && process.platform !== 'win32') await file.chmod(access.mode).catch(() => undefined);
  return {
    write: async (bytes) => (await file.write(bytes)).bytesWritten,
    sync: () => file.sync(),
    close: () => file.close(),
  };
}

async function overwriteFile(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'r+');
  try {
    let written = 0;
    while (written < bytes.length)
      written += (await file.write(bytes, written, bytes.length - written, written)).bytesWritten;
    await file.truncate(bytes.length);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function entryAt(path: string): Promise<Entry | undefined> {
  try {
    const status = await lstat(path);
    const kind = status.isFile() ? 'file' : status.isDirectory() ? 'folder' : 'other';
    return { kind, size: status.size, modifiedAt: status.mtime.toISOString(), mode: status.mode & 0o777 };
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

async function syncFile(path: string): Promise<void> {
  // Windows flushes only for who may write.
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<boolean> {
  // Windows opens no folder for writing and flushes names with the file itself.
  if (process.platform === 'win32') return false;
  if (!(await stat(path)).isDirectory()) return false;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
    return true;
  } catch (error) {
    // Some network and FUSE volumes refuse to flush a folder; the file in it has been flushed.
    if (!['EINVAL', 'EISDIR', 'EPERM', 'ENOTSUP', 'EBADF'].includes(errorCode(error))) throw error;
    return false;
  } finally {
    await folder.close();
  }
}
