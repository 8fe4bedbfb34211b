import type { Cell, Unit } from '../draft/types.ts';

/** The unit with other texts; the cells are made its own. */
export function withCells(unit: Unit, cells: readonly Cell[]): Unit {
  return { ...unit, children: cells.map((cell) => ({ ...cell, unit: unit.id })) as unknown as Unit['children'] };
}

/** The units by their ids. */
export function byId(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  return new Map(units.map((unit) => [unit.id, unit]));
}
