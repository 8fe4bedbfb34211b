import type { Pinpoint } from '../draft/types.ts';
import { englishOrdinal } from '../languages/english/numerals.ts';
import { englishLetter } from '../languages/subpoint-letters.ts';
import { joinList, type NumberSpan, type PinpointLevel, type PinpointStep, stepsOf } from './pinpoint.ts';

/** The noun of each level; articles and what encloses them have a capital. */
export const englishLevelNouns: Readonly<Record<PinpointLevel, string>> = {
  section: 'Section',
  chapter: 'Chapter',
  article: 'Article',
  part: 'part',
  point: 'point',
  subpoint: 'subpoint',
  paragraph: 'paragraph',
};

const and = 'and';
const noBreakSpace = '\u00a0';

/** A pinpoint from small to large: point 3 of part 2 of Article 12. Empty for a whole act. */
export function englishPinpoint(pinpoint: Pinpoint): string {
  return stepsOf(pinpoint).toReversed().map(stepText).join(' of ');
}

function stepText({ level, spans, plural }: PinpointStep): string {
  const noun = plural ? `${englishLevelNouns[level]}s` : englishLevelNouns[level];
  if (level === 'paragraph') return `the ${joinList(spans.map(ordinalSpan), and)} ${noun}`;
  return `${noun}${noBreakSpace}${joinList(spans.map(written), and)}`;
}

function written({ from, to }: NumberSpan): string {
  return to === undefined ? withOriginal(from) : `${from}–${to}`;
}

/** A Cyrillic letter is not English, and its English one is not what the act prints: (b) “б”. */
function withOriginal(number: string): string {
  const letter = englishLetter(number);
  return letter === undefined ? number : `(${letter})${noBreakSpace}“${number}”`;
}

function ordinalSpan({ from, to }: NumberSpan): string {
  const first = ordinalWord(from);
  return to === undefined ? first : `${first} to ${ordinalWord(to)}`;
}

function ordinalWord(number: string): string {
  return /^\d+$/.test(number) ? englishOrdinal(Number(number)) : number;
}
