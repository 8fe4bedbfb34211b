import type { Language } from '../base/language.ts';
import { formatNumber } from '../languages/format.ts';
import { pluralForm } from '../languages/plural.ts';

/** What an amount is counted in; `times` is a multiple of its base. In the order in which a form offers them. */
export const amountUnits = [
  'som',
  'percent',
  'times',
  'hours',
  'days',
  'calendar-days',
  'working-days',
  'months',
  'years',
  'square-metres',
] as const;
export type AmountUnit = (typeof amountUnits)[number];

/** What a percentage or a multiple is taken of: the salary (маяна, оклад) or the calculation index (эсептик көрсөткүч, расчётный показатель). */
export const amountBases = ['pay', 'calculation-index'] as const;
export type AmountBase = (typeof amountBases)[number];

/** For which time an amount is given once. */
export const amountPeriods = ['month', 'year'] as const;
export type AmountPeriod = (typeof amountPeriods)[number];

/** How much a guarantee is: 30 calendar days a year, 50 % of pay, 10 calculation indices. */
export interface Amount {
  /** Above zero. */
  readonly value: number;
  readonly unit: AmountUnit;
  /** Always with `times`, possibly with `percent`, never with another unit. */
  readonly base?: AmountBase;
  /** Absent when it is given once, or nothing is said. */
  readonly per?: AmountPeriod;
}

/** Whether a unit must have a base, may have one or has none. */
export function baseOf(unit: AmountUnit): 'needed' | 'possible' | 'none' {
  if (unit === 'times') return 'needed';
  return unit === 'percent' ? 'possible' : 'none';
}

/**
 * The words of amounts from `locales/<language>/parity.json`: `<unit>_<plural form>` or `<unit>-<base>_<plural form>` with `{{n}}`
 * for the number, and `per-<period>` with `{{amount}}`.
 */
export type AmountWords = Readonly<Record<string, string>>;

/** An amount as a cell says it: 30 calendar days a year, 30 календарных дней в год. */
export function amountText(amount: Amount, words: AmountWords, language: Language): string {
  const { value, unit, base, per } = amount;
  const name = base === undefined ? unit : `${unit}-${base}`;
  const sentence = words[`${name}_${pluralForm(language, value)}`] ?? '{{n}}';
  const text = sentence.replace('{{n}}', formatNumber(language, value));
  return per === undefined ? text : (words[`per-${per}`] ?? '{{amount}}').replace('{{amount}}', text);
}

/** Whether two amounts can be set against each other: counted in the same, of the same, for the same time. */
function isComparable(a: Amount, b: Amount): boolean {
  return a.unit === b.unit && a.base === b.base && a.per === b.per;
}

/** How one amount stands to another; `other` where they are counted in different things. */
export function compareAmounts(a: Amount, b: Amount): 'less' | 'same' | 'more' | 'other' {
  if (!isComparable(a, b)) return 'other';
  if (a.value === b.value) return 'same';
  return a.value < b.value ? 'less' : 'more';
}

/** The number that a person typed: digits, spaces between thousands, comma or point before the fraction; `undefined` for what is none. */
export function parseAmountNumber(typed: string): number | undefined {
  const plain = typed.trim().replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  if (!/^\d{1,12}(?:[.,]\d{1,4})?$/.test(plain)) return undefined;
  const value = Number(plain.replace(',', '.'));
  return value > 0 ? value : undefined;
}
