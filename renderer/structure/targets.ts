import { blocksOf, unitsOfBlocks } from '../../core/draft/blocks.ts';
import type { Unit, UnitId } from '../../core/draft/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import type { Desk } from '../state/desk.ts';

/** What a structural command acts on. */
export interface Targets {
  /** In reading order; may be empty. */
  readonly ids: readonly UnitId[];
  /** They are rows of the outline, and the focus stays there. */
  readonly fromOutline: boolean;
}

/** The chosen rows while the outline has the focus, else the units that the selection in the text touches. */
export function targetsOf(desk: Desk, editor: DraftEditor): Targets {
  // Undo may have taken away what was chosen.
  const known = new Set(editor.state().units.map(({ id }) => id));
  const rows = desk.chosenRows.get().filter((id) => known.has(id));
  const fromOutline = rows.length > 0 && document.activeElement?.closest('[data-pane="outline"] [role="tree"]') != null;
  return { ids: fromOutline ? rows : editor.chosenUnits(), fromOutline };
}

/** The outermost of some units. */
export function rootsOf(units: readonly Unit[], ids: Iterable<UnitId>): readonly UnitId[] {
  return blocksOf(units, ids).flatMap(({ from }) => units[from]?.id ?? []);
}

/** The chosen units with all that they enclose. */
export function idsWithin(units: readonly Unit[], ids: Iterable<UnitId>): readonly UnitId[] {
  return unitsOfBlocks(units, blocksOf(units, ids)).map(({ id }) => id);
}
