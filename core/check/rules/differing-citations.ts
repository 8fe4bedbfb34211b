import type { Rule } from '../problem.ts';
import { citationsIn } from '../reading.ts';
import { citationKey } from './citations.ts';
import { compareLanguages } from './differing.ts';

/** The languages of one provision cite different acts, or different places in them. */
export const differingCitations: Rule = {
  name: 'differing-citations',
  group: 'languages',
  severity: 'error',
  byProvision: true,
  find: ({ law }) =>
    law.flatMap(
      (unit) =>
        compareLanguages(unit, (reading) =>
          citationsIn(reading).map((citation) => ({
            key: citationKey(citation),
            words: reading.text.slice(citation.start, citation.end),
            start: citation.start,
            end: citation.end,
          })),
        ) ?? [],
    ),
};
