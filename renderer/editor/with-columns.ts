import type { Operation, Point } from 'slate';
import { columnOf, endOfCell, startOfCell, unitAt } from './places.ts';
import type { Session } from './session.ts';
import type { BillEditor } from './slate-types.ts';

/**
 * Keeps caret and selection in the live column. Slate maps some DOM selections to a point in a neighbouring column (its answer to
 * triple clicks, where cells are empty); the default deletion would then join cells of two languages. So every selection
 * passes here and both its ends are drawn into the live column: it holds by construction, not by care.
 */
export function withColumns(editor: BillEditor, session: Session): BillEditor {
  const { apply, isSelectable, isInline, isVoid } = editor;
  editor.isInline = (element) => element.type === 'citation' || element.type === 'reference' || isInline(element);
  editor.isVoid = (element) => element.type === 'citation' || element.type === 'reference' || isVoid(element);
  editor.isSelectable = (element) =>
    element.type === 'cell' ? element.lang === session.language : isSelectable(element);
  editor.apply = (operation) =>
    apply(operation.type === 'set_selection' ? clampedSelection(editor, session, operation) : operation);
  return editor;
}

function clampedSelection(
  editor: BillEditor,
  session: Session,
  operation: Extract<Operation, { type: 'set_selection' }>,
): Operation {
  const { newProperties } = operation;
  if (!newProperties) return operation;
  const anchor = newProperties.anchor && clamped(editor, session, newProperties.anchor);
  const focus = newProperties.focus && clamped(editor, session, newProperties.focus);
  if (anchor === newProperties.anchor && focus === newProperties.focus) return operation;
  return { ...operation, newProperties: { ...(anchor && { anchor }), ...(focus && { focus }) } } as Operation;
}

function clamped(editor: BillEditor, session: Session, point: Point): Point {
  const [index = 0, column = 0] = point.path;
  const live = columnOf(session.language);
  if (column === live || !unitAt(editor, index)) return point;
  return column > live ? endOfCell(editor, index, session.language) : startOfCell(index, session.language);
}
