import { parentIndex } from '../draft/outline.ts';
import type { Unit, UnitId } from '../draft/types.ts';
import { unmoved } from './match.ts';

/** The ids of units that one side moved, seen from the base. */
export function movedSince(base: readonly Unit[], side: readonly Unit[]): ReadonlySet<UnitId> {
  const places = new Map(base.map((unit, index) => [unit.id, index]));
  const common = side.filter((unit) => places.has(unit.id));
  const stay = unmoved(common.map((unit) => places.get(unit.id) ?? 0));
  return new Set(common.flatMap((unit, index) => (stay.has(index) ? [] : [unit.id])));
}

/** What enclosed the given units on a side: a provision that was added to an article needs the article. */
export function enclosing(units: readonly Unit[], ids: ReadonlySet<UnitId>): ReadonlySet<UnitId> {
  const needed = new Set<UnitId>();
  units.forEach((unit, index) => {
    if (!ids.has(unit.id)) return;
    for (let at = parentIndex(units, index); at >= 0; at = parentIndex(units, at)) {
      const id = units[at]?.id;
      if (id === undefined || needed.has(id)) return;
      needed.add(id);
    }
  });
  return needed;
}

export interface OrderSources {
  readonly base: readonly Unit[];
  readonly mine: readonly Unit[];
  readonly theirs: readonly Unit[];
  /** Ids of the units that the merged draft has. */
  readonly kept: ReadonlySet<UnitId>;
}

/**
 * The order of the merged draft: what neither side moved stands as in the base; what a side added or moved stands behind what
 * it stands behind on that side. Where both added at one place, each side's run stays together. What both moved stands as mine.
 */
export function mergeOrder({ base, mine, theirs, kept }: OrderSources): readonly UnitId[] {
  const [movedByMine, movedByTheirs] = [movedSince(base, mine), movedSince(base, theirs)];
  const known = new Set(base.map((unit) => unit.id));
  const fixed = base.filter(({ id }) => kept.has(id) && !movedByMine.has(id) && !movedByTheirs.has(id));
  const anchors = new Set(fixed.map((unit) => unit.id));
  const ours = runsBehind(mine, anchors, (id) => kept.has(id) && (movedByMine.has(id) || !known.has(id)));
  const placed = new Set([...ours.values()].flat());
  const others = runsBehind(theirs, anchors, (id) => {
    const isTheirs = movedByTheirs.has(id) || !known.has(id);
    return kept.has(id) && isTheirs && !placed.has(id);
  });
  const order = ['', ...fixed.map((unit) => unit.id)].flatMap((anchor) => {
    const runs = [ours.get(anchor) ?? [], others.get(anchor) ?? []].sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
    return anchor === '' ? runs.flat() : [anchor, ...runs.flat()];
  });
  return withForgotten(order, base, kept);
}

function runsBehind(
  units: readonly Unit[],
  anchors: ReadonlySet<UnitId>,
  isMeant: (id: UnitId) => boolean,
): ReadonlyMap<UnitId, readonly UnitId[]> {
  const runs = new Map<UnitId, readonly UnitId[]>();
  let anchor = '';
  for (const { id } of units) {
    if (anchors.has(id)) anchor = id;
    else if (isMeant(id)) runs.set(anchor, [...(runs.get(anchor) ?? []), id]);
  }
  return runs;
}

/** One that a side moved and then the other needed although the mover has it no more stands behind its neighbour of old. */
function withForgotten(order: readonly UnitId[], base: readonly Unit[], kept: ReadonlySet<UnitId>): readonly UnitId[] {
  const result = [...order];
  const present = new Set(order);
  base.forEach(({ id }, index) => {
    if (!kept.has(id) || present.has(id)) return;
    const before = base.slice(0, index).findLast((unit) => present.has(unit.id));
    result.splice(before ? result.indexOf(before.id) + 1 : 0, 0, id);
    present.add(id);
  });
  return result;
}
