import { expect, test } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { dropOldest, undoLimit, type Weighed } from '../../../renderer/editor/undo-limit.ts';
import { aDraft } from '../../support/builder.ts';
import { openHand } from './harness.ts';

const bill = (): Draft =>
  aDraft()
    .unit('part', { ky: 'Биринчи.', ru: 'Первое.', en: 'First.' }, 'p1')
    .unit('part', { ky: 'Экинчи.', ru: 'Второе.', en: 'Second.' }, 'p2')
    .build();

test('a word is one step of undo', () => {
  const hand = openHand(bill()).caret('p1', 'ru', 0).types('одно два');
  hand.editor.undo();
  expect(hand.text('p1', 'ru')).toBe('одно Первое.');
  hand.editor.undo();
  expect(hand.text('p1', 'ru')).toBe('Первое.');
  expect(hand.editor.state().canUndo).toBe(false);
});

test('undo walks back over the languages, and the live column and the caret go with it', () => {
  const hand = openHand(bill()).caret('p1', 'ru', 3).types('а').caret('p2', 'en', 2).types('b');
  hand.editor.undo();
  expect(hand.where()).toEqual({ unit: 'p2', language: 'en', offset: 2 });
  hand.editor.undo();
  expect(hand.where()).toEqual({ unit: 'p1', language: 'ru', offset: 3 });
  hand.editor.redo();
  expect(hand.where()).toEqual({ unit: 'p1', language: 'ru', offset: 4 });
  expect(hand.text('p2', 'en')).toBe('Second.');
});

test('redo brings back the same ids', () => {
  const hand = openHand(bill()).caret('p1', 'ru', 3).enter();
  const after = hand.editor.draft();
  hand.editor.undo();
  expect(hand.editor.draft()).toEqual(bill());
  hand.editor.redo();
  expect(hand.editor.draft()).toEqual(after);
});

test('a new edit ends what could be redone', () => {
  const hand = openHand(bill()).caret('p1', 'ru', 0).types('а');
  hand.editor.undo();
  hand.caret('p1', 'ru', 0).types('б');
  expect(hand.editor.state().canRedo).toBe(false);
});

test('opening and removing a comment are one step each, thread and words together', () => {
  const hand = openHand(bill()).select(['p1', 0], ['p1', 6], 'ru');
  const id = hand.editor.addComment('Почему?', 'Минфин');
  expect(hand.editor.state().comments).toMatchObject([{ id, unit: 'p1', lang: 'ru', quote: 'Первое' }]);
  expect(hand.units()[0]?.children[1].children).toEqual([{ text: 'Первое', [`c_${id}`]: true }, { text: '.' }]);
  hand.editor.undo();
  expect(hand.editor.draft()).toEqual(bill());
  hand.editor.redo();
  hand.editor.changeComment(id ?? '', () => undefined);
  expect(hand.editor.draft()).toEqual(bill());
  hand.editor.undo();
  expect(hand.editor.state().comments).toHaveLength(1);
});

test('a comment stays on its words when they are split, joined and moved', () => {
  const draft = aDraft()
    .unit('article', 'А', 'a')
    .unit('part', { ru: 'Первое.' }, 'p1')
    .unit('part', 'Б', 'p2')
    .build();
  const hand = openHand(draft).select(['p1', 0], ['p1', 6], 'ru');
  const id = hand.editor.addComment('?', 'Я') ?? '';
  hand.caret('p1', 'ru', 3).enter().backspace().caret('p1', 'ru', 0);
  expect(hand.editor.moveDown()).toBe(true);
  expect(hand.units()[2]?.children[1].children).toEqual([{ text: 'Первое', [`c_${id}`]: true }, { text: '.' }]);
});

test('words that are cut and pasted take their comment along; copied ones leave it', () => {
  const hand = openHand(bill()).select(['p1', 0], ['p1', 6], 'ru');
  const mark = `c_${hand.editor.addComment('?', 'Я')}`;
  const copied = JSON.stringify([{ kind: 'part', inlines: [{ text: 'Первое', [mark]: true }] }]);
  hand.caret('p2', 'ru', 0).paste(copied, 'application/x-dolboor-units');
  expect(hand.units()[1]?.children[1].children).toEqual([{ text: 'ПервоеВторое.' }]);
  hand.select(['p1', 0], ['p1', 6], 'ru').del().caret('p2', 'ru', 0).paste(copied, 'application/x-dolboor-units');
  expect(hand.units()[1]?.children[1].children[0]).toEqual({ text: 'Первое', [mark]: true });
});

test('of several comments each comes back to its place among them', () => {
  const hand = openHand(bill()).select(['p1', 0], ['p1', 6], 'ru');
  const first = hand.editor.addComment('Первый', 'Я') ?? '';
  hand.select(['p1', 0], ['p1', 6], 'ru').does(({ editor }) => void editor.addComment('Второй', 'Я'));
  const before = hand.editor.draft();
  hand.editor.changeComment(first, () => undefined);
  hand.editor.undo();
  expect(hand.editor.draft()).toEqual(before);
});

test('two thousand steps over all columns can be taken back and done again', () => {
  const hand = openHand(bill());
  for (let step = 0; step < 2000; step += 1) {
    hand.caret(step % 2 === 0 ? 'p1' : 'p2', languages[step % 3] ?? 'ky', step % 5).types('а');
  }
  const end = hand.editor.draft();
  for (let step = 1999; step >= 0; step -= 1) {
    hand.editor.undo();
    expect(hand.where()).toEqual({
      unit: step % 2 === 0 ? 'p1' : 'p2',
      language: languages[step % 3],
      offset: step % 5,
    });
  }
  expect(hand.editor.draft()).toEqual(bill());
  expect(hand.editor.state().canUndo).toBe(false);
  for (let step = 0; step < 2000; step += 1) hand.editor.redo();
  expect(hand.editor.draft()).toEqual(end);
});

test('undo forgets the oldest of very large steps, and of very many, but never the last one', () => {
  const step = (bytes: number): Weighed => ({ operations: [], comments: [], bytes });
  const left = (sizes: readonly number[]): readonly number[] => {
    const steps = sizes.map(step);
    dropOldest(steps, { steps: 3, bytes: 100 });
    return steps.map(({ bytes }) => bytes);
  };
  expect(left([1, 2, 3, 4])).toEqual([2, 3, 4]);
  expect(left([60, 50, 50])).toEqual([50, 50]);
  expect(left([60, 50, 500])).toEqual([500]);
  expect(left([1, 2])).toEqual([1, 2]);
});

test('what undo holds is bounded by bytes, and what it still holds can be undone', () => {
  const hand = openHand(bill());
  const megabytes = 8;
  const large = 'а'.repeat((megabytes * 1024 * 1024) / 2);
  const pastes = 12;
  for (let i = 0; i < pastes; i += 1) {
    hand.does(({ parts }) => parts.slate.apply({ type: 'insert_text', path: [0, 1, 0], offset: 0, text: large }));
  }
  let undone = 0;
  for (; hand.editor.state().canUndo; undone += 1) hand.editor.undo();
  expect(undone).toBe(Math.floor(undoLimit.bytes / (megabytes * 1024 * 1024)) - 1);
  expect(hand.text('p1', 'ru')).toHaveLength('Первое.'.length + (pastes - undone) * large.length);
});
