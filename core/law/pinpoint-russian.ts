import type { Pinpoint } from '../draft/types.ts';
import { type RussianCase, type RussianNoun, russianNoun } from '../languages/russian/nouns.ts';
import { russianOrdinal } from '../languages/russian/numerals.ts';
import { joinList, type NumberSpan, type PinpointLevel, type PinpointStep, stepsOf } from './pinpoint.ts';

/** The noun of each level. */
export const russianLevelNouns: Readonly<Record<PinpointLevel, RussianNoun>> = {
  section: 'раздел',
  chapter: 'глава',
  article: 'статья',
  part: 'часть',
  point: 'пункт',
  subpoint: 'подпункт',
  paragraph: 'абзац',
};

const and = 'и';
const noBreakSpace = '\u00a0';

/** A pinpoint from small to large: пункт 3 части 2 статьи 12. The innermost unit takes the case, the others the genitive. Empty for a whole act. */
export function russianPinpoint(pinpoint: Pinpoint, grammaticalCase: RussianCase): string {
  return stepsOf(pinpoint)
    .toReversed()
    .map((step, index) => stepText(step, index === 0 ? grammaticalCase : 'gen'))
    .join(' ');
}

function stepText({ level, spans, plural }: PinpointStep, grammaticalCase: RussianCase): string {
  const noun = russianNoun(russianLevelNouns[level], grammaticalCase, plural);
  if (level === 'paragraph') {
    return `${noun} ${joinList(
      spans.map((span) => ordinalSpan(span, grammaticalCase)),
      and,
    )}`;
  }
  return `${noun}${noBreakSpace}${joinList(spans.map(written), and)}`;
}

function written({ from, to }: NumberSpan): string {
  if (to !== undefined) return `${from}–${to}`;
  return /^\p{L}+$/u.test(from) && !/^[IVXLC]+$/.test(from) ? `«${from}»` : from;
}

function ordinalSpan({ from, to }: NumberSpan, grammaticalCase: RussianCase): string {
  const first = ordinalWord(from, grammaticalCase);
  return to === undefined ? first : `${first} – ${ordinalWord(to, grammaticalCase)}`;
}

function ordinalWord(number: string, grammaticalCase: RussianCase): string {
  return /^\d+$/.test(number) ? russianOrdinal(Number(number), grammaticalCase) : number;
}
