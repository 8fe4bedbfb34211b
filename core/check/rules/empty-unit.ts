import type { Rule } from '../problem.ts';

/** A provision without a word in any language. An article may go without a heading, in all languages at once. */
export const emptyUnit: Rule = {
  name: 'empty-unit',
  group: 'unfinished',
  severity: 'warning',
  blocks: true,
  byProvision: true,
  find: ({ law }) =>
    law
      .filter(({ unit, written }) => written.length === 0 && unit.kind !== 'article')
      .map(({ unit }) => ({ place: { unit: unit.id } })),
};
