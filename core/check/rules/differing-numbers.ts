import { mayBeSpelledOut } from '../../languages/number-words.ts';
import { findDates, findNumbers } from '../../languages/read-numbers.ts';
import type { Reading, Rule } from '../problem.ts';
import { settledText, untyped } from '../reading.ts';
import { compareLanguages, type Item } from './differing.ts';

/** A number in digits that another language has neither in digits nor, as far as can be told, in words. */
export const differingNumbers: Rule = {
  name: 'differing-numbers',
  group: 'languages',
  severity: 'error',
  byProvision: true,
  find: ({ law }) => law.flatMap((unit) => compareLanguages(unit, numbersIn, maySay) ?? []),
};

/** In words, or as the day or year of a date, which one language may write in one piece and another not. */
function maySay(value: string, { typed, language }: Reading): boolean {
  const isPartOfDate = findDates(typed).some(({ iso }) =>
    iso.split('-').some((part) => String(Number(part)) === value),
  );
  return isPartOfDate || mayBeSpelledOut(value, typed, language);
}

/** Dates are another rule's; a number of a blank is not final. */
function numbersIn(reading: Reading): readonly Item[] {
  const settled = settledText(reading);
  if (!/\d/.test(settled)) return [];
  const text = findDates(settled).reduce(
    (rest, { start, end }) => rest.slice(0, start) + untyped.repeat(end - start) + rest.slice(end),
    settled,
  );
  return findNumbers(text, reading.language).map(({ value, start, end }) => ({
    key: value,
    words: reading.text.slice(start, end),
    start,
    end,
  }));
}
