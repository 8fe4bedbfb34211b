import { targetsOf } from '../../draft/text.ts';
import type { Rule } from '../problem.ts';
import { referencesIn } from '../reading.ts';
import { compareLanguages } from './differing.ts';

/** The languages of one provision refer to different provisions of the bill. */
export const differingReferences: Rule = {
  name: 'differing-references',
  group: 'languages',
  severity: 'error',
  byProvision: true,
  find: ({ law }) =>
    law.flatMap(
      (unit) =>
        compareLanguages(unit, (reading) =>
          referencesIn(reading).flatMap(({ inline, start, end }) =>
            targetsOf(inline).map((key) => ({ key, words: reading.text.slice(start, end), start, end })),
          ),
        ) ?? [],
    ),
};
