import type { Language } from '../../base/language.ts';
import type { Finding, Reading, UnitReading } from '../problem.ts';

/** One thing of a text that should be in the other languages too. */
export interface Item {
  /** What it is, the same in every language. */
  readonly key: string;
  /** As the text writes it. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** A text with what was found in it. */
interface Inventory {
  readonly reading: Reading;
  readonly items: readonly Item[];
}

/** Whether a text that lacks an item may say it in another way, which nobody can tell by looking for it. */
export type MaySay = (key: string, reading: Reading) => boolean;

/**
 * Compares what the languages of a provision hold, as sets: how often a thing is named may differ. One finding for a provision, in
 * the language that stands alone, with the words that it has more or less than the others. No language is the source of the others.
 */
export function compareLanguages(
  { written }: UnitReading,
  itemsOf: (reading: Reading) => readonly Item[],
  maySay: MaySay = () => false,
): Finding | undefined {
  if (written.length < 2) return undefined;
  const inventories = written.map((reading) => ({ reading, items: itemsOf(reading) }));
  const faults = inventories.flatMap((one) => faultsOf(one, inventories, maySay));
  // The language with the most disagreements stands alone; of two that differ, the later one is shown beside the earlier.
  const [fault] = faults.toSorted((a, b) => b.weight - a.weight || order(b.language) - order(a.language));
  return fault?.finding;
}

function order(language: Language): number {
  return language === 'ky' ? 0 : language === 'ru' ? 1 : 2;
}

interface Fault {
  readonly language: Language;
  /** With how many of the other texts it disagrees. */
  readonly weight: number;
  readonly finding: Finding;
}

function faultsOf(one: Inventory, all: readonly Inventory[], maySay: MaySay): readonly Fault[] {
  const others = all.filter((other) => other !== one);
  const { reading } = one;
  const lacks = (inventory: Inventory, key: string): boolean =>
    !inventory.items.some((item) => item.key === key) && !maySay(key, inventory.reading);
  const surplus = one.items.filter((item) => others.every((other) => lacks(other, item.key)));
  const missing = unique(others.flatMap(({ items }) => items)).filter(
    ({ key }) =>
      lacks(one, key) && (others.length === 1 || others.every(({ items }) => items.some((item) => item.key === key))),
  );
  // What two of three texts have is missing in the third; what one of them has alone is its surplus.
  const told = surplus.length > 0 ? unique(surplus) : missing;
  const [first] = told;
  if (!first) return [];
  const place = { unit: reading.unit.id, language: reading.language };
  const span = surplus.length > 0 ? { start: first.start, end: first.end } : {};
  const words = told.map((item) => item.words).join('; ');
  const finding: Finding = {
    place: { ...place, ...span },
    params: { words, context: surplus.length > 0 ? 'surplus' : 'missing' },
  };
  return [{ language: reading.language, weight: surplus.length + missing.length, finding }];
}

function unique(items: readonly Item[]): readonly Item[] {
  const seen = new Set<string>();
  return items.filter(({ key }) => !seen.has(key) && seen.add(key));
}
