import { describe, expect, test } from 'vitest';
import { readyForParliament } from '../../../core/check/gate.ts';
import { checkUnits, part, unitsOf } from './support.ts';

describe('the gate', () => {
  test('lets a bill through that has nothing in the way', () => {
    const ready = readyForParliament(checkUnits(part('Кызматкер укуктуу.')));
    expect(ready).toEqual({ ready: true, inTheWay: [], toLookAt: [] });
  });

  test('a blank and a stale text stand in the way though they are no errors', () => {
    const units = part('{blank:… сом}').map((unit) => {
      const [ky, ru, en] = unit.children;
      return { ...unit, children: [{ ...ky, rev: 1 }, ru, en] as const };
    });
    const { ready, inTheWay } = readyForParliament(checkUnits(units));
    expect(ready).toBe(false);
    const codes = inTheWay.flatMap(({ obstacles }) => obstacles.map(({ code }) => code));
    expect(codes).toEqual(['check.stale-language', 'check.blank-left']);
  });

  test('what is only to be looked at does not stand in the way', () => {
    const { ready, toLookAt } = readyForParliament(checkUnits(part('Кызматкер  укуктуу.')));
    expect(ready).toBe(true);
    expect(toLookAt).toMatchObject([{ group: 'wording', count: 1, obstacles: [{ code: 'check.double-space' }] }]);
  });

  test('every problem is in one group, and none is lost', () => {
    const problems = checkUnits(
      unitsOf([
        ['part', ['{cite:npa-1996} {ref:gone} {blank:…}', '', 'A  “text']],
        ['article', ['Кењеш', 'Статья', 'Article']],
      ]),
    );
    const { inTheWay, toLookAt } = readyForParliament(problems);
    const listed = [...inTheWay, ...toLookAt].flatMap(({ obstacles }) => obstacles.flatMap((each) => each.problems));
    expect(listed).toHaveLength(problems.length);
    expect(new Set(listed)).toEqual(new Set(problems));
  });
});
