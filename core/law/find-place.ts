import type { Language } from '../base/language.ts';
import type { UnitLabel } from '../draft/numbering.ts';
import { kindRules } from '../draft/schema.ts';
import type { Unit, UnitId } from '../draft/types.ts';
import { type PinpointLevel, pinpointLevels } from './pinpoint.ts';
import { findPinpoint } from './query.ts';

/** The numbers that lead to a unit, its own included; each as it is written and in Arabic digits (IV and 4). */
type Numbers = Partial<Record<PinpointLevel, readonly string[]>>;

/**
 * The units that a person may mean who types «12», «ст. 12 ч. 2», «12-берене», `art. 12 part 2` or «глава 3»: best first, may be empty.
 *
 * First those that stand exactly there. Then those whose last number only begins so, since a person may still be typing. When the
 * place is not there (a part that the article lacks), the nearest unit that encloses it. A bare number is an article's first, then
 * a chapter's or a section's.
 */
export function findPlaces(
  units: readonly Unit[],
  labels: ReadonlyMap<UnitId, UnitLabel>,
  query: string,
  language: Language,
): readonly UnitId[] {
  const { wanted, rest } = readWanted(query);
  if (rest.trim() !== '') return [];
  const places = placesOf(units, labels, language);
  const isBare = /^\s*\d+(?:-\d+)*\s*$/.test(query);
  for (let depth = wanted.length; depth > 0; depth -= 1) {
    const found = unitsAt(places, wanted.slice(0, depth));
    const others = isBare ? othersWith(places, query.trim()) : [];
    if (found.length + others.length > 0) return [...new Set([...found.slice(0, 1), ...others, ...found.slice(1)])];
  }
  return [];
}

/** The provisions that a query names. */
export interface NamedProvisions {
  /** In the order of the draft, may be empty; `undefined` when the query names no place, only words. */
  readonly at: readonly UnitId[] | undefined;
  /** The words of the query that name no place; may be empty. */
  readonly words: string;
}

/**
 * The provisions that a query means, to refer to one: here a number means that number, since what comes first goes into the law. None
 * that only encloses the place or whose number only begins so. Beside words, those that stand inside the place count too.
 */
export function findProvisions(
  units: readonly Unit[],
  labels: ReadonlyMap<UnitId, UnitLabel>,
  query: string,
  language: Language,
): NamedProvisions {
  const { wanted, rest } = readWanted(query);
  const words = rest.trim();
  const last = wanted.at(-1);
  if (!last) return { at: undefined, words };
  const isBare = /^\s*\d+(?:-\d+)*\s*$/.test(query);
  const isThere = ({ numbers }: Place): boolean =>
    wanted.every(({ level, number }) => numbers[level]?.includes(number) === true);
  const places = placesOf(units, labels, language);
  const found = places.filter((place) => isThere(place) && (words !== '' || place.unit.kind === last.level));
  const others = isBare ? othersWith(places, query.trim()) : [];
  return { at: [...found.map(({ unit }) => unit.id), ...others], words };
}

/** Commas between the numbers are no words: the desk writes «Статья 5, часть 2» itself. */
function readWanted(query: string): { readonly wanted: readonly Wanted[]; readonly rest: string } {
  const { pinpoint, rest } = findPinpoint(query);
  const wanted = pinpointLevels.flatMap((level) => {
    const [number] = pinpoint[level] ?? [];
    return number === undefined ? [] : [{ level, number: number.toLowerCase() }];
  });
  return { wanted, rest: /^[\s,;.]*$/u.test(rest) ? '' : rest };
}

interface Wanted {
  readonly level: PinpointLevel;
  readonly number: string;
}

/** A unit with the numbers that lead to it; letters are small. */
export interface Place {
  readonly unit: Unit;
  readonly numbers: Numbers;
}

function unitsAt(places: readonly Place[], wanted: readonly Wanted[]): readonly UnitId[] {
  const last = wanted.at(-1);
  const enclosing = wanted.slice(0, -1);
  if (!last) return [];
  const near = places.filter(
    ({ unit, numbers }) =>
      unit.kind === last.level && enclosing.every(({ level, number }) => numbers[level]?.includes(number)),
  );
  const isExact = ({ numbers }: Place): boolean => numbers[last.level]?.includes(last.number) === true;
  const exact = near.filter(isExact);
  const begun = near.filter(
    (place) => !isExact(place) && place.numbers[last.level]?.some((number) => number.startsWith(last.number)),
  );
  return [...exact, ...begun].map(({ unit }) => unit.id);
}

function othersWith(places: readonly Place[], number: string): readonly UnitId[] {
  return places.flatMap(({ unit, numbers }) => {
    const isEnclosing = unit.kind === 'chapter' || unit.kind === 'section';
    return isEnclosing && numbers[unit.kind]?.includes(number) ? [unit.id] : [];
  });
}

interface OpenUnit {
  readonly level: PinpointLevel;
  readonly depth: number;
  readonly numbers: readonly string[];
}

/** Each unit that has a number, in the order of the draft, in one walk. Paragraphs are counted: the text of a part or point is its first, a heading is none. */
export function placesOf(
  units: readonly Unit[],
  labels: ReadonlyMap<UnitId, UnitLabel>,
  language: Language,
): readonly Place[] {
  let open: readonly OpenUnit[] = [];
  let paragraphs = 0;
  return units.flatMap((unit) => {
    const level = pinpointLevels.find((one) => one === unit.kind);
    const { depth, heading } = kindRules[unit.kind];
    if (!level) return [];
    paragraphs = level === 'paragraph' ? paragraphs + 1 : heading ? 0 : 1;
    const label = labels.get(unit.id);
    const numbers = level === 'paragraph' ? [String(paragraphs)] : label ? [label.written[language], label.number] : [];
    open = [...open.filter((one) => one.depth < depth), { level, depth, numbers: numbers.map(inSmall) }];
    return [{ unit, numbers: Object.fromEntries(open.map((one) => [one.level, one.numbers])) }];
  });
}

function inSmall(number: string): string {
  return number.toLowerCase();
}
