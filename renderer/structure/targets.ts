import { blocksOf, unitsOfBlocks } from '../../core/draft/blocks.ts';
import { type Unit, type UnitId, unitKinds } from '../../core/draft/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import type { Desk } from '../state/desk.ts';

/** The commands that act on all chosen units at once. */
export const actsOnChosen: ReadonlySet<string> = new Set([
  'demote',
  'promote',
  'move-up',
  'move-down',
  'duplicate-unit',
  ...unitKinds.map((kind) => `make-${kind}`),
  'lock-chosen',
  'unlock-chosen',
  'repeal-unit',
  'remove-unit',
]);

/** What a structural command acts on. */
export interface Targets {
  /** In reading order; may be empty. */
  readonly ids: readonly UnitId[];
  /** They are rows of the outline, and the focus stays there. */
  readonly fromOutline: boolean;
}

/** The chosen rows while one works in the outline, else the units that the selection in the text touches. */
export function targetsOf(desk: Desk, editor: DraftEditor): Targets {
  // Undo may have taken away what was chosen.
  const known = new Set(editor.state().units.map(({ id }) => id));
  const rows = desk.chosenRows.get().filter((id) => known.has(id));
  const fromOutline = rows.length > 0 && desk.isInOutline.get();
  return { ids: fromOutline ? rows : editor.chosenUnits(), fromOutline };
}

/** How many rows of the outline a command would act on; 0 when it acts on the text. */
export function chosenCount(desk: Desk, command: string): number {
  const editor = desk.session.get()?.editor;
  if (!editor || !actsOnChosen.has(command)) return 0;
  const { ids, fromOutline } = targetsOf(desk, editor);
  return fromOutline ? rootsOf(editor.state().units, ids).length : 0;
}

/** The outermost of some units. */
export function rootsOf(units: readonly Unit[], ids: Iterable<UnitId>): readonly UnitId[] {
  return blocksOf(units, ids).flatMap(({ from }) => units[from]?.id ?? []);
}

/** The chosen units with all that they enclose. */
export function idsWithin(units: readonly Unit[], ids: Iterable<UnitId>): readonly UnitId[] {
  return unitsOfBlocks(units, blocksOf(units, ids)).map(({ id }) => id);
}
