import { dirname } from 'node:path';

/*
 * What stands in the folders of a disk in memory: names, what each leads to, and how changes of them build up.
 */

export interface Inode {
  content: Buffer;
  /** What a power cut leaves for certain. */
  flushed: Buffer;
  /** A flush failed: the system may have dropped the bytes and forgotten it, so a later flush proves nothing. */
  isDoubtful: boolean;
}

/** A file, or `folder`. */
export type Node = Inode | 'folder';

export interface NameChange {
  readonly path: string;
  /** Absent: the name goes. */
  readonly node?: Node;
}

/** Does a change to a list of names, in place. */
export function applyChange(names: Map<string, Node>, { path, node }: NameChange): void {
  if (node) names.set(path, node);
  else names.delete(path);
}

/** A name in a folder that is not there is not there either. */
export function reachable(names: ReadonlyMap<string, Node>): readonly (readonly [string, Node])[] {
  const isReachable = (path: string): boolean =>
    dirname(path) === path || (names.has(path) && isReachable(dirname(path)));
  return [...names].filter(([path]) => isReachable(path));
}
