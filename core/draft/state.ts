import { type Language, languages } from '../base/language.ts';
import type { Cell, Unit } from './types.ts';

/**
 * How far a text has come in its language.
 *
 * Each cell counts in `rev` the changes of the provision's meaning that it has taken in. Editing a text that is level with the
 * others is such a change: it moves ahead and the others become stale. Editing a stale text is catching up: it stays stale until
 * a person says that it is level (`confirmedRev`), since nobody can tell from one keystroke that the work is done. A text written
 * where there was none is level at once. No column is the source of the others: parliament adopts the Kyrgyz, but a change
 * may begin in any of them.
 */
export type CellState = 'missing' | 'drafted' | 'stale' | 'approved';

/** The cell of a unit in a language. */
export function cellOf(unit: Unit, language: Language): Cell {
  return unit.children[languages.indexOf(language) as 0 | 1 | 2];
}

/** Whether a cell holds no text and no citation or reference. */
export function isBlankCell(cell: Cell): boolean {
  return cell.children.every((inline) => 'text' in inline && inline.text.trim() === '');
}

export function stateOf(unit: Unit, language: Language): CellState {
  const cell = cellOf(unit, language);
  if (isBlankCell(cell)) return isWithoutHeading(unit) ? 'drafted' : 'missing';
  if (revOf(cell) < highestRev(unit)) return 'stale';
  return cell.approved !== undefined && cell.approved === revOf(cell) ? 'approved' : 'drafted';
}

/** An article may have no heading, in no language: amending laws are written so, and nothing is missing then. */
function isWithoutHeading(unit: Unit): boolean {
  return unit.kind === 'article' && unit.children.every(isBlankCell);
}

/**
 * The `rev` that a cell must have once its text is edited, or undefined when it has that already. `wasBlank` says whether the
 * cell held nothing before the edit.
 */
export function revAfterEdit(unit: Unit, language: Language, wasBlank: boolean): number | undefined {
  const cell = cellOf(unit, language);
  const rev = revOf(cell);
  const others = unit.children.filter((other) => other.lang !== language && !isBlankCell(other));
  const highest = Math.max(0, ...others.map(revOf));
  if (wasBlank) return rev < highest ? highest : undefined;
  if (rev < highest) return undefined;
  const isAhead = rev > highest || others.length === 0;
  const isApproved = cell.approved === rev;
  return isAhead && !isApproved ? undefined : rev + 1;
}

/** The `rev` that makes a stale cell level with the others. */
export function confirmedRev(unit: Unit): number {
  return highestRev(unit);
}

/** By a loop: every row that is drawn asks after every change. */
function highestRev(unit: Unit): number {
  let highest = 0;
  for (const cell of unit.children) {
    const rev = revOf(cell);
    if (rev > highest && !isBlankCell(cell)) highest = rev;
  }
  return highest;
}

function revOf(cell: Cell): number {
  return cell.rev ?? 0;
}
