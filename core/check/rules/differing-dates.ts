import { findDates, mayNameDay } from '../../languages/read-numbers.ts';
import type { Rule } from '../problem.ts';
import { settledText } from '../reading.ts';
import { compareLanguages } from './differing.ts';

/** A date that one language has and another has not. */
export const differingDates: Rule = {
  name: 'differing-dates',
  group: 'languages',
  severity: 'error',
  byProvision: true,
  find: ({ law }) =>
    law.flatMap(
      (unit) =>
        compareLanguages(
          unit,
          (reading) =>
            findDates(settledText(reading)).map(({ iso, start, end }) => ({
              key: iso,
              words: reading.text.slice(start, end),
              start,
              end,
            })),
          (iso, reading) => mayNameDay(iso, reading.typed),
        ) ?? [],
    ),
};
