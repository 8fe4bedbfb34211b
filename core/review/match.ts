import { languages } from '../base/language.ts';
import { isBlankCell } from '../draft/state.ts';
import type { Unit } from '../draft/types.ts';
import { tokensOf } from './tokens.ts';

/** A unit that stands in both drafts: indices in the older and in the newer list. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** In a gap with more units than this on a side nobody could tell by eye which belongs to which; they are removed and added. */
const mostInGap = 40;

/** From which share of common words on two texts are the same provision, rewritten. */
const leastAlike = 0.5;

/**
 * Which units of two drafts are the same, in the order of the newer list. First by id; what is left by its whole text, as after
 * cutting and pasting; and in drafts of different origin, which share hardly any id, by likeness between neighbours that match.
 */
export function matchUnits(before: readonly Unit[], after: readonly Unit[]): readonly Pair[] {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (own: number, theirs: number): void => {
    partner.set(theirs, own);
    taken.add(own);
  };
  const places = new Map(before.map((unit, index) => [unit.id, index]));
  after.forEach((unit, index) => {
    const own = places.get(unit.id);
    if (own !== undefined) pair(own, index);
  });
  const isForeign = partner.size * 2 < Math.min(before.length, after.length);
  pairByText(before, after, { partner, taken, pair });
  if (isForeign) pairByLikeness(before, after, { partner, taken, pair });
  return [...partner].map(([index, own]) => ({ before: own, after: index })).sort((a, b) => a.after - b.after);
}

interface Pairing {
  /** Index in the older list, by the index in the newer. */
  readonly partner: ReadonlyMap<number, number>;
  /** Indices in the older list that have a partner. */
  readonly taken: ReadonlySet<number>;
  readonly pair: (own: number, theirs: number) => void;
}

function pairByText(before: readonly Unit[], after: readonly Unit[], { partner, taken, pair }: Pairing): void {
  const free = new Map<string, number[]>();
  before.forEach((unit, index) => {
    if (taken.has(index) || unit.children.every(isBlankCell)) return;
    const key = fingerprint(unit);
    free.set(key, [...(free.get(key) ?? []), index]);
  });
  if (free.size === 0) return;
  after.forEach((unit, index) => {
    const own = partner.has(index) ? undefined : free.get(fingerprint(unit))?.shift();
    if (own !== undefined) pair(own, index);
  });
}

function fingerprint(unit: Unit): string {
  return JSON.stringify([unit.kind, unit.children.map((cell) => tokensOf(cell).map(({ key }) => key))]);
}

function pairByLikeness(before: readonly Unit[], after: readonly Unit[], pairing: Pairing): void {
  for (const { own, theirs } of gapsOf(before.length, after.length, pairing)) {
    if (own.length > mostInGap || theirs.length > mostInGap) continue;
    let from = 0;
    for (const index of theirs) {
      const unit = after[index];
      const found = unit ? own.findIndex((at, place) => place >= from && areAlike(before[at], unit)) : -1;
      const at = own[found];
      if (at === undefined) continue;
      pairing.pair(at, index);
      from = found + 1;
    }
  }
}

interface Gap {
  readonly own: readonly number[];
  readonly theirs: readonly number[];
}

/** The units without a partner, between two neighbours that have one and stand in order. */
function gapsOf(ownCount: number, theirCount: number, { partner, taken }: Pairing): readonly Gap[] {
  const gaps: Gap[] = [];
  let [reached, theirs]: [number, number[]] = [0, []];
  for (let index = 0; index <= theirCount; index += 1) {
    const at = index === theirCount ? ownCount : partner.get(index);
    if (at === undefined) theirs.push(index);
    else if (at >= reached) {
      const own = Array.from({ length: at - reached }, (_, i) => reached + i).filter((each) => !taken.has(each));
      if (own.length > 0 && theirs.length > 0) gaps.push({ own, theirs });
      [reached, theirs] = [at + 1, []];
    }
  }
  return gaps;
}

function areAlike(one: Unit | undefined, other: Unit): boolean {
  if (one?.kind !== other.kind) return false;
  return languages.some((_, column) => {
    const [own, theirs] = [wordsOf(one, column), wordsOf(other, column)];
    if (own.size === 0 || theirs.size === 0) return false;
    let common = 0;
    for (const word of own) if (theirs.has(word)) common += 1;
    return (2 * common) / (own.size + theirs.size) >= leastAlike;
  });
}

function wordsOf(unit: Unit, column: number): ReadonlySet<string> {
  const cell = unit.children[column];
  return new Set(cell ? tokensOf(cell).flatMap(({ key }) => (/[\p{L}\p{N}]/u.test(key.slice(1)) ? [key] : [])) : []);
}

/**
 * Which places of a list of numbers stay when as few as possible are moved: the indices of its longest rising subsequence. The
 * numbers are different from each other.
 */
export function unmoved(places: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const previous: number[] = [];
  places.forEach((place, index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  });
  const stay = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) stay.add(at);
  return stay;
}
