import type { DateParts } from '../date-parts.ts';
import { inCase, type KyrgyzCase, type Nominal, nominal, possessed } from './suffixes.ts';

const months = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
] as const;

/** The month's name in its dictionary form, as headings of calendars have it. */
export function kyrgyzMonth(month: number): string {
  return months[month - 1] ?? '';
}

/**
 * A date as acts write it: 2019-жылдын 25-июлу. The day is the year's, so the month is possessed and carries the case:
 * `loc` 25-июлунда (on), `abl` 25-июлунан (from), `dat` 25-июлуна (until), `attr` 25-июлундагы (of an act: … № 102 Мыйзамы).
 */
export function kyrgyzDate({ year, month, day }: DateParts, grammaticalCase: KyrgyzCase = 'nom'): string {
  return `${year}-${inCase(nominal('жыл'), 'gen')} ${kyrgyzDay({ month, day }, grammaticalCase)}`;
}

/** The day without the year: 25-июлу, 25-июлунда. */
export function kyrgyzDay(
  { month, day }: Pick<DateParts, 'month' | 'day'>,
  grammaticalCase: KyrgyzCase = 'nom',
): string {
  const name: Nominal = possessed(nominal(kyrgyzMonth(month)));
  return `${day}-${inCase(name, grammaticalCase)}`;
}
