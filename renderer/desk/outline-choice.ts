import type { UnitId } from '../../core/draft/types.ts';
import type { OutlineRow } from '../state/overview.ts';
import { rowsBetween } from './outline-rows.ts';

/** Which rows are chosen, from which row a range is counted, and which has the focus. */
export interface Choice {
  readonly chosen: readonly UnitId[];
  readonly anchor: UnitId | undefined;
  readonly focused: UnitId | undefined;
  /** The focus went without choosing: it may stand on a row that is not chosen. */
  readonly walks?: boolean;
}

/** How a row is reached: alone, added to or taken from the others, as the end of a range, or without choosing it. */
export type Reach = 'alone' | 'toggle' | 'range' | 'walk';

/** The choice after a row was reached. Chosen rows stand in reading order. */
export function choose(rows: readonly OutlineRow[], before: Choice, id: UnitId, reach: Reach): Choice {
  switch (reach) {
    case 'alone':
      return { chosen: [id], anchor: id, focused: id };
    case 'walk':
      return { ...before, focused: id, walks: true };
    case 'range': {
      const anchor = before.anchor !== undefined && rows.some((row) => row.id === before.anchor) ? before.anchor : id;
      return { chosen: rowsBetween(rows, anchor, id), anchor, focused: id };
    }
    case 'toggle': {
      const chosen = new Set(before.chosen);
      if (!chosen.delete(id)) chosen.add(id);
      return {
        chosen: rows.flatMap((row) => (chosen.has(row.id) ? row.id : [])),
        anchor: id,
        focused: id,
        walks: true,
      };
    }
  }
}
