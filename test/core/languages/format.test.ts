import { describe, expect, test } from 'vitest';
import { formatDate, formatMoment, formatNumber, formatShortDate } from '../../../core/languages/format.ts';

describe('a date in the language of acts', () => {
  test.each([
    ['ky', '2019-07-25', '2019-жылдын 25-июлу'],
    ['ru', '2019-07-25', '25 июля 2019 года'],
    ['en', '2019-07-25', '25 July 2019'],
    ['ky', '2024-10-15T08:00:00Z', '2024-жылдын 15-октябры'],
  ] as const)('%s %s is %s', (language, iso, written) => {
    expect(formatDate(language, iso)).toBe(written);
  });

  test('what is no day of the calendar is left as it is', () => {
    expect(formatDate('ky', '2019-02-30')).toBe('2019-02-30');
    expect(formatDate('ru', '1993')).toBe('1993');
    expect(formatShortDate('en', 'soon')).toBe('soon');
  });

  test('figures stand in the order of the language', () => {
    expect(formatShortDate('ky', '2019-07-05')).toBe('05.07.2019');
    expect(formatShortDate('en', '2019-07-05')).toBe('05/07/2019');
  });
});

describe('a number', () => {
  test.each([
    ['ky', 20000, '20\u00a0000'],
    ['ru', 1234567.5, '1\u00a0234\u00a0567,5'],
    ['en', 1234567.5, '1,234,567.5'],
    ['ky', 999, '999'],
    ['ru', -1000, '−1\u00a0000'],
    ['en', 0.25, '0.25'],
    ['en', 1e21, '1,000,000,000,000,000,000,000'],
  ] as const)('%s %d is %s', (language, value, written) => {
    expect(formatNumber(language, value)).toBe(written);
  });
});

describe('a moment', () => {
  const now = '2026-03-02T05:00:00Z';
  test.each([
    ['ky', '2026-03-02T04:05:00Z', 'бүгүн, 10:05'],
    ['ru', '2026-03-01T19:00:00Z', 'сегодня, 1:00'],
    ['en', '2026-03-01T05:00:00Z', 'yesterday, 11:00'],
    ['ky', '2026-02-03T05:00:00Z', '3-февралы, 11:00'],
    ['ru', '2026-02-03T05:00:00Z', '3 февраля, 11:00'],
    ['ky', '2025-12-31T05:00:00Z', '31.12.2025'],
    ['en', 'not a moment', 'not a moment'],
  ] as const)('%s %s is %s in Bishkek', (language, moment, written) => {
    expect(formatMoment(language, moment, now, 360)).toBe(written);
  });

  test('a moment after now is no nearer than its date', () => {
    expect(formatMoment('ru', '2026-03-05T05:00:00Z', now, 360)).toBe('5 марта, 11:00');
  });
});
