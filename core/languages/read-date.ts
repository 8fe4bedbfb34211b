import { parseIsoDate } from './date-parts.ts';

/** A date found in running text; offsets are UTF-16 code units, `end` exclusive. */
export interface FoundDate {
  /** `2019-07-25`. */
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

/** The beginnings by which months are told, the same in Kyrgyz and Russian; ма stands for май, мая, майы. */
const cyrillicMonths = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
const latinMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const cyrillicMonth = `(?:${cyrillicMonths.map((name) => (name === 'ма' ? 'ма[йя]' : name)).join('|')})[а-яёңөү]*`;
const latinMonth = `(?:${latinMonths.join('|')})[a-z]*`;

/** 2019-жылдын 25-июлундагы; 25 июля 2019; 25 July 2019; July 25, 2019; 2019-07-25; 25.07.2019. */
const patterns: readonly RegExp[] = [
  new RegExp(
    `(?<year>\\d{4})\\s?-\\s?ж(?:ыл[а-яёңөү]*|\\.)\\s*(?<day>\\d{1,2})\\s?-\\s?(?<month>${cyrillicMonth})`,
    'iu',
  ),
  new RegExp(`(?<day>\\d{1,2})\\s+(?<month>${cyrillicMonth}|${latinMonth}),?\\s+(?<year>\\d{4})`, 'iu'),
  new RegExp(`(?<month>${latinMonth})\\s+(?<day>\\d{1,2}),?\\s+(?<year>\\d{4})`, 'iu'),
  /(?<!\d)(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/u,
  /(?<!\d)(?<day>\d{1,2})\s?[./]\s?(?<month>\d{1,2})\s?[./]\s?(?<year>\d{4})(?!\d)/u,
];

/** The first date of a text in any of the ways in which acts and people write it; `undefined` when there is none. */
export function findDate(text: string): FoundDate | undefined {
  const found = patterns.flatMap((pattern) => dateFrom(pattern.exec(text)) ?? []);
  return found.toSorted((a, b) => a.start - b.start)[0];
}

function dateFrom(match: RegExpExecArray | null): FoundDate | undefined {
  const { year = '', month = '', day = '' } = match?.groups ?? {};
  const iso = `${year}-${String(monthNumber(month)).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!match || !parseIsoDate(iso)) return undefined;
  return { iso, start: match.index, end: match.index + match[0].length };
}

function monthNumber(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const name = written.toLowerCase();
  const isBeginning = (beginning: string): boolean => name.startsWith(beginning);
  return cyrillicMonths.findIndex(isBeginning) + 1 || latinMonths.findIndex(isBeginning) + 1;
}
