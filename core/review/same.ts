import type { Cell, Unit } from '../draft/types.ts';

/** Whether two plain JSON values are equal, an absent field being the same as none. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [own, theirs] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const names = Object.keys(own).filter((name) => own[name] !== undefined);
  const count = Object.keys(theirs).filter((name) => theirs[name] !== undefined).length;
  return names.length === count && names.every((name) => isSame(own[name], theirs[name]));
}

/** The unit with other texts; the cells are made its own. */
export function withCells(unit: Unit, cells: readonly Cell[]): Unit {
  return { ...unit, children: cells.map((cell) => ({ ...cell, unit: unit.id })) as unknown as Unit['children'] };
}

/** The units by their ids. */
export function byId(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  return new Map(units.map((unit) => [unit.id, unit]));
}
