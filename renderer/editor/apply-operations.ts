import { type Operation, Transforms } from 'slate';
import type { Edit } from '../../core/draft/operation.ts';
import { manyUnits } from './session.ts';
import type { BillEditor } from './slate-types.ts';

/**
 * Applies operations as they were recorded. Units that go in one after another go in as one batch: singly, Slate would carry the places
 * that it has yet to put in order through each of them, which for 5,000 pasted units takes two minutes.
 */
export function applyOperations(editor: BillEditor, operations: readonly Operation[]): void {
  for (let at = 0; at < operations.length; ) {
    const count = insertionsFrom(operations, at);
    const operation = operations[at];
    if (!operation) return;
    if (count > 1 && operation.type === 'insert_node') {
      const nodes = operations
        .slice(at, at + count)
        .flatMap((each) => (each.type === 'insert_node' ? [each.node] : []));
      Transforms.insertNodes(editor, nodes, { at: operation.path, select: false });
    } else editor.apply(operation);
    at += Math.max(1, count);
  }
}

/** Whether so many units change that they are to be drawn piece by piece. */
export function changesMany(operations: readonly (Operation | Edit['operations'][number])[]): boolean {
  return new Set(operations.map((one) => ('path' in one ? one.path[0] : undefined))).size > manyUnits;
}

/** How many operations from here on insert units, each behind the one before. */
function insertionsFrom(operations: readonly Operation[], from: number): number {
  const first = operations[from];
  if (first?.type !== 'insert_node' || first.path.length !== 1) return 0;
  const start = first.path[0] ?? 0;
  let count = 1;
  for (let next = operations[from + 1]; next; next = operations[from + count]) {
    if (next.type !== 'insert_node' || next.path.length !== 1 || next.path[0] !== start + count) break;
    count += 1;
  }
  return count;
}
