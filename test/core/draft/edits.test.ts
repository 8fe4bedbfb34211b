import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, invertEdit } from '../../../core/draft/apply.ts';
import {
  demote,
  insertUnit,
  mayStandAt,
  moveSubtree,
  promote,
  removeSubtree,
  setKind,
} from '../../../core/draft/edits.ts';
import type { Edit } from '../../../core/draft/operation.ts';
import { makeUnit } from '../../../core/draft/text.ts';
import type { Draft, Unit, UnitKind } from '../../../core/draft/types.ts';

const kinds: readonly UnitKind[] = [
  'title',
  'chapter',
  'article',
  'part',
  'point',
  'part',
  'chapter',
  'article',
  'part',
  'article',
];
const bill = kinds.map((kind, i) => makeUnit(`u${i}`, kind, { ky: `${kind} ${i}` }));

function changed(units: readonly Unit[], edit: Edit | undefined): readonly Unit[] {
  if (!edit) throw new Error('the edit was refused');
  const draft: Draft = { meta: { id: 'd' }, units, comments: [] };
  const next = applyEdit(draft, edit);
  if (!next) throw new Error('the edit does not apply');
  expect(applyEdit(next, invertEdit(edit))).toEqual(draft);
  return next.units;
}

const ids = (units: readonly Unit[]) => units.map((unit) => unit.id.slice(1)).join(' ');
const kindsOf = (units: readonly Unit[]) => units.map((unit) => unit.kind).join(' ');

describe('structural edits', () => {
  test('a unit put in after an article stands behind all that the article encloses', () => {
    expect(ids(changed(bill, insertUnit(bill, 2, makeUnit('un', 'article'), 'after')))).toBe('0 1 2 3 4 5 n 6 7 8 9');
  });

  test('an article put in from within a part stands before or behind the whole article', () => {
    expect(ids(changed(bill, insertUnit(bill, 4, makeUnit('un', 'article'), 'after')))).toBe('0 1 2 3 4 5 n 6 7 8 9');
    expect(ids(changed(bill, insertUnit(bill, 4, makeUnit('un', 'article'), 'before')))).toBe('0 1 n 2 3 4 5 6 7 8 9');
  });

  test('a part put in after an article stands directly under its heading', () => {
    expect(ids(changed(bill, insertUnit(bill, 2, makeUnit('un', 'part'), 'after')))).toBe('0 1 2 n 3 4 5 6 7 8 9');
  });

  test('a unit is not put in where the structure forbids it', () => {
    expect(insertUnit(bill, 1, makeUnit('un', 'part'), 'before')).toBeUndefined();
    expect(insertUnit(bill, 1, makeUnit('un', 'subpoint'), 'after')).toBeUndefined();
  });

  test('removing an article removes what it encloses and nothing else', () => {
    expect(ids(changed(bill, removeSubtree(bill, 2)))).toBe('0 1 6 7 8 9');
  });

  test('the last unit of a bill cannot be removed', () => {
    expect(removeSubtree(bill.slice(0, 1), 0)).toBeUndefined();
  });

  test('a part moves past its neighbour with its points', () => {
    expect(ids(changed(bill, moveSubtree(bill, 5, 'up')))).toBe('0 1 2 5 3 4 6 7 8 9');
    expect(ids(changed(bill, moveSubtree(bill, 3, 'down')))).toBe('0 1 2 5 3 4 6 7 8 9');
  });

  test('an article at the edge of its chapter moves into the neighbouring one', () => {
    expect(ids(changed(bill, moveSubtree(bill, 2, 'down')))).toBe('0 1 6 2 3 4 5 7 8 9');
    expect(ids(changed(bill, moveSubtree(bill, 7, 'up')))).toBe('0 1 2 3 4 5 7 8 6 9');
  });

  test('a unit does not move to where it may not stand', () => {
    expect(moveSubtree(bill, 3, 'up')).toBeUndefined();
    expect(moveSubtree(bill, 1, 'up')).toBeUndefined();
    expect(moveSubtree(bill, 0, 'down')).toBeUndefined();
  });

  test('Tab takes the points of a part along, Shift+Tab brings them back', () => {
    const inward = changed(bill, demote(bill, 3));
    expect(kindsOf(inward)).toBe('title chapter article point subpoint part chapter article part article');
    expect(changed(inward, promote(inward, 3))).toEqual(bill);
  });

  test('a unit may be given only a kind that may stand there', () => {
    expect(kindsOf(changed(bill, setKind(bill, 5, 'paragraph')))).toContain('point paragraph chapter');
    expect(setKind(bill, 1, 'part')).toBeUndefined();
  });

  test('no sequence of structural edits loses text, repeats an id or misplaces a unit', () => {
    const steps = fc.array(fc.tuple(fc.nat(5), fc.nat(30)), { maxLength: 25 });
    let applied = 0;
    fc.assert(
      fc.property(steps, (sequence) => {
        let units: readonly Unit[] = bill;
        for (const [action, at] of sequence) {
          const index = at % units.length;
          const edit = [
            () => moveSubtree(units, index, 'up'),
            () => moveSubtree(units, index, 'down'),
            () => demote(units, index),
            () => promote(units, index),
            () => setKind(units, index, 'paragraph'),
            () => setKind(units, index, 'point'),
          ][action]?.();
          if (!edit) continue;
          units = changed(units, edit);
          applied += 1;
          expect(units.map((unit) => unit.id).sort()).toEqual(bill.map((unit) => unit.id).sort());
        }
      }),
      { numRuns: 200 },
    );
    expect(applied).toBeGreaterThan(200);
  });

  test('every kind may stand somewhere in a bill', () => {
    expect(mayStandAt(bill, 0, 'preamble')).toBe(true);
    expect(mayStandAt(bill, 10, 'signature')).toBe(true);
    expect(mayStandAt(bill, 5, 'subpoint')).toBe(true);
    expect(mayStandAt(bill, 2, 'note')).toBe(true);
  });
});
