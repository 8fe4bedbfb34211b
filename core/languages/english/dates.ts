import type { DateParts } from '../date-parts.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** 25 July 2019. */
export function englishDate({ year, month, day }: DateParts): string {
  return `${englishDay({ month, day })} ${year}`;
}

/** 25 July. */
export function englishDay({ month, day }: Pick<DateParts, 'month' | 'day'>): string {
  return `${day} ${months[month - 1] ?? ''}`;
}
