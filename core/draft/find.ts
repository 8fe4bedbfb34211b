import type { Language } from '../base/language.ts';
import { cellOf } from './state.ts';
import { cellText, type InlineText, isRun } from './text.ts';
import type { Cell, Unit, UnitId } from './types.ts';

/** A stretch of a text: UTF-16 code units, 0-based, `end` exclusive. Never empty. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** What the groups of a regular expression took, from `$1` on; undefined for a group that took no part. */
  readonly groups?: readonly (string | undefined)[];
}

/** Finds in one text, in order and without overlaps. Made by `compileQuery`. */
export type SpanFinder = (text: string, language: Language) => readonly Span[];

/** Something found: a stretch of a cell's text as it is read, the words of citations and references included. */
export interface Match extends Span {
  readonly unit: UnitId;
  /** Index of the unit when it was found. */
  readonly index: number;
  readonly language: Language;
  /** Whether some of its words are computed (a citation, a reference): then nothing can be typed in their place. */
  readonly isFixed: boolean;
}

/** Where the words of citations and references lie in a cell's text, in order. */
function gapsOf(cell: Cell, textOf: InlineText): readonly Span[] {
  const gaps: Span[] = [];
  let at = 0;
  for (const inline of cell.children) {
    const { length } = isRun(inline) ? inline.text : textOf(inline, cell.lang, cell.unit);
    if (!isRun(inline) && length > 0) gaps.push({ start: at, end: at + length });
    at += length;
  }
  return gaps;
}

/** All that `find` finds in the cells of these languages, in reading order: unit by unit, and within a unit by column. */
export function findMatches(
  units: readonly Unit[],
  languages: readonly Language[],
  find: SpanFinder,
  textOf: InlineText,
): readonly Match[] {
  const matches: Match[] = [];
  units.forEach((unit, index) => {
    for (const language of languages) {
      const cell = cellOf(unit, language);
      const spans = find(cellText(cell, textOf), language);
      if (spans.length === 0) continue;
      const gaps = gapsOf(cell, textOf);
      for (const span of spans) {
        const isFixed = gaps.some((gap) => gap.start < span.end && span.start < gap.end);
        matches.push({ ...span, unit: unit.id, index, language, isFixed });
      }
    }
  });
  return matches;
}

/** A place from which one looks on: a unit by its index, a column, a number of code units into its text. */
export interface FindPlace {
  readonly index: number;
  readonly language: Language;
  readonly offset: number;
}

/** Index of the first match that begins at the place or after it, else of the first of all; -1 when there is none. */
export function nextMatch(matches: readonly Match[], place: FindPlace, order: readonly Language[]): number {
  if (matches.length === 0) return -1;
  const found = matches.findIndex((match) => compareToPlace(match, match.start, place, order) >= 0);
  return Math.max(found, 0);
}

/** Index of the last match that ends at the place or before it, else of the last of all; -1 when there is none. */
export function previousMatch(matches: readonly Match[], place: FindPlace, order: readonly Language[]): number {
  const found = matches.findLastIndex((match) => compareToPlace(match, match.end, place, order) <= 0);
  return found < 0 ? matches.length - 1 : found;
}

function compareToPlace(match: Match, offset: number, place: FindPlace, order: readonly Language[]): number {
  return (
    match.index - place.index || order.indexOf(match.language) - order.indexOf(place.language) || offset - place.offset
  );
}
