import type { Unit, UnitId } from '../../core/draft/types.ts';
import type { OutlineRow } from '../state/overview.ts';

/** The rows that no closed row hides. */
export function visibleRows(rows: readonly OutlineRow[], closed: ReadonlySet<UnitId>): readonly OutlineRow[] {
  const shown: OutlineRow[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (row.level > hiddenBelow) continue;
    hiddenBelow = closed.has(row.id) ? row.level : Number.POSITIVE_INFINITY;
    shown.push(row);
  }
  return shown;
}

/** The row of the section, chapter or article in which a unit stands. */
export function rowOfUnit(
  units: readonly Unit[],
  rows: readonly OutlineRow[],
  unit: UnitId | undefined,
): UnitId | undefined {
  if (unit === undefined) return undefined;
  const known = new Set(rows.map((row) => row.id));
  const at = units.findIndex(({ id }) => id === unit);
  return units.slice(0, at + 1).findLast(({ id }) => known.has(id))?.id;
}

/** The row to which a key leads from another: next, previous, first, last, or the one that encloses it. */
export function rowAt(rows: readonly OutlineRow[], from: OutlineRow, key: string): OutlineRow | undefined {
  const at = rows.indexOf(from);
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return rows[Math.min(at + 1, rows.length - 1)];
    case 'ArrowUp':
      return rows[Math.max(at - 1, 0)];
    case 'Home':
      return rows[0];
    case 'End':
      return rows.at(-1);
    case 'ArrowLeft':
      return rows.slice(0, at).findLast((row) => row.level < from.level) ?? from;
    default:
      return undefined;
  }
}
