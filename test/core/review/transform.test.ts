import { describe, expect, test } from 'vitest';
import { applyEdit, invertEdit } from '../../../core/draft/apply.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { restoreDraft, restoreUnit } from '../../../core/review/restore.ts';
import { editBetween } from '../../../core/review/transform.ts';
import { generateBill, random } from '../../support/builder.ts';
import { aBill, changedAtRandom } from './support.ts';

const bill = aBill();

function changed(before: Draft, after: Draft): Draft {
  const edit = editBetween(before, after);
  const result = edit ? applyEdit(before, edit) : before;
  if (!result) throw new Error('the edit does not fit');
  if (edit) expect(applyEdit(result, invertEdit(edit))).toEqual(before);
  return result;
}

test('a draft and itself have no edit between them', () =>
  expect(editBetween(bill, structuredClone(bill))).toBeUndefined());

describe.each(Array.from({ length: 30 }, (_, i) => i + 1))('seed %i', (seed) => {
  test('the edit between two drafts makes one of the other and can be taken back', () => {
    const next = random(seed);
    const [one, other] = [changedAtRandom(bill, next, 'a', 8), changedAtRandom(bill, next, 'b', 8)];
    expect(changed(one, other)).toEqual(other);
    expect(restoreDraft(one, other).units).toEqual(other.units);
  });
});

test('drafts that share nothing are one block out and one block in', () => {
  const [one, other] = [generateBill({ articles: 40 }), generateBill({ articles: 40, seed: 9 })];
  const foreign = { ...other, meta: one.meta, units: other.units.map((unit) => ({ ...unit, id: `f-${unit.id}` })) };
  const renamed = foreign.units.map((unit) => ({
    ...unit,
    children: unit.children.map((cell) => ({ ...cell, unit: unit.id })) as unknown as typeof unit.children,
  }));
  expect(changed(one, { ...foreign, units: renamed }).units).toEqual(renamed);
});

describe('one provision', () => {
  const thread = {
    id: 'k',
    unit: 'p1',
    lang: 'ru',
    quote: 'дом',
    resolved: false,
    messages: [{ author: 'А', at: '', text: '?' }],
  } as const;

  test('that was changed has its old text where it stands now', () => {
    const now = { ...bill, units: changedAtRandom(bill, random(3), 'z', 1).units.toReversed() };
    const restored = restoreUnit(now, bill, 'p1');
    expect(restored.units.map(({ id }) => id)).toEqual(now.units.map(({ id }) => id));
    expect(restored.units.find(({ id }) => id === 'p1')).toEqual(bill.units.find(({ id }) => id === 'p1'));
  });

  test('that was removed comes back to its place with what it enclosed', () => {
    const now = { ...bill, units: bill.units.filter(({ id }) => !['a2', 'p3', 'x1'].includes(id)) };
    expect(restoreUnit(now, bill, 'a2').units.map(({ id }) => id)).toEqual(bill.units.map(({ id }) => id));
  });

  test('that was added since goes', () => {
    const before = { ...bill, units: bill.units.filter(({ id }) => id !== 'p2') };
    expect(restoreUnit(bill, before, 'p2').units).toEqual(before.units);
  });

  test('brings its comments back, and what was remarked since stays', () => {
    const marked = bill.units.map((unit) =>
      unit.id === 'p1'
        ? { ...unit, children: unit.children.map((cell) => ({ ...cell, children: [{ text: 'дом', c_k: true }] })) }
        : unit,
    ) as unknown as Draft['units'];
    const version: Draft = { ...bill, units: marked, comments: [thread] };
    const now: Draft = { ...bill, comments: [{ ...thread, id: 'later' }] };
    expect(restoreUnit(now, version, 'p1').comments.map(({ id }) => id)).toEqual(['later', 'k']);
    expect(restoreUnit(now, version, 'p3').comments.map(({ id }) => id)).toEqual(['later']);
    expect(restoreDraft(now, version).comments.map(({ id }) => id)).toEqual(['later', 'k']);
  });
});
