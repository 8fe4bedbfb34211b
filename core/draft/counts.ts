import type { Language } from '../base/language.ts';
import { cellOf } from './state.ts';
import { cellText, type InlineText } from './text.ts';
import type { Cell, Unit } from './types.ts';

/** The size of a text. */
export interface TextCount {
  /** What stands between spaces and has a letter or a digit in it: a dash alone is no word. */
  readonly words: number;
  /** Code points, spaces included; line breaks are none. */
  readonly characters: number;
  readonly withoutSpaces: number;
}

/** The size of a part of a bill in one language. */
export interface BillCount extends TextCount {
  readonly articles: number;
}

const hasWord = /[\p{L}\p{N}]/u;

/** Counts one text. A space that does not break parts words too. */
export function countText(text: string): TextCount {
  const pieces = text.split(/\s+/u).filter((piece) => piece !== '');
  return {
    words: pieces.filter((piece) => hasWord.test(piece)).length,
    characters: [...text.replace(/[\r\n]/g, '')].length,
    withoutSpaces: pieces.reduce((sum, piece) => sum + [...piece].length, 0),
  };
}

export const nothingCounted: BillCount = { words: 0, characters: 0, withoutSpaces: 0, articles: 0 };

/** The size of two parts together. */
export function addCounts(one: BillCount, other: BillCount): BillCount {
  return {
    words: one.words + other.words,
    characters: one.characters + other.characters,
    withoutSpaces: one.withoutSpaces + other.withoutSpaces,
    articles: one.articles + other.articles,
  };
}

/** Counts the units in a language, without numbers and without drafter's notes, which are no part of the law. */
export type Counter = (units: readonly Unit[], language: Language, textOf: InlineText) => BillCount;

/**
 * A counter that remembers: a cell that has not changed is the same object, so that after a key only one cell is counted anew. Its words
 * are compared too, since those of a citation change without it.
 */
export function createCounter(): Counter {
  const known = new WeakMap<Cell, { readonly text: string; readonly count: TextCount }>();
  const countCell = (cell: Cell, textOf: InlineText): TextCount => {
    const text = cellText(cell, textOf);
    const before = known.get(cell);
    if (before?.text === text) return before.count;
    const count = countText(text);
    known.set(cell, { text, count });
    return count;
  };
  return (units, language, textOf) => {
    let [words, characters, withoutSpaces, articles] = [0, 0, 0, 0];
    for (const unit of units) {
      if (unit.kind === 'note') continue;
      const count = countCell(cellOf(unit, language), textOf);
      words += count.words;
      characters += count.characters;
      withoutSpaces += count.withoutSpaces;
      if (unit.kind === 'article') articles += 1;
    }
    return { words, characters, withoutSpaces, articles };
  };
}
