import { removeBlocks } from '../../core/draft/blocks.ts';
import { labelsOf } from '../../core/draft/numbering.ts';
import type { Edit } from '../../core/draft/operation.ts';
import { indexOfUnit } from '../../core/draft/outline.ts';
import { isTrifle, lossOf } from '../../core/draft/removal.ts';
import { cellOf } from '../../core/draft/state.ts';
import { cellText } from '../../core/draft/text.ts';
import type { Unit, UnitId } from '../../core/draft/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { partsOf } from '../editor/parts.ts';
import type { Desk } from '../state/desk.ts';
import { rootsOf, type Targets, targetsOf } from './targets.ts';

/** Says that a command did not apply, and why, where everybody sees it. */
export function refuse(desk: Desk, reason: string): void {
  desk.banner.set({ severity: 'note', message: { key: `structure:refused.${reason}` } });
}

/** Says what was done; `place` is the first of the units as it is now called. */
export function tell(desk: Desk, editor: DraftEditor, deed: string, ids: readonly UnitId[], count = ids.length): void {
  desk.told.set({ key: `structure:told.${deed}`, params: { count, place: nameOf(desk, editor, ids[0]) } });
}

/** The label and the heading of a unit in the language of the interface. */
function nameOf(desk: Desk, editor: DraftEditor, id: UnitId | undefined): string {
  const { units } = editor.state();
  const unit = units[indexOfUnit(units, id ?? '')];
  if (!unit) return '';
  const { language } = desk.settings.get();
  const label = labelsOf(units, desk.forms).get(unit.id)?.label[language] ?? '';
  return `${label} ${cellText(cellOf(unit, language), partsOf(editor).derived.textOf)}`.trim().slice(0, 120);
}

export interface Change {
  /** Names the sentences `structure:told.<done>` and `structure:refused.<refused>`. */
  readonly done: string;
  readonly refused: string;
  readonly build: (units: readonly Unit[], ids: readonly UnitId[], desk: Desk) => Edit | undefined;
}

/** A change of the chosen units: one step of undo; said when done, said why when not. */
export function change(desk: Desk, editor: DraftEditor, { done, refused, build }: Change): void {
  const targets = targetsOf(desk, editor);
  const count = rootsOf(editor.state().units, targets.ids).length;
  const isDone = targets.ids.length > 0 && editor.apply((units) => build(units, targets.ids, desk));
  if (isDone) {
    const roots = rootsOf(editor.state().units, targets.ids);
    tell(desk, editor, done, roots, roots.length || count);
  } else refuse(desk, refused);
  if (!targets.fromOutline) editor.focus();
}

const removing: Change = { done: 'removed', refused: 'remove', build: removeBlocks };

/** Deletes at once what is empty; asks first when words, comments or references would be lost. */
export function removeChosen(
  desk: Desk,
  editor: DraftEditor,
  { ids, fromOutline }: Targets = targetsOf(desk, editor),
): void {
  const { units, comments, isReadOnly } = editor.state();
  if (isReadOnly) {
    refuse(desk, 'reading');
    return;
  }
  const loss = lossOf(units, comments, ids);
  if (loss.units === 0 || loss.units === units.length) refuse(desk, 'remove');
  else if (isTrifle(loss)) change(desk, editor, removing);
  else desk.dialog.set({ kind: 'remove-units', ids, fromOutline });
}

/** Goes to the unit when the command came from the text; in the outline it becomes the chosen row. */
export function showResult(desk: Desk, editor: DraftEditor, ids: readonly UnitId[], fromOutline: boolean): void {
  const [first] = ids;
  if (first === undefined) return;
  if (fromOutline) desk.chosenRows.set(ids);
  else editor.goTo({ unit: first });
}
