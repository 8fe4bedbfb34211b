import type { IndexedText } from './texts.ts';
import type { OfficialText } from './types.ts';

/** Words in quotation marks that may be an act's own: where they stand in a text. */
export interface Quotation {
  /** The words between the marks. */
  readonly words: string;
  /** UTF-16 code units from the start of the text to the first of the words; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Fewer words than this are a term or a title rather than a quotation. */
const fewest = 4;

/** The quotations of a text, outer marks first. Marks without another half make none. */
export function quotationsIn(text: string): readonly Quotation[] {
  return [...text.matchAll(/«([^«»]*(?:«[^«»]*»[^«»]*)*)»|“([^“”]*)”|„([^„“]*)“/gu)].flatMap((match) => {
    const words = match[1] ?? match[2] ?? match[3] ?? '';
    const start = match.index + 1;
    return wordsOf(words).length < fewest ? [] : [{ words, start, end: start + words.length }];
  });
}

/**
 * Whether quoted words are those of a text. Case, marks, spaces and line breaks do not count; an ellipsis stands for words left out. `near`: the
 * text has most of these words together, so a quotation of it is likely meant and differs; `foreign`: the words are of something else.
 */
export function compareQuotation(words: string, { text }: IndexedText): 'same' | 'near' | 'foreign' {
  const pieces = words
    .split(/…|\.\.\./u)
    .map(wordsOf)
    .filter((piece) => piece.length > 0);
  const { sources, whole, labelled } = wordsOfText(text);
  if (pieces.every((piece) => holds(whole, piece) || holds(labelled, piece))) return 'same';
  const asked = pieces.flat();
  return sources.some((source) => sharedPairs(source, asked) * 2 > asked.length - 1) ? 'near' : 'foreign';
}

interface WordsOfText {
  /** For each unit. */
  readonly sources: readonly (readonly string[])[];
  readonly whole: readonly string[];
  /** With the labels of points: who quotes several of them quotes their numbers too. */
  readonly labelled: readonly string[];
}

/** A code has hundreds of thousands of words, and a bill quotes it more than once. */
const known = new WeakMap<OfficialText, WordsOfText>();

function wordsOfText(text: OfficialText): WordsOfText {
  const before = known.get(text);
  if (before) return before;
  const sources = text.units.map(({ heading, text: own }) => wordsOf(`${heading ?? ''} ${own}`));
  const labelled = text.units.flatMap(({ label, heading, text: own }) => wordsOf(`${label} ${heading ?? ''} ${own}`));
  const words = { sources, whole: sources.flat(), labelled };
  known.set(text, words);
  return words;
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Whether the words stand in the text one after another. */
function holds(source: readonly string[], words: readonly string[]): boolean {
  const [first] = words;
  for (let at = source.indexOf(first ?? ''); at >= 0; at = source.indexOf(first ?? '', at + 1)) {
    if (words.every((word, i) => source[at + i] === word)) return true;
  }
  return false;
}

/** How many neighbouring pairs of the asked words are neighbours in the source too. */
function sharedPairs(source: readonly string[], asked: readonly string[]): number {
  const pairs = new Set(source.slice(1).map((word, i) => `${source[i]} ${word}`));
  return asked.slice(1).filter((word, i) => pairs.has(`${asked[i]} ${word}`)).length;
}
