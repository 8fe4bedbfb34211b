import type { Operation } from 'slate';
import type { CommentChange } from '../../core/draft/operation.ts';
import type { CommentThread, Unit, UnitId } from '../../core/draft/types.ts';
import { unitsOf } from './places.ts';
import type { BillEditor } from './slate-types.ts';

/**
 * The threads whose words have left the unit that they name, with the unit where the words are now: when the words are deleted one
 * day, the thread is shown there. Only what an operation puts in can be such words, so that typing asks nothing of the document.
 */
export function movedComments(
  editor: BillEditor,
  operations: readonly Operation[],
  threads: readonly CommentThread[],
): readonly CommentChange[] {
  if (threads.length === 0) return [];
  const marks = new Set<string>();
  for (const operation of operations) if (operation.type === 'insert_node') gatherMarks(operation.node, marks);
  if (marks.size === 0) return [];
  const homes = homesOf(unitsOf(editor), marks);
  return threads.flatMap((before): readonly CommentChange[] => {
    const found = homes.get(`c_${before.id}`);
    const [home] = found ?? [];
    if (home === undefined || found?.has(before.unit)) return [];
    return [{ id: before.id, before, after: { ...before, unit: home } }];
  });
}

function gatherMarks(node: unknown, marks: Set<string>): void {
  const { children } = node as { readonly children?: readonly unknown[] };
  for (const name of Object.keys(node as object)) if (name.startsWith('c_')) marks.add(name);
  for (const child of children ?? []) gatherMarks(child, marks);
}

/** The units in which each of the marks stands, in reading order. */
function homesOf(units: readonly Unit[], marks: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<UnitId>> {
  const homes = new Map<string, Set<UnitId>>();
  for (const unit of units) {
    const found = new Set<string>();
    for (const cell of unit.children) gatherMarks(cell, found);
    for (const mark of found) if (marks.has(mark)) homes.set(mark, (homes.get(mark) ?? new Set()).add(unit.id));
  }
  return homes;
}
