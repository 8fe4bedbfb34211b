import type { Language } from '../base/language.ts';
import { type DateParts, parseIsoDate } from './date-parts.ts';
import { englishDate, englishDay } from './english/dates.ts';
import { kyrgyzDate, kyrgyzDay } from './kyrgyz/dates.ts';
import { russianDate, russianDay } from './russian/dates.ts';

const noBreakSpace = '\u00a0';

/**
 * A date as the language's acts write it, from its ISO form: 2019-жылдын 25-июлу, 25 июля 2019 года, 25 July 2019. Text that is
 * no ISO date comes back as it is. Made without Intl, which has no Kyrgyz in Chromium.
 */
export function formatDate(language: Language, iso: string): string {
  const parts = parseIsoDate(iso);
  if (!parts) return iso;
  switch (language) {
    case 'ky':
      return kyrgyzDate(parts);
    case 'ru':
      return russianDate(parts);
    case 'en':
      return englishDate(parts);
  }
}

/** A date in figures, for lists: 25.07.2019; in English 25/07/2019. Text that is no ISO date comes back as it is. */
export function formatShortDate(language: Language, iso: string): string {
  const parts = parseIsoDate(iso);
  if (!parts) return iso;
  return [two(parts.day), two(parts.month), parts.year].join(language === 'en' ? '/' : '.');
}

/** A number with its thousands apart and the language's decimal sign: 20 000,5 in Kyrgyz and Russian (no-break space), 20,000.5 in English. */
export function formatNumber(language: Language, value: number): string {
  const [whole = '', fraction] = plainDigits(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, language === 'en' ? ',' : noBreakSpace);
  const sign = value < 0 ? '−' : '';
  return sign + (fraction === undefined ? grouped : grouped + (language === 'en' ? '.' : ',') + fraction);
}

/** JavaScript turns to `1e21` and `1e-7` at the ends; amounts never get there, but digits are promised. */
function plainDigits(value: number): string {
  const digits = String(value);
  return digits.includes('e') ? BigInt(Math.round(value)).toString() : digits;
}

const nearDays: Readonly<Record<Language, readonly [today: string, yesterday: string]>> = {
  ky: ['бүгүн', 'кечээ'],
  ru: ['сегодня', 'вчера'],
  en: ['today', 'yesterday'],
};

/**
 * A moment as lists and comments show it, near ones by name: бүгүн, 14:05; кечээ, 9:30; 25-июлу, 14:05 in the same year; 25.07.2019.
 * `offsetMinutes` is the local time's distance from UTC (360 in Bishkek): core has no clock and no place.
 */
export function formatMoment(language: Language, moment: string, now: string, offsetMinutes: number): string {
  const then = localTime(moment, offsetMinutes);
  const today = localTime(now, offsetMinutes);
  if (!then || !today) return moment;
  const daysAgo = today.dayNumber - then.dayNumber;
  const near = nearDays[language][daysAgo];
  if (near !== undefined) return `${near}, ${then.clock}`;
  if (then.date.year === today.date.year) return `${formatDay(language, then.date)}, ${then.clock}`;
  return formatShortDate(language, isoOf(then.date));
}

function formatDay(language: Language, date: DateParts): string {
  if (language === 'ky') return kyrgyzDay(date);
  return language === 'ru' ? russianDay(date) : englishDay(date);
}

interface LocalTime {
  readonly date: DateParts;
  /** Whole days since 1970, to tell yesterday from today. */
  readonly dayNumber: number;
  readonly clock: string;
}

function localTime(moment: string, offsetMinutes: number): LocalTime | undefined {
  const milliseconds = Date.parse(moment);
  if (Number.isNaN(milliseconds)) return undefined;
  const local = new Date(milliseconds + offsetMinutes * 60_000);
  return {
    date: { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() },
    dayNumber: Math.floor(local.getTime() / 86_400_000),
    clock: `${local.getUTCHours()}:${two(local.getUTCMinutes())}`,
  };
}

function isoOf({ year, month, day }: DateParts): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
