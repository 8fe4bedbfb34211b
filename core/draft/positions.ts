import { ancestry } from './outline.ts';
import { kindRules } from './schema.ts';
import type { Unit, UnitId } from './types.ts';

/** Where the units of one moment stand. */
export interface Positions {
  /** -1 when there is no such unit. */
  readonly indexOf: (id: UnitId) => number;
  /** The units from the outermost enclosing one to the unit itself; empty for an index that there is not. */
  readonly pathTo: (index: number) => readonly Unit[];
}

const made = new WeakMap<readonly Unit[], Positions>();

/**
 * The positions of a list of units, worked out once for that list: whoever asks for many of them (each reference of a bill, each place
 * of a list) would otherwise walk through the bill for each. For one place of a list that the next key replaces, ask `ancestry`.
 */
export function positionsOf(units: readonly Unit[]): Positions {
  const positions = made.get(units) ?? makePositions(units);
  made.set(units, positions);
  return positions;
}

function makePositions(units: readonly Unit[]): Positions {
  let indices: ReadonlyMap<UnitId, number> | undefined;
  const parents = parentsOf(units);
  return {
    indexOf: (id) => {
      indices ??= new Map(units.map((unit, index) => [unit.id, index]));
      return indices.get(id) ?? -1;
    },
    pathTo: (index) => {
      const path: Unit[] = [];
      for (let at = index; at >= 0; at = parents[at] ?? -1) {
        const unit = units[at];
        if (unit) path.push(unit);
      }
      return path.reverse();
    },
  };
}

/** The index of each unit's enclosing one; -1 for what stands in the bill itself. As `parentIndex`, for all in one walk. */
function parentsOf(units: readonly Unit[]): readonly number[] {
  const open: number[] = [];
  const depths = units.map(({ kind }) => kindRules[kind].depth);
  return depths.map((depth, index) => {
    if (depth === 0) {
      open.length = 0;
      return -1;
    }
    while (open.length > 0 && (depths[open.at(-1) ?? 0] ?? 0) >= depth) open.pop();
    const parent = open.at(-1) ?? -1;
    open.push(index);
    return parent;
  });
}

/** The units from the outermost enclosing one to the unit itself, by the positions if they are known already, else by a walk. */
export function pathTo(units: readonly Unit[], index: number): readonly Unit[] {
  const known = made.get(units);
  return known ? known.pathTo(index) : ancestry(units, index).flatMap((at) => units[at] ?? []);
}
