import { hash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { FileSystem, OpenFile } from '../../../electron/files/file-system.ts';
import { applyChange, type Inode, type NameChange, type Node, reachable } from './disk-names.ts';
import { bytesAfterCut, type SectorSize } from './torn-bytes.ts';

/*
 * A disk in memory that remembers what was flushed, so that a test can look at what a power cut would leave. Of a file, what
 * was flushed stays; what was written after it is kept, lost, cut at a sector, zeroed or garbage. Names in folders persist in
 * the order in which they changed, each volume on its own. On the model of POSIX a flush of the folder makes its names last; on
 * the model of Windows a folder cannot be flushed, and the flush of a file makes its creation last and all that came before it.
 */

export type System = 'posix' | 'windows';

export interface DiskOptions {
  readonly system?: System;
  readonly sector?: SectorSize;
  /** Folders that lie on a volume of their own. */
  readonly volumes?: readonly string[];
  /** Called before every call that changes something; what it throws is what the call throws. */
  readonly beforeChange?: (call: string, path: string) => void;
}

/** How much of what was not flushed a power cut leaves: any part of it, nothing, everything, or the names without the bytes. */
export type Cut = 'any' | 'nothing' | 'everything' | 'names';

type Next = (below: number) => number;

export class MemoryDisk {
  readonly files: FileSystem;
  readonly #options: DiskOptions;
  readonly #names: Map<string, Node>;
  /** The names that a power cut leaves for certain, and the changes since, in order. */
  readonly #lasting: Map<string, Node>;
  #pending: NameChange[] = [];

  constructor(options: DiskOptions = {}, names: ReadonlyMap<string, Node> = new Map([['/', 'folder']])) {
    this.#options = options;
    this.#names = new Map(names);
    this.#lasting = new Map(names);
    this.files = this.#fileSystem();
  }

  /** What a power cut at this moment could leave: another disk, on which nothing watches. */
  afterPowerCut(next: Next, cut: Cut = 'any'): MemoryDisk {
    const left = new Map(this.#lasting);
    const kept = new Map<string, number>();
    for (const volume of ['/', ...(this.#options.volumes ?? [])]) {
      const count = this.#pending.filter(({ path }) => this.#volumeOf(path) === volume).length;
      kept.set(volume, cut === 'nothing' ? 0 : cut === 'any' ? next(count + 1) : count);
    }
    for (const change of this.#pending) {
      const volume = this.#volumeOf(change.path);
      const more = kept.get(volume) ?? 0;
      if (more > 0) applyChange(left, change);
      kept.set(volume, more - 1);
    }
    const names = reachable(left).map(([path, node]) => [path, this.#nodeAfterCut(node, next, cut)] as const);
    const { system, sector, volumes } = this.#options;
    return new MemoryDisk(
      { ...(system && { system }), ...(sector && { sector }), ...(volumes && { volumes }) },
      new Map(names),
    );
  }

  /** The same disk with somebody who watches it; the old one is not to be used any more. */
  watched(beforeChange: NonNullable<DiskOptions['beforeChange']>): MemoryDisk {
    return new MemoryDisk({ ...this.#options, beforeChange }, this.#names);
  }

  /** Puts a file there, flushed, with the folders that it needs. */
  put(path: string, content: string | Uint8Array): void {
    for (let at = dirname(path); !this.#names.has(at); at = dirname(at)) {
      this.#names.set(at, 'folder');
      this.#lasting.set(at, 'folder');
    }
    const bytes = Buffer.from(content as string);
    const inode: Inode = { content: bytes, flushed: bytes, isDoubtful: false };
    this.#names.set(path, inode);
    this.#lasting.set(path, inode);
  }

  /** Opens an existing file to write over it from the beginning, as a careless program does. */
  overwrite(path: string): OpenFile {
    this.#before('overwrite', path);
    const inode = this.#fileAt(path);
    inode.content = Buffer.alloc(0);
    return this.#openFile(inode, path);
  }

  /** Every file by path. */
  paths(): readonly string[] {
    return [...this.#names].filter(([, node]) => node !== 'folder').map(([path]) => path);
  }

  bytesAt(path: string): Buffer {
    return this.#fileAt(path).content;
  }

  /** The same for two disks that hold the same names and bytes. */
  fingerprint(): string {
    const lines = [...this.#names].map(([path, node]) => `${path} ${node === 'folder' ? '/' : printOf(node.content)}`);
    return lines.sort().join('\n');
  }

  #fileSystem(): FileSystem {
    return {
      read: async (path, limit) => {
        const { content } = this.#fileAt(path);
        if (content.length > limit) throw systemError('EFBIG');
        return new Uint8Array(content);
      },
      create: async (path) => this.#create(path),
      overwrite: async (path, bytes) => {
        const file = this.overwrite(path);
        await file.write(bytes);
        await file.sync();
        await file.close();
      },
      rename: async (from, to) => this.#rename(from, to),
      remove: async (path) => this.#remove(path),
      makeFolder: async (path) => this.#makeFolder(path),
      makePrivate: async () => undefined,
      list: async (path) => {
        this.#folderMustBe(path);
        const start = join(path, '/');
        return [...this.#names.keys()]
          .filter((name) => name.startsWith(start) && name.length > start.length && !name.includes('/', start.length))
          .map(withoutStart(start));
      },
      entry: async (path) => {
        const node = this.#names.get(path);
        if (!node) return undefined;
        const size = node === 'folder' ? 0 : node.content.length;
        return { kind: node === 'folder' ? 'folder' : 'file', size, modifiedAt: '2026-03-01T09:00:00.000Z' };
      },
      realPath: async (path) => {
        if (!this.#names.has(path)) throw systemError('ENOENT');
        return path;
      },
      syncFolder: async (path) => this.#syncFolder(path),
      syncFile: async (path) => this.#openFile(this.#fileAt(path), path).sync(),
      pause: async () => undefined,
    };
  }

  #create(path: string): OpenFile {
    this.#before('create', path);
    this.#folderMustBe(dirname(path));
    if (this.#names.has(path)) throw systemError('EEXIST');
    const inode: Inode = { content: Buffer.alloc(0), flushed: Buffer.alloc(0), isDoubtful: false };
    this.#change(path, inode);
    return this.#openFile(inode, path);
  }

  #openFile(inode: Inode, path: string): OpenFile {
    return {
      write: async (bytes) => {
        this.#before('write', path);
        inode.content = Buffer.concat([inode.content, bytes]);
        return bytes.length;
      },
      sync: async () => {
        try {
          this.#before('sync', path);
        } catch (error) {
          inode.isDoubtful = true;
          throw error;
        }
        if (inode.isDoubtful) return;
        inode.flushed = inode.content;
        if (this.#options.system === 'windows') this.#settleNamesUpTo(inode);
      },
      close: async () => this.#before('close', path),
    };
  }

  /** The log of a journalling file system is flushed up to the creation of the file, and so is all that stands before it. */
  #settleNamesUpTo(inode: Inode): void {
    const volumes = this.#pending.flatMap(({ path, node }) => (node === inode ? [this.#volumeOf(path)] : []));
    for (const volume of new Set(volumes)) {
      const last = this.#pending.findLastIndex(({ path, node }) => node === inode && this.#volumeOf(path) === volume);
      this.#settle((change, at) => at <= last && this.#volumeOf(change.path) === volume);
    }
  }

  #rename(from: string, to: string): void {
    this.#before('rename', to);
    const inode = this.#fileAt(from);
    this.#folderMustBe(dirname(to));
    if (this.#volumeOf(from) !== this.#volumeOf(to)) throw systemError('EXDEV');
    this.#change(to, inode);
    this.#change(from);
  }

  #remove(path: string): void {
    this.#before('remove', path);
    const inside = join(path, '/');
    for (const name of [...this.#names.keys()].reverse()) {
      if (name === path || name.startsWith(inside)) this.#change(name);
    }
  }

  #makeFolder(path: string): void {
    this.#before('makeFolder', path);
    const missing: string[] = [];
    for (let at = path; !this.#names.has(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at);
    for (const folder of missing) this.#change(folder, 'folder');
  }

  #syncFolder(path: string): boolean {
    this.#before('syncFolder', path);
    this.#folderMustBe(path);
    if (this.#options.system === 'windows') return false;
    this.#settle((change) => dirname(change.path) === path);
    return true;
  }

  #settle(isSettled: (change: NameChange, at: number) => boolean): void {
    const rest: NameChange[] = [];
    for (const [at, change] of this.#pending.entries()) {
      if (isSettled(change, at)) applyChange(this.#lasting, change);
      else rest.push(change);
    }
    this.#pending = rest;
  }

  #before(call: string, path: string): void {
    this.#options.beforeChange?.(call, path);
  }

  #change(path: string, node?: Node): void {
    const change = { path, ...(node && { node }) };
    this.#pending.push(change);
    applyChange(this.#names, change);
  }

  #fileAt(path: string): Inode {
    const node = this.#names.get(path);
    if (!node) throw systemError('ENOENT');
    if (node === 'folder') throw systemError('EISDIR');
    return node;
  }

  #folderMustBe(path: string): void {
    if (this.#names.get(path) !== 'folder') throw systemError('ENOENT');
  }

  #volumeOf(path: string): string {
    return this.#options.volumes?.find((volume) => path === volume || path.startsWith(join(volume, '/'))) ?? '/';
  }

  #nodeAfterCut(node: Node, next: Next, cut: Cut): Node {
    if (node === 'folder') return node;
    const left =
      node.content === node.flushed || cut === 'nothing' || cut === 'names'
        ? node.flushed
        : cut === 'everything'
          ? node.content
          : bytesAfterCut(node.flushed, node.content, this.#options.sector ?? 512, next);
    return { content: left, flushed: left, isDoubtful: false };
  }
}

/** Bytes of a file are never written over, only replaced: the same object is the same bytes, on every image that has it. */
function printOf(bytes: Buffer): string {
  const print = prints.get(bytes) ?? hash('sha1', bytes);
  prints.set(bytes, print);
  return print;
}

const prints = new WeakMap<Buffer, string>();

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function withoutStart(start: string): (name: string) => string {
  return (name) => name.slice(start.length);
}
