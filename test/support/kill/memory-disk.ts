import { dirname, join } from 'node:path';
import type { FileSystem } from '../../../electron/files/file-system.ts';

/*
 * A disk in memory that remembers what was flushed, so that a test can look at what a power cut would leave. Of a file, the
 * flushed beginning stays; what was written after it is kept, lost, cut, zeroed or garbage. Names in a folder come and go in
 * the order in which it was done, and a cut keeps any beginning of what was not flushed.
 */

interface Inode {
  content: Buffer;
  /** Bytes that a power cut leaves for certain. */
  flushed: number;
}

/** A file, or `folder`. */
type Node = Inode | 'folder';

interface NameChange {
  readonly path: string;
  /** Absent: the name goes. */
  readonly node?: Node;
}

export interface MemoryDisk {
  readonly files: FileSystem;
  /** What a power cut at this moment could leave: another disk. */
  readonly afterPowerCut: (next: (below: number) => number) => MemoryDisk;
  readonly put: (path: string, content: string) => void;
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

export function memoryDisk(
  names = new Map<string, Node>(),
  /** Called before every call that changes something. */
  beforeChange: () => void = () => undefined,
): MemoryDisk {
  /** The names that a power cut leaves for certain, and the changes since. */
  const durable = new Map(names);
  let pending: NameChange[] = [];

  const change = (path: string, node?: Node): void => {
    pending.push(node ? { path, node } : { path });
    applyChange(names, { path, ...(node && { node }) });
  };
  const fileAt = (path: string): Inode => {
    const node = names.get(path);
    if (!node) throw systemError('ENOENT');
    if (node === 'folder') throw systemError('EISDIR');
    return node;
  };
  const folderMustBe = (path: string): void => {
    if (names.get(path) !== 'folder') throw systemError('ENOENT');
  };
  const childrenOf = (path: string): readonly string[] =>
    [...names.keys()].filter((name) => dirname(name) === path && name !== path);

  const files: FileSystem = {
    read: async (path) => Uint8Array.from(fileAt(path).content),
    create: async (path) => {
      beforeChange();
      folderMustBe(dirname(path));
      if (names.has(path)) throw systemError('EEXIST');
      const inode: Inode = { content: Buffer.alloc(0), flushed: 0 };
      change(path, inode);
      return {
        write: async (bytes) => {
          beforeChange();
          inode.content = Buffer.concat([inode.content, bytes]);
          return bytes.length;
        },
        sync: async () => {
          beforeChange();
          inode.flushed = inode.content.length;
        },
        close: async () => undefined,
      };
    },
    rename: async (from, to) => {
      beforeChange();
      const node = fileAt(from);
      change(to, node);
      change(from);
    },
    remove: async (path) => {
      beforeChange();
      for (const name of [...names.keys()].reverse()) {
        if (name === path || name.startsWith(join(path, '/'))) change(name);
      }
    },
    makeFolder: async (path) => {
      beforeChange();
      const missing: string[] = [];
      for (let at = path; !names.has(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at);
      for (const folder of missing) change(folder, 'folder');
    },
    list: async (path) => {
      folderMustBe(path);
      return childrenOf(path).map((name) => name.slice(join(path, '/').length));
    },
    entry: async (path) => {
      const node = names.get(path);
      if (!node) return undefined;
      const size = node === 'folder' ? 0 : node.content.length;
      return { kind: node === 'folder' ? 'folder' : 'file', size, modifiedAt: '2026-03-01T09:00:00.000Z' };
    },
    realPath: async (path) => {
      if (!names.has(path)) throw systemError('ENOENT');
      return path;
    },
    syncFolder: async (path) => {
      beforeChange();
      folderMustBe(path);
      for (const done of pending) if (dirname(done.path) === path) applyChange(durable, done);
      pending = pending.filter((done) => dirname(done.path) !== path);
    },
  };

  return {
    files,
    afterPowerCut: (next) => {
      const left = new Map(durable);
      for (const done of pending.slice(0, next(pending.length + 1))) applyChange(left, done);
      return memoryDisk(new Map(reachable(left).map(([path, node]) => [path, afterCut(node, next)])));
    },
    put: (path, content) => {
      for (let at = dirname(path); !names.has(at); at = dirname(at)) {
        names.set(at, 'folder');
        durable.set(at, 'folder');
      }
      const bytes = Buffer.from(content);
      const inode = { content: bytes, flushed: bytes.length };
      names.set(path, inode);
      durable.set(path, inode);
    },
  };
}

function applyChange(names: Map<string, Node>, { path, node }: NameChange): void {
  if (node) names.set(path, node);
  else names.delete(path);
}

/** A name in a folder that is not there is not there either. */
function reachable(names: ReadonlyMap<string, Node>): readonly (readonly [string, Node])[] {
  const isReachable = (path: string): boolean =>
    dirname(path) === path || (names.has(path) && isReachable(dirname(path)));
  return [...names].filter(([path]) => isReachable(path));
}

function afterCut(node: Node, next: (below: number) => number): Node {
  if (node === 'folder') return node;
  const kept = node.content.subarray(0, node.flushed);
  const tail = Buffer.from(node.content.subarray(node.flushed));
  const content = Buffer.concat([kept, damagedTail(tail, next)]);
  return { content, flushed: content.length };
}

function damagedTail(tail: Buffer, next: (below: number) => number): Buffer {
  switch (next(5)) {
    case 0:
      return tail;
    case 1:
      return Buffer.alloc(0);
    case 2:
      return tail.fill(0, next(tail.length + 1));
    case 3:
      return tail.map((byte) => byte ^ next(256)) as Buffer;
    default:
      return tail.subarray(0, next(tail.length + 1));
  }
}
