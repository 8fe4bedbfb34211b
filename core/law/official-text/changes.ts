import { foldNumber } from './place.ts';
import { endOf, treeOf } from './tree.ts';
import type { OfficialText } from './types.ts';

/** What a newer text of an act has otherwise than the one before: article numbers, in the order of the text that has them. */
export interface TextChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Those of which some word, number or mark differs. */
  readonly reworded: readonly string[];
}

/** Compares two texts of one act and language article by article, to show what replacing one by the other changes. */
export function changesBetween(before: OfficialText, after: OfficialText): TextChanges {
  const [old, fresh] = [articlesOf(before), articlesOf(after)];
  const numbers = (articles: Articles, isWanted: (key: string) => boolean): readonly string[] =>
    [...articles].filter(([key]) => isWanted(key)).map(([, { number }]) => number);
  return {
    added: numbers(fresh, (key) => !old.has(key)),
    removed: numbers(old, (key) => !fresh.has(key)),
    reworded: numbers(fresh, (key) => old.has(key) && old.get(key)?.words !== fresh.get(key)?.words),
  };
}

type Articles = ReadonlyMap<string, { readonly number: string; readonly words: string }>;

/** An annex may count its articles anew: the second article of a number is another key. */
function articlesOf({ units }: OfficialText): Articles {
  const tree = treeOf(units);
  const articles = new Map<string, { number: string; words: string }>();
  units.forEach(({ kind, number, quoted }, at) => {
    if (kind !== 'article' || number === undefined || quoted) return;
    const words = units
      .slice(at, endOf(tree, at))
      .map((unit) => `${unit.label} ${unit.heading ?? ''} ${unit.text}`.replace(/\s+/gu, ' ').trim())
      .join('\n');
    let key = foldNumber(number);
    while (articles.has(key)) key += '′';
    articles.set(key, { number, words });
  });
  return articles;
}
