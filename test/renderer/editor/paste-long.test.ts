import { expect, test } from 'vitest';
import type { Notice } from '../../../core/base/notice.ts';
import { type LongPaste, longPasteOf } from '../../../renderer/editor/clipboard/long-paste.ts';
import { aDraft } from '../../support/builder.ts';
import { type Hand, openHand } from './harness.ts';

const long = Array.from({ length: 3_000 }, (_, i) => `${i + 1}) ${'слова пункта '.repeat(8)};`).join('\n');

const opened = (): Hand =>
  openHand(aDraft().unit('article', { ru: 'Статья' }, 'a1').unit('part', { ru: 'До после' }, 'p1').build());

/** Everything the dialog was given, until the paste is over. */
function over(hand: Hand, meanwhile: (paste: LongPaste, count: number) => void = () => {}): Promise<LongPaste[]> {
  const store = longPasteOf(hand.parts.slate);
  const seen: LongPaste[] = [];
  return new Promise((resolve) => {
    store.subscribe(() => {
      const paste = store.get();
      if (!paste) return resolve(seen);
      seen.push(paste);
      meanwhile(paste, seen.length);
    });
  });
}

test('a long paste is read piece by piece, changes nothing before it is read, and is one step of undo', async () => {
  const hand = opened().caret('p1', 'ru', 3);
  const before = hand.units();
  const ended = over(hand, ({ step }) => {
    if (step === 'reading') expect(hand.units()).toBe(before);
    expect(hand.editor.isPasting()).toBe(true);
  });
  hand.paste(long);
  expect(hand.units()).toBe(before);
  const shown = await ended;
  hand.does(() => {});
  expect(hand.editor.isPasting()).toBe(false);
  expect(shown.map(({ done }) => done)).toEqual(shown.map(({ done }) => done).toSorted((a, b) => a - b));
  expect(shown.at(-1)).toMatchObject({ done: 1, step: 'inserting' });
  expect(hand.units()).toHaveLength(before.length + 3_000);
  expect(hand.edits).toHaveLength(1);
  hand.editor.undo();
  expect(hand.units()).toEqual(before);
});

test('a long paste that is stopped leaves the draft and the selection as they were, and says so', async () => {
  const hand = opened().select(['p1', 0], ['p1', 3], 'ru');
  const before = hand.units();
  const selected = hand.parts.slate.selection;
  const told: Notice[] = [];
  hand.editor.onNotices((notices) => told.push(...notices));
  const ended = over(hand, (paste, count) => {
    if (count === 2) paste.stop();
  });
  hand.paste(long);
  await ended;
  expect(hand.units()).toBe(before);
  expect(hand.parts.slate.selection).toEqual(selected);
  expect(hand.edits).toEqual([]);
  expect(told.map(({ code }) => code)).toEqual(['editor.paste-stopped']);
});

test('a second paste while a long one is read does not come in between', async () => {
  const hand = opened().caret('p1', 'ru', 3);
  const ended = over(hand);
  hand.paste(long);
  hand.paste(long);
  await ended;
  hand.does(() => {});
  expect(hand.units()).toHaveLength(2 + 3_000);
});
