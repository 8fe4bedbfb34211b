import { parseIsoDate } from '../../languages/date-parts.ts';
import { findDate } from '../../languages/read-date.ts';

const cyrillicMonth = '(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-яёңөү]*';
const latinMonth = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';

/** The ways in which a date of an act is written, as sources of regular expressions without groups. */
export const datePatterns = {
  ky: `\\d{4}\\s?-?\\s?ж(?:ыл[а-яёңөү]*|\\.)\\s*\\d{1,2}\\s?-?\\s?${cyrillicMonth}`,
  ru: `\\d{1,2}\\s*${cyrillicMonth}\\s*\\d{4}(?:\\s*(?:года|г\\.|г(?![а-яё])))?`,
  en: `(?:\\d{1,2}\\s+${latinMonth},?\\s+\\d{4}|${latinMonth}\\s+\\d{1,2},?\\s+\\d{4})`,
  figures: `\\d{1,2}\\s?[./]\\s?\\d{1,2}\\s?[./]\\s?(?:\\d{4}|\\d{2})(?!\\d)(?:\\s*(?:года|г\\.|г(?![а-яё])))?`,
} as const;

/** Reads one written date to ISO, glued or spaced as it may be: 1марта2018 года, 22.11.24 г., 2011-жыл 19-июль, 2021 жылдын 5 майы. */
export function readWrittenDate(written: string): string | undefined {
  const short = /^(\d{1,2})\s?[./]\s?(\d{1,2})\s?[./]\s?(\d{2})(?!\d)/.exec(written);
  if (short) return shortDate(short);
  const spaced = written
    .replace(/^(\d{1,2})(?=\p{L})/u, '$1 ')
    .replace(/(?<=\p{L})(?=\d{4})/u, ' ')
    .replace(/^(\d{4})\s?(?=ж)/u, '$1-')
    .replace(/(\d{1,2})\s+(?=[а-я]+$)/iu, '$1-')
    .replace(/(\s\d{1,2})(?=[а-я]+$)/iu, '$1-');
  return findDate(/^\d{4}/.test(written) ? spaced : spaced.replace(/-(?=[а-я]+)/giu, ' '))?.iso;
}

/** Two figures for the year: acts of this state begin in 1991. */
function shortDate([, day = '', month = '', year = '']: readonly string[]): string | undefined {
  const century = Number(year) >= 70 ? '19' : '20';
  const iso = `${century}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseIsoDate(iso) ? iso : undefined;
}
