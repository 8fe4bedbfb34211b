import type { Language } from '../../base/language.ts';
import { latinNumber } from '../recognise/act-mention.ts';
import { datePatterns, readWrittenDate } from '../recognise/written-date.ts';
import type { Amendment, Tell } from './types.ts';

const anyDate = new RegExp(`${datePatterns.ky}|${datePatterns.ru}|${datePatterns.en}|${datePatterns.figures}`, 'giu');
const figures = '\\d+(?:-[IVXLCХІ]+)?(?:-\\d+)?';
const sign = '(№|No\\.?|N°?\\.?|#)';
/** «17 август 2020-жыл №140»: the year's own word may still stand before the number, and the letters of a decree. */
const numberAfter = new RegExp(`^(?:-\\s?жыл[а-яөүң]*)?[\\s,]*(?:(?:УП|ПЖ)\\s*)?${sign}?\\s*(${figures})?`, 'u');
/** № 52 от 7 мая 2020 года, No. 52 of May 7, 2020: the other order. */
const numberBefore = new RegExp(`${sign}\\s*(${figures})[\\s,]*(?:от|of|dated|from)?\\s*$`, 'u');
/** The day up to which a text was brought is no act's. */
const asOfBefore = /(?:по\s+состоянию\s+на|as\s+of)\s*$/iu;
const asOfAfter = /^\s*(?:карата|абал)/iu;

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
  const firstWords = parted.slice(0, dates[0]?.index);
  const ends = dates.map((match) => match.index + match[0].length);
  const isBefore = /(?:от|of|dated|from)\s*$/iu.test(firstWords) && numberBefore.test(firstWords);
  const amendments = dates.flatMap((match, i) => {
    const iso = readWrittenDate(match[0]);
    const before = parted.slice(ends[i - 1] ?? 0, match.index);
    const after = parted.slice(ends[i], dates[i + 1]?.index);
    if (!iso || asOfBefore.test(before) || asOfAfter.test(after)) return [];
    noteDate(match[0], language, misprints);
    const [, sign, number] = numberOf(isBefore, before, after, i === dates.length - 1) ?? [];
    if (number === undefined) misprints.add('no-number');
    else if (sign === undefined) misprints.add('no-sign');
    else if (/^[N#]/u.test(sign) && language !== 'en') misprints.add('latin-sign');
    return [{ date: iso, number: number === undefined ? null : latinNumber(number) }];
  });
  if (text.startsWith('(') && !text.includes(')')) misprints.add('no-bracket');
  for (const kind of misprints) tell({ code: `import.misprint-${kind}`, severity: 'note' });
  return amendments;
}

/** In a list that has its numbers before the dates, the last may have its own behind it. */
function numberOf(isBefore: boolean, before: string, after: string, isLast: boolean): RegExpExecArray | null {
  const found = isBefore ? numberBefore.exec(before) : null;
  return found ?? (isBefore && !isLast ? null : numberAfter.exec(after));
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
