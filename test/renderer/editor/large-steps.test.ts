import { expect, test } from 'vitest';
import { cellOf } from '../../../core/draft/state.ts';
import { isRun } from '../../../core/draft/text.ts';
import { deskBill } from '../../bench/desk/bill.ts';
import { openHand } from './harness.ts';

/* What is one key for a person and thousands of operations for the draft. */

test('a whole column is deleted in one step, which undo takes back and redo does again', () => {
  const bill = deskBill(20);
  const [first, last] = [bill.units[0]?.id ?? '', bill.units.at(-1)?.id ?? ''];
  const hand = openHand(bill);
  const end = cellOf(bill.units.at(-1) ?? (bill.units[0] as never), 'ky').children.at(-1);
  hand.caret(last, 'ky');
  const length = end && isRun(end) ? end.text.length : 0;
  hand.select([first, 0], [last, length], 'ky').del();
  expect(hand.units().map(({ id }) => id)).toEqual(bill.units.map(({ id }) => id));
  for (const [index, unit] of hand.units().entries()) {
    expect(cellOf(unit, 'ky').children).toEqual([{ text: '' }]);
    expect(cellOf(unit, 'ru').children).toEqual(cellOf(bill.units[index] as never, 'ru').children);
  }
  expect(hand.edits).toHaveLength(1);
  // A plain text goes by one operation that moves no place: what moves places is dear in the thousands.
  const moving = hand.edits[0]?.operations.filter(({ type }) => type === 'insert_node' || type === 'remove_node') ?? [];
  const linked = bill.units.filter((unit) => cellOf(unit, 'ky').children.length > 1).length;
  expect(moving.length).toBeLessThanOrEqual(linked * 5);
  const after = hand.editor.draft();
  hand.editor.undo();
  expect(hand.editor.draft()).toEqual(bill);
  hand.editor.redo();
  expect(hand.editor.draft()).toEqual(after);
  expect(hand.parts.session.repairs).toBe(0);
});
