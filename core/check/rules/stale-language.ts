import { stateOf } from '../../draft/state.ts';
import type { Rule } from '../problem.ts';

/** A text that has not taken in a change of another language. Parliament would get two different laws. */
export const staleLanguage: Rule = {
  name: 'stale-language',
  group: 'languages',
  severity: 'warning',
  blocks: true,
  byProvision: true,
  find: ({ law }) =>
    law.flatMap(({ unit, written }) =>
      written
        .filter(({ language }) => stateOf(unit, language) === 'stale')
        .map(({ language }) => ({ place: { unit: unit.id, language } })),
    ),
};
