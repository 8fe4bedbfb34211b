import type { ActId, Unit, UnitId } from '../draft/types.ts';

/** The provisions that cite each act, in reading order; a provision counts once, whatever its languages say. Drafter's notes count too. */
export function citingUnits(units: readonly Unit[]): ReadonlyMap<ActId, readonly UnitId[]> {
  const citing = new Map<ActId, UnitId[]>();
  for (const unit of units) {
    for (const act of actsCitedIn(unit)) {
      const found = citing.get(act);
      if (found) found.push(unit.id);
      else citing.set(act, [unit.id]);
    }
  }
  return citing;
}

/** The acts that a provision cites in any of its languages, each once, in the order of the text. */
export function actsCitedIn(unit: Unit): ReadonlySet<ActId> {
  const acts = new Set<ActId>();
  for (const cell of unit.children) {
    for (const inline of cell.children) if ('type' in inline && inline.type === 'citation') acts.add(inline.act);
  }
  return acts;
}
