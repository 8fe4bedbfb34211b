import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../../core/base/language.ts';
import {
  type Amount,
  amountBases,
  amountPeriods,
  amountText,
  amountUnits,
  baseOf,
  compareAmounts,
  parseAmountNumber,
} from '../../../core/law/amount.ts';
import { parityWords } from '../../../electron/workers/parity-words.ts';

const say = (amount: Amount, language: Language): string =>
  amountText(amount, parityWords[language].amounts, language).replaceAll('\u00a0', ' ');

describe('an amount in words', () => {
  test.each<[Amount, string, string, string]>([
    [{ value: 30, unit: 'calendar-days' }, '30 календардык күн', '30 календарных дней', '30 calendar days'],
    [{ value: 21, unit: 'days', per: 'year' }, 'жылына 21 күн', '21 день в год', '21 days a year'],
    [{ value: 2, unit: 'months' }, '2 ай', '2 месяца', '2 months'],
    [{ value: 1.5, unit: 'months' }, '1,5 ай', '1,5 месяца', '1.5 months'],
    [{ value: 12, unit: 'years' }, '12 жыл', '12 лет', '12 years'],
    [{ value: 20000, unit: 'som', per: 'month' }, 'айына 20 000 сом', '20 000 сомов в месяц', '20,000 som a month'],
    [{ value: 50, unit: 'percent', base: 'pay' }, 'айлык маянанын 50 %', '50 % оклада', '50% of the salary'],
    [{ value: 3, unit: 'times', base: 'pay' }, '3 айлык маяна', '3 оклада', '3 salaries'],
    [
      { value: 10, unit: 'times', base: 'calculation-index' },
      '10 эсептик көрсөткүч',
      '10 расчетных показателей',
      '10 calculation indices',
    ],
    [{ value: 18, unit: 'square-metres' }, '18 чарчы метр', '18 квадратных метров', '18 square metres'],
  ])('%o', (amount, ky, ru, en) => {
    expect([say(amount, 'ky'), say(amount, 'ru'), say(amount, 'en')]).toEqual([ky, ru, en]);
  });

  test('exists for every unit with every base that it may have, for every number and every period', () => {
    for (const language of languages) {
      for (const unit of amountUnits) {
        const kind = baseOf(unit);
        const bases = [...(kind === 'needed' ? [] : [undefined]), ...(kind === 'none' ? [] : amountBases)];
        for (const base of bases) {
          for (const value of [0.5, 1, 2, 5, 11, 21]) {
            for (const per of [undefined, ...amountPeriods]) {
              const text = say({ value, unit, ...(base && { base }), ...(per && { per }) }, language);
              expect(text, `${language} ${unit} ${base} ${value} ${per}`).toMatch(/\d[\s ]?[%\p{L}]|[%\p{L}] \d/u);
              expect(text).not.toContain('{{');
            }
          }
        }
      }
    }
  });
});

test('amounts are set against each other only where they are counted in the same', () => {
  const days: Amount = { value: 30, unit: 'days' };
  expect(compareAmounts(days, { ...days, value: 45 })).toBe('less');
  expect(compareAmounts({ ...days, value: 45 }, days)).toBe('more');
  expect(compareAmounts(days, days)).toBe('same');
  expect(compareAmounts(days, { ...days, unit: 'calendar-days' })).toBe('other');
  expect(compareAmounts(days, { ...days, per: 'year' })).toBe('other');
  const times: Amount = { value: 3, unit: 'times', base: 'pay' };
  expect(compareAmounts(times, { ...times, base: 'calculation-index' })).toBe('other');
});

test.each([
  ['30', 30],
  ['1,5', 1.5],
  ['20 000', 20000],
  ['20\u00a0000.50', 20000.5],
  ['0', undefined],
  ['-3', undefined],
  ['1 2', undefined],
  ['many', undefined],
  ['', undefined],
])('the number %o is read as %o', (typed, value) => {
  expect(parseAmountNumber(typed)).toBe(value);
});
