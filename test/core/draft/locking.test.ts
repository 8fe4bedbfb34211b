import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, invertEdit } from '../../../core/draft/apply.ts';
import { insertUnit } from '../../../core/draft/edits.ts';
import { lockNumbers, repeal, setNumber, unlockNumbers } from '../../../core/draft/locking.ts';
import { compareNumbers, labelsOf } from '../../../core/draft/numbering.ts';
import type { Edit } from '../../../core/draft/operation.ts';
import { makeUnit, runsText } from '../../../core/draft/text.ts';
import type { Unit, UnitKind } from '../../../core/draft/types.ts';
import { forms } from '../../support/forms.ts';

const law = (
  ['chapter', 'article', 'part', 'point', 'subpoint', 'subpoint', 'part', 'article', 'article'] as const
).map((kind, i) => makeUnit(`u${i}`, kind, { ky: kind, ru: kind, en: kind }));

function changed(units: readonly Unit[], edit: Edit | undefined): readonly Unit[] {
  if (!edit) throw new Error('the edit was refused');
  const draft = { meta: { id: 'd' }, units, comments: [] };
  const next = applyEdit(draft, edit);
  if (!next) throw new Error('the edit does not apply');
  expect(applyEdit(next, invertEdit(edit))).toEqual(draft);
  return next.units;
}

const locked = changed(law, lockNumbers(law, forms));
const numbers = (units: readonly Unit[], kind: UnitKind) => {
  const labels = labelsOf(units, forms);
  return units.filter((unit) => unit.kind === kind).map(({ id }) => labels.get(id)?.number);
};

function numbered(id: string, typed: string): string | undefined {
  const result = setNumber(locked, forms, id, typed);
  return result.ok ? changed(locked, result.value).find((unit) => unit.id === id)?.number : result.error;
}

describe('numbers as adopted', () => {
  test('locking changes no label and is taken back by counting again', () => {
    expect(labelsOf(locked, forms)).toEqual(labelsOf(law, forms));
    expect(locked.every(({ number }) => number !== undefined)).toBe(true);
    expect(lockNumbers(locked, forms)).toBeUndefined();
    expect(changed(locked, unlockNumbers(locked))).toEqual(law);
    expect(unlockNumbers(law)).toBeUndefined();
  });

  test('the chosen units alone are locked', () => {
    const some = changed(law, lockNumbers(law, forms, ['u7']));
    expect(some.filter(({ number }) => number !== undefined).map(({ id }) => id)).toEqual(['u7']);
    expect(numbers(some, 'article')).toEqual(['1', '2', '3']);
  });

  test('what is put in between takes the number before it with -1 and -2: articles, parts, points and subpoints', () => {
    const inserted = (units: readonly Unit[], id: string, kind: UnitKind, fresh: string) =>
      changed(
        units,
        insertUnit(
          units,
          units.findIndex((unit) => unit.id === id),
          makeUnit(fresh, kind),
          'after',
        ),
      );
    const one = inserted(locked, 'u1', 'article', 'x');
    expect(numbers(one, 'article')).toEqual(['1', '1-1', '2', '3']);
    expect(numbers(inserted(one, 'x', 'article', 'y'), 'article')).toEqual(['1', '1-1', '1-2', '2', '3']);
    expect(numbers(inserted(locked, 'u2', 'part', 'x'), 'part')).toEqual(['1', '1-1', '2']);
    const lettered = inserted(locked, 'u4', 'subpoint', 'x');
    expect(labelsOf(lettered, forms).get('x')?.label).toEqual({ ky: 'а-1)', ru: 'а-1)', en: 'a-1)' });
    expect(numbers(inserted(locked, 'u8', 'article', 'x'), 'article')).toEqual(['1', '2', '3', '4']);
  });

  test('a number that is locked further on is not given again', () => {
    const units = [
      { ...makeUnit('a', 'article'), number: '5' },
      makeUnit('b', 'article'),
      { ...makeUnit('c', 'article'), number: '5-1' },
      { ...makeUnit('d', 'article'), number: '9' },
      { ...makeUnit('e', 'article'), number: '7' },
      makeUnit('f', 'article'),
    ];
    expect(numbers(units, 'article')).toEqual(['5', '5-2', '5-1', '9', '7', '10']);
    const backward = [
      makeUnit('a', 'chapter'),
      ...['2', '1'].map((number) => ({ ...makeUnit(number, 'chapter'), number })),
    ];
    expect(numbers(backward, 'chapter')).toEqual(['3', '2', '1']);
  });

  test('before the first locked number one counts from 1, and before the number 1 there is 0-1', () => {
    const from = (number: string) => [
      makeUnit('a', 'article'),
      makeUnit('b', 'article'),
      { ...makeUnit('c', 'article'), number },
    ];
    expect(numbers(from('3'), 'article')).toEqual(['1', '2', '3']);
    expect(numbers(from('8'), 'article')).toEqual(['1', '2', '8']);
    expect(numbers(from('2-1'), 'article')).toEqual(['1', '2', '2-1']);
    expect(numbers(from('2'), 'article')).toEqual(['1', '3', '2']);
    expect(numbers(from('1'), 'article')).toEqual(['0-1', '0-2', '1']);
  });

  test('a number is read as it is written in any of the languages', () => {
    expect(numbered('u7', '5-1')).toBe('5-1');
    expect(numbered('u7', ' 5 – 1. ')).toBe('5-1');
    expect(numbered('u7', '5¹')).toBe('5-1');
    expect(numbered('u4', 'в)')).toBe('3');
    expect(numbered('u4', 'c')).toBe('3');
  });

  test('what is no number, or locked by a neighbour, is refused', () => {
    expect(numbered('u7', 'пять')).toBe('unreadable');
    expect(numbered('u7', '')).toBe('unreadable');
    expect(numbered('u7', '0')).toBe('unreadable');
    expect(numbered('u7', '3')).toBe('taken');
    expect(setNumber([makeUnit('n', 'note')], forms, 'n', '1')).toEqual({ ok: false, error: 'unnumbered' });
  });

  test('a repealed unit keeps its number, its id and its place, and says so in words of its gender', () => {
    const units = changed(locked, repeal(locked, forms, ['u1']));
    expect(units.map(({ id }) => id)).toEqual(['u0', 'u1', 'u7', 'u8']);
    expect(numbers(units, 'article')).toEqual(['1', '2', '3']);
    expect(units[1]?.children.map(runsText)).toEqual(['(күчүн жоготту)', '(утратила силу)', '(ceased to be in force)']);
    const point = changed(law, repeal(law, forms, ['u3']));
    expect(point[3]).toMatchObject({ number: '1' });
    expect(point[3]?.children.map(runsText)[1]).toBe('(утратил силу)');
    expect(repeal([makeUnit('n', 'note')], forms, ['n'])).toBeUndefined();
  });

  test('without words in the rules of form the repealed place stays empty', () => {
    const bare = { ...forms, formulas: {} };
    expect(changed(law, repeal(law, bare, ['u1']))[1]?.children.map(runsText)).toEqual(['', '', '']);
  });

  test('numbers have an order: 5, 5-1, 5-2, 6, 10', () => {
    const shuffled = fc.shuffledSubarray(['5', '5-1', '5-2', '6', '10'], { minLength: 5 });
    fc.assert(
      fc.property(shuffled, (list) => {
        expect([...list].sort(compareNumbers)).toEqual(['5', '5-1', '5-2', '6', '10']);
      }),
    );
  });
});
