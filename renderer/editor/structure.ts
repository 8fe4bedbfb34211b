import { Editor, Transforms } from 'slate';
import type { Edit } from '../../core/draft/operation.ts';
import { indexOfUnit } from '../../core/draft/outline.ts';
import type { Unit, UnitId } from '../../core/draft/types.ts';
import { applyForeign, changesMany } from './apply-operations.ts';
import { startOfCell, unitSpan, unitsOf } from './places.ts';
import { holdingStates, manyUnits, type Session } from './session.ts';
import { asSlateOperation, type BillEditor } from './slate-types.ts';

/** The units that the selection touches, in reading order: what a structural command means. */
export function chosenUnits(editor: BillEditor): readonly UnitId[] {
  const { selection } = editor;
  if (!selection) return [];
  const [first, last] = unitSpan(selection);
  return unitsOf(editor)
    .slice(first, last + 1)
    .map(({ id }) => id);
}

/** Runs one of core's structural builders on the chosen units. False when there is no caret or the change makes no sense. */
export function restructure(
  editor: BillEditor,
  session: Session,
  build: (units: readonly Unit[], chosen: readonly UnitId[]) => Edit | undefined,
): boolean {
  const chosen = chosenUnits(editor);
  const edit = chosen.length > 0 ? build(unitsOf(editor), chosen) : undefined;
  if (!edit) return false;
  applyEdit(editor, session, edit);
  return true;
}

export function applyEdit(editor: BillEditor, session: Session, edit: Edit): void {
  const here = chosenUnits(editor);
  const goes = removedUnits(edit);
  if (changesMany(edit.operations)) session.screen.holdBack();
  const inserted = edit.operations.filter(({ type, path }) => type === 'insert_node' && path.length === 1).length;
  holdingStates(session, () =>
    Editor.withoutNormalizing(editor, () => {
      if (here.some((id) => goes.has(id))) selectOutside(editor, session, goes);
      applyForeign(editor, session, edit.operations.map(asSlateOperation));
    }),
  );
  // What was put in the place of the unit with the caret, under its id, has the caret again.
  const again = here.find((id) => goes.has(id));
  if (again) selectUnit(editor, session, again);
  if (inserted > manyUnits) session.screen.drawFirst();
}

function removedUnits(edit: Edit): ReadonlySet<UnitId> {
  return new Set(
    edit.operations.flatMap((one) =>
      one.type === 'remove_node' && one.path.length === 1 && 'id' in one.node ? [one.node.id] : [],
    ),
  );
}

/** Puts the caret at the start of a unit in the live column. */
export function selectUnit(editor: BillEditor, session: Session, id: UnitId): void {
  const index = indexOfUnit(unitsOf(editor), id);
  if (index >= 0) Transforms.select(editor, startOfCell(index, session.language));
}

/** Before units go: the caret to the nearest one that stays, so that Slate need not look for one (see join-units.ts). */
function selectOutside(editor: BillEditor, session: Session, goes: ReadonlySet<UnitId>): void {
  const units = unitsOf(editor);
  const [first = 0] = editor.selection ? unitSpan(editor.selection) : [];
  const stays = ({ id }: Unit): boolean => !goes.has(id);
  const behind = units.findIndex((unit, index) => index >= first && stays(unit));
  const index = behind < 0 ? units.findLastIndex(stays) : behind;
  if (index >= 0) Transforms.select(editor, startOfCell(index, session.language));
}
