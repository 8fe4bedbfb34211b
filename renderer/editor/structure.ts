import { Editor, Transforms } from 'slate';
import type { Edit } from '../../core/draft/operation.ts';
import { indexOfUnit } from '../../core/draft/outline.ts';
import type { Unit, UnitId } from '../../core/draft/types.ts';
import { indexOf, startOfCell, unitAt, unitsOf } from './places.ts';
import { holdingStates, type Session } from './session.ts';
import { asSlateOperation, type BillEditor } from './slate-types.ts';

/** Runs one of core's structural builders on the unit at the caret. False when there is no caret or the change makes no sense. */
export function restructure(
  editor: BillEditor,
  session: Session,
  build: (units: readonly Unit[], index: number) => Edit | undefined,
): boolean {
  const { selection } = editor;
  if (!selection) return false;
  const edit = build(unitsOf(editor), indexOf(selection.focus));
  if (!edit) return false;
  applyEdit(editor, session, edit);
  return true;
}

export function applyEdit(editor: BillEditor, session: Session, edit: Edit): void {
  holdingStates(session, () =>
    Editor.withoutNormalizing(editor, () => {
      for (const operation of edit.operations) editor.apply(asSlateOperation(operation));
    }),
  );
}

/** Puts the caret at the start of a unit in the live column. */
export function selectUnit(editor: BillEditor, session: Session, id: UnitId): void {
  const index = indexOfUnit(unitsOf(editor), id);
  if (index >= 0) Transforms.select(editor, startOfCell(index, session.language));
}

/** Before a unit goes: the caret to a neighbour that stays, so that Slate need not look for one (see join-units.ts). */
export function selectOutside(editor: BillEditor, session: Session, from: number, end: number): void {
  const index = unitAt(editor, end) ? end : from - 1;
  if (index >= 0) Transforms.select(editor, startOfCell(index, session.language));
}
