import { Editor, type Node, type Operation } from 'slate';
import type { Edit } from '../../core/draft/operation.ts';
import { keepingNoPlaces, manyUnits, type Session } from './session.ts';
import type { BillEditor } from './slate-types.ts';

/** A unit that is not in order after so many repairs never will be. */
const mostRounds = 100;

/**
 * Applies operations of a draft in order to one in order. Meanwhile Slate keeps no list of the places that it has yet to put in order: it
 * would carry each of them through each operation that moves places, which for thousands of either takes minutes.
 */
export function applyOperations(editor: BillEditor, session: Session, operations: readonly Operation[]): void {
  keepingNoPlaces(session, () =>
    Editor.withoutNormalizing(editor, () => {
      for (const operation of operations) editor.apply(operation);
    }),
  );
}

/** Applies an edit that others made: the units that it changed are put in order afterwards, each by itself. */
export function applyForeign(editor: BillEditor, session: Session, operations: readonly Operation[]): void {
  const before = new Set<Node>(editor.children);
  applyOperations(editor, session, operations);
  keepingNoPlaces(session, () =>
    Editor.withoutNormalizing(editor, () => {
      // From the end: whatever is put in order behind a unit leaves its place.
      for (let index = editor.children.length - 1; index >= 0; index -= 1) {
        const unit = editor.children[index];
        if (unit && !before.has(unit)) putInOrder(editor, index);
      }
    }),
  );
}

/** From the innermost node out, again until nothing had to be mended. */
function putInOrder(editor: BillEditor, index: number): void {
  for (let round = 0, done = -1; done !== editor.operations.length && round < mostRounds; round += 1) {
    done = editor.operations.length;
    for (const entry of [...Editor.nodes(editor, { at: [index], mode: 'all', voids: true })].reverse()) {
      if (entry[1].length > 0 && Editor.hasPath(editor, entry[1])) editor.normalizeNode(entry);
      if (editor.operations.length !== done) break;
    }
  }
}

/** Whether so many units change that they are to be drawn piece by piece. */
export function changesMany(operations: readonly (Operation | Edit['operations'][number])[]): boolean {
  return new Set(operations.map((one) => ('path' in one ? one.path[0] : undefined))).size > manyUnits;
}
