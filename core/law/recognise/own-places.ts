import type { Language } from '../../base/language.ts';
import type { UnitLabel } from '../../draft/numbering.ts';
import { ancestry, subtreeEnd } from '../../draft/outline.ts';
import type { Unit, UnitId } from '../../draft/types.ts';
import { type Place, placesOf } from '../find-place.ts';
import type { PinpointLevel } from '../pinpoint.ts';
import { depthOf } from '../pinpoint.ts';
import type { PinpointPair } from './places.ts';

/** A place in the draft itself as words tell it: from the whole law or from a unit around the words. */
export interface OwnPlace {
  readonly own: 'law' | PinpointLevel;
  /** Never empty, outermost first. */
  readonly pairs: readonly PinpointPair[];
  /** Index of the unit in which the words stand. */
  readonly from: number;
}

/** Finds units of one moment of a draft by the words that name them; undefined unless each number is exactly one unit. */
export type FindOwn = (place: OwnPlace) => readonly UnitId[] | undefined;

/** Walks the draft at the first question, not before: few texts name a place in their own law. */
export function createFindOwn(
  units: readonly Unit[],
  labels: ReadonlyMap<UnitId, UnitLabel>,
  language: Language,
): FindOwn {
  let places: readonly Place[] | undefined;
  return ({ own, pairs, from }) => {
    const scope = scopeOf(units, own, from);
    const [innermost] = pairs.at(-1) ?? [];
    if (!scope || !innermost) return undefined;
    const outer = pairs.filter(([level]) => level !== innermost);
    if (new Set(outer.map(([level]) => level)).size !== outer.length) return undefined;
    places ??= placesOf(units, labels, language);
    const near = places.filter(({ unit }) => unit.kind === innermost && scope.has(unit.id));
    const wanted = pairs.filter(([level]) => level === innermost);
    const found = wanted.map((pair) => near.filter((place) => isAt(place, [...outer, pair], own)));
    const ids = found.flatMap((fitting) => (fitting.length === 1 ? (fitting[0]?.unit.id ?? []) : []));
    return ids.length === wanted.length ? ids : undefined;
  };
}

function scopeOf(units: readonly Unit[], own: OwnPlace['own'], from: number): ReadonlySet<UnitId> | undefined {
  if (own === 'law') return new Set(units.map(({ id }) => id));
  const base = ancestry(units, from).findLast((at) => units[at]?.kind === own);
  if (base === undefined) return undefined;
  return new Set(units.slice(base, subtreeEnd(units, base)).map(({ id }) => id));
}

/** Every level from the article down is said: point 2 of an article is none of the points of its parts. */
function isAt({ numbers }: Place, pairs: readonly PinpointPair[], own: OwnPlace['own']): boolean {
  const said = new Map(pairs);
  const isSilent = (level: PinpointLevel): boolean =>
    depthOf(level) < depthOf('article') || (own !== 'law' && depthOf(level) <= depthOf(own));
  const levels = Object.keys(numbers) as PinpointLevel[];
  return (
    pairs.every(([level, number]) => numbers[level]?.includes(number.toLowerCase()) === true) &&
    levels.every((level) => said.has(level) || isSilent(level))
  );
}
