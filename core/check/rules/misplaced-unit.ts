import { mayStandAt } from '../../draft/edits.ts';
import type { Rule } from '../problem.ts';

/** A unit where its kind may not stand: a part outside any article. */
export const misplacedUnit: Rule = {
  name: 'misplaced-unit',
  group: 'structure',
  severity: 'error',
  byProvision: true,
  find: ({ law, units }) =>
    law
      .filter(({ unit, index }) => !mayStandAt(units, index, unit.kind))
      .map(({ unit }) => ({ place: { unit: unit.id }, params: { context: unit.kind } })),
};
