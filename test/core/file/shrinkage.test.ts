import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../core/draft/apply.ts';
import type { Edit, Operation } from '../../../core/draft/operation.ts';
import { deletedPercent, percentDeletedFrom, removedLength } from '../../../core/file/shrinkage.ts';
import { aDraft } from '../../support/builder.ts';

const draft = aDraft()
  .unit('title', 'а'.repeat(100))
  .unit('part', 'б'.repeat(700))
  .unit('part', 'в'.repeat(200))
  .build();

const remove = (at: number): Operation => ({ type: 'remove_node', path: [at], node: draft.units[at] as never });
const edit = (...operations: readonly Operation[]): Edit => ({ operations });

describe('a deletion of most of the text in one step', () => {
  test('is told with its share', () => {
    expect(deletedPercent(draft, edit(remove(1)))).toBe(70);
  });

  test('is none when less than half goes', () => {
    expect(deletedPercent(draft, edit(remove(2)))).toBeUndefined();
  });

  test('is none when the same step puts it elsewhere', () => {
    const back: Operation = { type: 'insert_node', path: [0], node: draft.units[1] as never };
    expect(deletedPercent(draft, edit(remove(1), back))).toBeUndefined();
  });

  test('is not asked about in a draft that has hardly begun', () => {
    const small = aDraft().unit('part', 'а'.repeat(200)).build();
    const all: Operation = { type: 'remove_node', path: [0], node: small.units[0] as never };
    expect(deletedPercent(small, edit(all))).toBeUndefined();
  });
});

describe('the bounds of the question', () => {
  const halves = (first: number, second: number) =>
    aDraft()
      .unit('part', { ru: 'а'.repeat(first) })
      .unit('part', { ru: 'б'.repeat(second) })
      .build();
  const asksOn = (first: number, second: number): boolean => {
    const { units } = halves(first, second);
    const remove: Operation = { type: 'remove_node', path: [0], node: units[0] as never };
    return deletedPercent(halves(first, second), edit(remove)) !== undefined;
  };

  test('are more than half of the text, and a text of a thousand letters', () => {
    expect([asksOn(1_000, 1_000), asksOn(1_020, 980)]).toEqual([false, true]);
    expect([asksOn(900, 99), asksOn(900, 100)]).toEqual([false, true]);
  });
});

test('all of one language is most of the text too, seen from before and from after', () => {
  const draft = aDraft()
    .unit('part', { ky: 'а'.repeat(2_000), ru: 'б'.repeat(2_000), en: 'c'.repeat(2_000) })
    .build();
  const edit: Edit = { operations: [{ type: 'remove_text', path: [0, 1, 0], offset: 0, text: 'б'.repeat(2_000) }] };
  expect(deletedPercent(draft, edit)).toBe(100);
  expect(percentDeletedFrom(applyEdit(draft, edit)?.units ?? [], edit)).toBe(100);
  expect(removedLength(edit)).toBe(2_000);
});
