import type { Language } from '../base/language.ts';
import { type FoundDate, findDate } from './read-date.ts';

/** A number found in running text; offsets are UTF-16 code units, `end` exclusive. */
export interface FoundNumber {
  /** The value in one notation for all languages: `20000`, `1.5`. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

// Digits in groups of three, by the sign that the language groups with; a plain run of digits otherwise. An hour
// (9.30, 9:30) is one number, whatever parts it.
const cyrillicNumber = /\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+|[.:]\d\d(?!\d))?/gu;
const englishNumber = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+|:\d\d(?!\d))?/gu;

/** Words after digits that multiply them: 5 миң is 5 000, and another language may well write it so. */
const multipliers: readonly (readonly [RegExp, number])[] = [
  [/^[ \u00a0]?(?:миң|тыс(?:\.|яч)|thousand)/iu, 1_000],
  [/^[ \u00a0]?(?:миллион|млн|million)/iu, 1_000_000],
  [/^[ \u00a0]?(?:миллиард|млрд|billion)/iu, 1_000_000_000],
];

function multiplied(value: string, following: string): string {
  const factor = multipliers.find(([word]) => word.test(following))?.[1];
  // Rounded where a decimal fraction is not exact: 1.1 million is 1100000.
  return factor === undefined ? value : String(Math.round(Number(value) * factor * 1_000) / 1_000);
}

/** The numbers of a text written in digits, read as its language groups and parts them. Dates are numbers too: take them out before. */
export function findNumbers(text: string, language: Language): readonly FoundNumber[] {
  const pattern = language === 'en' ? englishNumber : cyrillicNumber;
  return [...text.matchAll(pattern)].map((match) => ({
    value: multiplied(
      canonical(match[0], language),
      text.slice(match.index + match[0].length, match.index + match[0].length + 12),
    ),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function canonical(written: string, language: Language): string {
  const plain = language === 'en' ? written.replace(/,/g, '') : written.replace(/[^\d,.:]/g, '').replace(',', '.');
  // 07 and 7, 1,50 and 1,5 are one number.
  return String(Number(plain.replace(':', '.')));
}

/** Every date of a text, in its order. */
export function findDates(text: string): readonly FoundDate[] {
  const found: FoundDate[] = [];
  let from = 0;
  while (/\d{4}/.test(text.slice(from))) {
    const date = findDate(text.slice(from));
    if (!date) break;
    found.push({ iso: date.iso, start: from + date.start, end: from + date.end });
    from += date.end;
  }
  return found;
}

const months = ['янв', 'фев', 'мар', 'апр', 'ма[йя]', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
const latinMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Whether a text may name a day though it does not write the date in one piece: с 1 января по 31 декабря 2024 года. Lenient: the
 * day beside its month, and the year anywhere.
 */
export function mayNameDay(iso: string, text: string): boolean {
  const [year = '', month = '', day = ''] = iso.split('-').map((part) => String(Number(part)));
  const name = `(?:${months[Number(month) - 1]}|${latinMonths[Number(month) - 1]})\\p{L}*`;
  const dayAndMonth = new RegExp(`(?<!\\d)0?${day}(?:[\\s-]+|\\s?-\\s?)${name}|${name}\\s+${day}(?!\\d)`, 'iu');
  return dayAndMonth.test(text) && new RegExp(`(?<!\\d)${year}(?!\\d)`).test(text);
}
