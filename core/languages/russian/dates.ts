import type { DateParts } from '../date-parts.ts';

const months = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
] as const;

/** 25 июля 2019 года: the form of acts, which after от and the like does not change. */
export function russianDate({ year, month, day }: DateParts): string {
  return `${russianDay({ month, day })} ${year} года`;
}

/** 25 июля. */
export function russianDay({ month, day }: Pick<DateParts, 'month' | 'day'>): string {
  return `${day} ${months[month - 1] ?? ''}`;
}
