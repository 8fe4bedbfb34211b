import type { Language } from '../base/language.ts';
import { type FoundDate, findDate } from './read-date.ts';

/** A number found in running text; offsets are UTF-16 code units, `end` exclusive. */
export interface FoundNumber {
  /** The value in one notation for all languages: `20000`, `1.5`. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

// Digits in groups of three, by the sign that the language groups with; a plain run of digits otherwise.
const cyrillicNumber = /\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?/gu;
const englishNumber = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/gu;

/** The numbers of a text written in digits, read as its language groups and parts them. Dates are numbers too: take them out before. */
export function findNumbers(text: string, language: Language): readonly FoundNumber[] {
  const pattern = language === 'en' ? englishNumber : cyrillicNumber;
  return [...text.matchAll(pattern)].map((match) => ({
    value: canonical(match[0], language),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function canonical(written: string, language: Language): string {
  const plain = language === 'en' ? written.replace(/,/g, '') : written.replace(/[^\d,]/g, '').replace(',', '.');
  // 07 and 7, 1,50 and 1,5 are one number.
  return String(Number(plain));
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
