import { unlockNumbers } from '../../draft/locking.ts';
import { compareNumbers, sequencesOf } from '../../draft/numbering.ts';
import type { Unit } from '../../draft/types.ts';
import type { CheckContext, Finding, Rule } from '../problem.ts';

/** Both are repaired by counting the number again: what it then is follows from its neighbours. */
function findingAt(unit: Unit, number: string): Finding {
  return {
    place: { unit: unit.id },
    params: { number },
    repair: (units) => unlockNumbers(units, [unit.id]),
  };
}

type Fault = (number: string, before: ReadonlySet<string>, last: string | undefined) => boolean;

/** Only a locked number can be at fault, since the others are computed from it. */
function lockedNumbers({ units, forms, labels }: CheckContext, isFault: Fault): readonly Finding[] {
  return sequencesOf(units, forms).flatMap(({ sequence }) => {
    const before = new Set<string>();
    let last: string | undefined;
    return sequence.flatMap((unit) => {
      const number = labels.get(unit.id)?.number ?? '';
      const isFaulty = unit.number !== undefined && isFault(number, before, last);
      before.add(number);
      last = number;
      return isFaulty ? [findingAt(unit, number)] : [];
    });
  });
}

/** Two units that are counted together bear one number: a citation of it says nothing. */
export const repeatedNumber: Rule = {
  name: 'repeated-number',
  group: 'structure',
  severity: 'error',
  find: (context) => lockedNumbers(context, (number, before) => before.has(number)),
};

/** A locked number is lower than the one before it. */
export const numberOrder: Rule = {
  name: 'number-order',
  group: 'structure',
  severity: 'warning',
  find: (context) =>
    lockedNumbers(
      context,
      (number, before, last) => last !== undefined && compareNumbers(number, last) < 0 && !before.has(number),
    ),
};
