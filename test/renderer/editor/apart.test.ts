import { expect, test } from 'vitest';
import type { Draft } from '../../../core/draft/types.ts';
import { aDraft } from '../../support/builder.ts';
import { openHand } from './harness.ts';

const bill = (): Draft =>
  aDraft()
    .unit('article', { ky: 'Укук', ru: 'Право', en: 'Right' }, 'a')
    .unit('part', { ky: 'Биринчи.', ru: 'Первое.', en: 'First.' }, 'p1')
    .unit('note', { ky: 'Эскертүү.', ru: 'Примечание.', en: 'Note.' }, 'n')
    .unit('part', { ky: 'Экинчи.', ru: 'Второе.', en: 'Second.' }, 'p2')
    .build();

const all = ['a article', 'p1 part', 'n note', 'p2 part'];

test('a note and a provision are not joined: Backspace walks over, Delete too', () => {
  const back = openHand(bill()).caret('p2', 'ru', 0).backspace();
  expect(back.outline()).toEqual(all);
  expect(back.where()).toEqual({ unit: 'n', language: 'ru', offset: 11 });
  expect(back.edits).toEqual([]);
  const forward = openHand(bill()).caret('p1', 'ky', 8).del();
  expect(forward.outline()).toEqual(all);
  expect(forward.where()).toEqual({ unit: 'n', language: 'ky', offset: 0 });
});

test('an empty note goes by Backspace as any empty unit', () => {
  const hand = openHand(aDraft().unit('part', 'А', 'p').unit('note', '', 'n').unit('part', 'Б', 'q').build());
  expect(hand.caret('q', 'ru', 0).backspace().outline()).toEqual(['p part', 'q part']);
});

test('deleting from a provision into a note leaves the rest of the note a note', () => {
  const hand = openHand(bill()).select(['p1', 3], ['n', 4], 'ru').backspace();
  expect(hand.outline()).toEqual(all);
  expect([hand.text('p1', 'ru'), hand.text('n', 'ru')]).toEqual(['Пер', 'ечание.']);
  expect(hand.text('n', 'ky')).toBe('Эскертүү.');
});

test('deleting from a note over provisions into a provision leaves both where they are', () => {
  const hand = openHand(bill()).select(['n', 2], ['p2', 3], 'ky').backspace();
  expect([hand.text('n', 'ky'), hand.text('p2', 'ky')]).toEqual(['Эс', 'нчи.']);
});
