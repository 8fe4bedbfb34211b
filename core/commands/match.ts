/**
 * Fuzzy match of what a person typed against the names of things, for the palette and the pickers.
 *
 * Plan: both sides are folded (case, and the letters that a Russian keyboard lacks: ң ө ү ё). Every word of the query must be
 * found, else nothing matches. A word scores most as the beginning of the text, less as the beginning of a word, less inside a
 * word, and least as letters scattered in order. A number means that number: it is never found inside another one, and only
 * weakly as its beginning, since a person may still be typing. Shorter texts win ties, so that the exact name stands first.
 */
const folds: Readonly<Record<string, string>> = { ң: 'н', ө: 'о', ү: 'у', ё: 'е' };

/** Lower case, with the letters that a Russian keyboard lacks replaced by their neighbours. Keeps the length of BMP text. */
export function foldText(text: string): string {
  return text.toLowerCase().replace(/[ңөүё]/g, (letter) => folds[letter] ?? letter);
}

function scatteredIn(word: string, text: string): boolean {
  let from = 0;
  for (const letter of word) {
    const at = text.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}

function scoreNumber(number: string, text: string): number {
  let best = 0;
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    if (/\d/.test(text.charAt(at - 1))) continue;
    const isWhole = !/\d/.test(text.charAt(at + number.length));
    best = Math.max(best, isWhole ? (at === 0 ? 100 : 80) : 10);
  }
  return best;
}

function scoreWord(word: string, text: string): number {
  if (/^\d+$/.test(word)) return scoreNumber(word, text);
  const at = text.indexOf(word);
  if (at === 0) return 100;
  if (text.includes(` ${word}`)) return 80;
  if (at > 0) return 50;
  return word.length > 1 && scatteredIn(word, text) ? 10 : 0;
}

/** How well the query fits the text; 0 means not at all, an empty query fits everything with 1. */
export function matchScore(query: string, text: string): number {
  const fit = matchFit(query, text);
  return fit === 0 || query.trim() === '' ? fit : fit + 1 / (1 + text.length);
}

/** {@link matchScore} for passages, whose length says nothing: equal ones may keep an order of their own. */
export function matchFit(query: string, text: string): number {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return 1;
  const folded = foldText(text);
  let total = 0;
  for (const word of words) {
    const score = scoreWord(word, folded);
    if (score === 0) return 0;
    total += score;
  }
  return total / words.length;
}

/** The items that match, best first; equal ones keep their order. */
export function rankMatches<T>(
  query: string,
  items: readonly T[],
  textOf: (item: T) => string,
  score: (query: string, text: string) => number = matchScore,
): readonly T[] {
  return items
    .map((item) => ({ item, score: score(query, textOf(item)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}
