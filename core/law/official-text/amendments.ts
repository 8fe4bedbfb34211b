import type { Language } from '../../base/language.ts';
import { latinNumber } from '../recognise/act-mention.ts';
import { datePatterns, readWrittenDate } from '../recognise/written-date.ts';
import type { Amendment, Tell } from './types.ts';

const anyDate = new RegExp(`${datePatterns.ky}|${datePatterns.ru}|${datePatterns.en}|${datePatterns.figures}`, 'giu');
const numberAfter = /^[\s,]*(№|N[o°]?\.?|No\.?)?\s*(\d+(?:-[IVXLCХІ]+)?(?:-\d+)?)?/u;

/** Each slip in the list of amendments that was read past. */
type Misprint = 'no-sign' | 'no-number' | 'glued' | 'no-bracket' | 'latin-sign' | 'foreign-date' | 'date-form';

/**
 * The acts in an amendment list, in its order, misprints and all. Numbers glued to the next year («№ 1062018-жылдын») are cut where
 * a year begins; what was mended is told once for each kind.
 */
export function amendmentsIn(text: string, language: Language, tell: Tell): readonly Amendment[] {
  const misprints = new Set<Misprint>();
  const parted = unglued(text, misprints);
  const dates = [...parted.matchAll(anyDate)];
  const amendments = dates.flatMap((match) => {
    const iso = readWrittenDate(match[0]);
    if (!iso) return [];
    noteDate(match[0], language, misprints);
    const [, sign, number] = numberAfter.exec(parted.slice(match.index + match[0].length)) ?? [];
    if (number === undefined) misprints.add('no-number');
    else if (sign === undefined) misprints.add('no-sign');
    else if (sign.startsWith('N') && language !== 'en') misprints.add('latin-sign');
    return [{ date: iso, number: number === undefined ? null : latinNumber(number) }];
  });
  if (text.startsWith('(') && !text.includes(')')) misprints.add('no-bracket');
  for (const kind of misprints) tell({ code: `import.misprint-${kind}`, severity: 'note' });
  return amendments;
}

/** № 1062018-жылдын …, № 1824 июля 2015 года: the last four digits are a year, or the last two a day, of the next date. */
function unglued(text: string, misprints: Set<Misprint>): string {
  const byYear = text.replace(
    /((?:№|N)\s*\d{1,4}?)((?:19|20)\d{2}\s?-\s?ж)/giu,
    (_all, number: string, year: string) => {
      misprints.add('glued');
      return `${number}, ${year}`;
    },
  );
  const month = '(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)';
  const glued = new RegExp(`((?:№|N)\\s*\\d{1,4}?)([12]\\d|3[01]|\\d)(\\s+${month})`, 'giu');
  return byYear.replace(glued, (_all, number: string, day: string, rest: string) => {
    misprints.add('glued');
    return `${number}, ${day}${rest}`;
  });
}

function noteDate(written: string, language: Language, misprints: Set<Misprint>): void {
  const isKyrgyz = /ж(?:ыл|\.)/iu.test(written);
  if (language === 'ky' && !isKyrgyz) misprints.add('foreign-date');
  if (language === 'ru' && isKyrgyz) misprints.add('foreign-date');
  if (language === 'ky' && isKyrgyz && !/(?:дагы|деги|дөгү|догу)$/iu.test(written)) misprints.add('date-form');
}
