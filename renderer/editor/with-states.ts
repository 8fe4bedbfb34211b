import { type Operation, Transforms } from 'slate';
import { type Language, languages } from '../../core/base/language.ts';
import { isBlankCell, revAfterEdit } from '../../core/draft/state.ts';
import { isRun } from '../../core/draft/text.ts';
import type { Cell, Inline } from '../../core/draft/types.ts';
import { unitAt } from './places.ts';
import type { Session } from './session.ts';
import type { BillEditor } from './slate-types.ts';

/**
 * Marks a text as edited: before the first operation that changes a cell's words its `rev` moves on, in the same edit, so that
 * undo takes both back. Later keystrokes find the text ahead already and cost one comparison.
 */
export function withStates(editor: BillEditor, session: Session): BillEditor {
  const { apply } = editor;
  editor.apply = (operation) => {
    if (session.statesHeld === 0 && !session.isReplaying) markEdited(editor, operation, apply);
    apply(operation);
  };
  return editor;
}

function markEdited(editor: BillEditor, operation: Operation, apply: BillEditor['apply']): void {
  if (!changesWords(operation)) return;
  const [index = 0, column = 0] = operation.path;
  const unit = unitAt(editor, index);
  const language: Language | undefined = languages[column];
  const cell = unit?.children[column];
  if (!unit || !language || !cell) return;
  const rev = revAfterEdit(unit, language, isBlankCell(cell));
  if (rev === undefined) return;
  const properties = cell.rev === undefined ? {} : { rev: cell.rev };
  apply({ type: 'set_node', path: [index, column], properties, newProperties: { rev } });
}

function changesWords(operation: Operation): operation is Extract<Operation, { path: number[] }> {
  switch (operation.type) {
    case 'insert_text':
    case 'remove_text':
      return operation.path.length === 3 && operation.text !== '';
    case 'insert_node':
    case 'remove_node':
      return operation.path.length === 3 && hasWords(operation.node as Inline);
    default:
      return false;
  }
}

function hasWords(inline: Inline): boolean {
  return !isRun(inline) || inline.text !== '';
}

export interface CellState {
  readonly rev?: number | undefined;
  readonly approved?: number | undefined;
}

/** Sets what is known of a cell's state; absent values are removed. */
export function setCellState(editor: BillEditor, path: readonly number[], state: CellState): void {
  Transforms.setNodes(editor, state as Partial<Cell>, { at: [...path] });
}
