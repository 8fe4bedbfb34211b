import { stateOf } from '../../draft/state.ts';
import type { Rule } from '../problem.ts';

/** A provision that has words in some language, but none in this one. English is no official text: there it is a warning. */
export const missingLanguage: Rule = {
  name: 'missing-language',
  group: 'languages',
  severity: 'error',
  byProvision: true,
  find: ({ law }) =>
    law.flatMap(({ unit, readings, written }) =>
      written.length === 0
        ? []
        : readings
            .filter(({ language }) => stateOf(unit, language) === 'missing')
            .map(({ language }) => ({
              place: { unit: unit.id, language },
              ...(language === 'en' && { severity: 'warning' as const }),
            })),
    ),
};
