import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ancestry, indexOfUnit } from '../../../core/draft/outline.ts';
import { pathTo, positionsOf } from '../../../core/draft/positions.ts';
import { makeUnit } from '../../../core/draft/text.ts';
import { unitKinds } from '../../../core/draft/types.ts';

const anyUnits = fc
  .array(fc.constantFrom(...unitKinds), { maxLength: 40 })
  .map((kinds) => kinds.map((kind, index) => makeUnit(`u${index}`, kind)));

test('the positions of a list say what a walk through it says', () => {
  fc.assert(
    fc.property(anyUnits, (units) => {
      const walked = units.map((_, index) => ancestry(units, index).map((at) => units[at]));
      expect(units.map((_, index) => pathTo(units, index))).toEqual(walked);
      const positions = positionsOf(units);
      expect(units.map((_, index) => positions.pathTo(index))).toEqual(walked);
      expect(units.map(({ id }) => positions.indexOf(id))).toEqual(units.map(({ id }) => indexOfUnit(units, id)));
    }),
  );
});

test('what is not in the list has no position and no path', () => {
  const positions = positionsOf([makeUnit('a', 'article')]);
  expect(positions.indexOf('b')).toBe(-1);
  expect(positions.pathTo(-1)).toEqual([]);
  expect(positions.pathTo(1)).toEqual([]);
});
