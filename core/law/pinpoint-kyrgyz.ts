import type { Pinpoint } from '../draft/types.ts';
import { ordinal } from '../languages/kyrgyz/numerals.ts';
import { inCase, type KyrgyzCase, type Nominal, nominal, plural, possessed } from '../languages/kyrgyz/suffixes.ts';
import { joinList, type NumberSpan, type PinpointLevel, type PinpointStep, stepsOf } from './pinpoint.ts';

/** The noun of each level in its dictionary form. */
export const kyrgyzLevelNouns: Readonly<Record<PinpointLevel, string>> = {
  section: 'бөлүм',
  chapter: 'глава',
  article: 'берене',
  part: 'бөлүк',
  point: 'пункт',
  subpoint: 'пунктча',
  paragraph: 'абзац',
};

const and = 'жана';

/** How a Kyrgyz pinpoint stands in its sentence. */
export interface KyrgyzPlace {
  /** Whether a possessor in the genitive stands before it (…Мыйзамынын 12-беренеси); without one the first unit is bare (12-берене). */
  readonly owned: boolean;
  /** The case of the last, innermost unit; all others are its possessors and stand in the genitive. */
  readonly case: KyrgyzCase;
  /** What the act calls an article; absent means берене. */
  readonly article?: 'статья';
}

/** A pinpoint from large to small: 12-беренесинин 2-бөлүгүнүн 3-пункту. Empty for a whole act. */
export function kyrgyzPinpoint(pinpoint: Pinpoint, place: KyrgyzPlace): string {
  const steps = stepsOf(pinpoint);
  return steps
    .map((step, index) => {
      const word = (step.level === 'article' && place.article) || kyrgyzLevelNouns[step.level];
      const noun = nounOf(word, step.plural, place.owned || index > 0);
      return withNumbers(step, inCase(noun, index === steps.length - 1 ? place.case : 'gen'));
    })
    .join(' ');
}

function nounOf(word: string, isPlural: boolean, owned: boolean): Nominal {
  const singular = nominal(word);
  const counted = isPlural ? plural(singular) : singular;
  return owned ? possessed(counted) : counted;
}

/** Arabic numbers take a hyphen, in a list the last one alone; Roman numbers, letters and ordinal words take a space. */
function withNumbers({ level, spans }: PinpointStep, noun: string): string {
  if (level === 'paragraph') return `${joinList(spans.map(ordinalSpan), and)} ${noun}`;
  const numbers = joinList(spans.map(written), and);
  return `${numbers}${/\d$/.test(numbers) ? '-' : ' '}${noun}`;
}

function written({ from, to }: NumberSpan): string {
  if (to !== undefined) return `${from}-${to}`;
  return /^\p{L}+$/u.test(from) && !/^[IVXLC]+$/.test(from) ? `«${from}»` : from;
}

function ordinalSpan({ from, to }: NumberSpan): string {
  const first = ordinalWord(from);
  return to === undefined ? first : `${first}-${ordinalWord(to)}`;
}

function ordinalWord(number: string): string {
  return /^\d+$/.test(number) ? ordinal(Number(number)) : number;
}
