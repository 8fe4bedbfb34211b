import { expect, test } from 'vitest';
import { applyEdit } from '../../../core/draft/apply.ts';
import type { CommentThread, Draft } from '../../../core/draft/types.ts';
import { aDraft } from '../../support/builder.ts';
import { type Hand, openHand } from './harness.ts';

const thread: CommentThread = {
  id: 'k',
  unit: 'p2',
  lang: 'ru',
  quote: 'замечание',
  resolved: false,
  messages: [{ author: 'А', at: '2026-03-01T09:00:00.000Z', text: 'почему?' }],
};

const draft: Draft = aDraft()
  .unit('article', 'Статья', 'a')
  .unit('part', 'первая', 'p1')
  .unit('part', { ky: 'экинчи', ru: [{ text: 'вторая ' }, { text: 'замечание', c_k: true }] }, 'p2')
  .comment(thread)
  .build();

const home = (hand: Hand) => hand.editor.state().comments[0]?.unit;

function expectReplayed(hand: Hand): void {
  const replayed = hand.edits.reduce<Draft | undefined>((current, edit) => current && applyEdit(current, edit), draft);
  expect(replayed).toEqual(hand.editor.draft());
}

test('a comment goes to the unit that a split puts its words in, and back with undo', () => {
  const hand = openHand(draft).caret('p2', 'ru', 7).enter();
  expect(home(hand)).toBe('new-000001');
  expectReplayed(hand);
  hand.does(({ editor }) => editor.undo());
  expect(hand.editor.draft()).toEqual(draft);
  hand.does(({ editor }) => editor.redo());
  expect(home(hand)).toBe('new-000001');
  expectReplayed(hand);
});

test('a comment goes to the unit that its words are joined to', () => {
  const hand = openHand(draft).caret('p2', 'ru').backspace();
  expect([hand.text('p1', 'ru'), home(hand)]).toEqual(['перваявторая замечание', 'p1']);
  expectReplayed(hand);
  hand.does(({ editor }) => editor.undo());
  expect(hand.editor.draft()).toEqual(draft);
});

test('a comment stays where some of its words stay, and typing does not move it', () => {
  const hand = openHand(draft).caret('p2', 'ru', 10).enter().types('x');
  expect(home(hand)).toBe('p2');
  expect(hand.edits.flatMap(({ comments = [] }) => comments)).toEqual([]);
});

test('a comment whose words are deleted is kept at the unit where they last stood', () => {
  const hand = openHand(draft).caret('p2', 'ru').backspace().select(['p1', 13], ['p1', 22], 'ru').del();
  expect(hand.text('p1', 'ru')).toBe('перваявторая ');
  hand.does(({ editor }) => editor.goToComment('k'));
  expect(hand.where().unit).toBe('p1');
});
