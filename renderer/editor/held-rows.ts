import { isValidElement, type ReactNode } from 'react';
import type { UnitId } from '../../core/draft/types.ts';

/** A part of Slate's tree of chunks: `node` in a leaf, `children` in a chunk. Slate changes it in place. */
interface ChunkNode {
  readonly type: 'chunk' | 'leaf';
  readonly children?: readonly ChunkNode[];
  readonly node?: { readonly id?: UnitId };
}

/** What a piece of the sheet holds, drawn or not. */
export interface HeldRows {
  readonly holds: (unit: UnitId) => boolean;
  /** Of the lowest chunks in it; 1 for such a chunk. */
  readonly chunks: () => number;
  /** Rows, and chunks that editing has put between them; 0 where it is not known. */
  readonly count: () => number;
}

/**
 * Asks the element that Slate makes for what is in a chunk: it names the chunk in `ancestor`, which no document of Slate's promises.
 * Without it every piece might hold every unit: then all are drawn on the way to a place, slowly and rightly.
 */
export function heldRows(children: ReactNode): HeldRows {
  const { ancestor } = propsOf(children);
  if (!ancestor?.children) return { holds: () => true, chunks: () => 1, count: () => 0 };
  const { children: held } = ancestor;
  return { holds: (unit) => holds(ancestor, unit), chunks: () => chunksIn(ancestor), count: () => held.length };
}

interface ChunkProps {
  readonly ancestor?: ChunkNode;
  readonly root?: { readonly modifiedChunks?: Set<ChunkNode> };
}

function propsOf(children: ReactNode): ChunkProps {
  return isValidElement<object>(children) ? children.props : {};
}

/** Whether rows that were held back can be drawn later: Slate draws a chunk again only if it stands in a list of its own. */
export function canBeHeldBack(children: ReactNode): boolean {
  const { ancestor, root } = propsOf(children);
  return ancestor !== undefined && root?.modifiedChunks !== undefined;
}

/** Puts a chunk and what is in it into Slate's list of those that are to be drawn again. It empties the list after each drawing. */
export function markChanged(children: ReactNode): void {
  const { ancestor, root } = propsOf(children);
  const mark = (chunk: ChunkNode): void => {
    root?.modifiedChunks?.add(chunk);
    for (const child of chunk.children ?? []) if (child.type === 'chunk') mark(child);
  };
  if (ancestor) mark(ancestor);
}

function holds({ node, children }: ChunkNode, unit: UnitId): boolean {
  return node?.id === unit || children?.some((child) => holds(child, unit)) === true;
}

function chunksIn({ children = [] }: ChunkNode): number {
  if (children.some(({ type }) => type === 'leaf')) return 1;
  return children.reduce((sum, child) => sum + chunksIn(child), 0);
}
