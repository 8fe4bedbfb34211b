import { expect, test } from 'vitest';
import type { Inline } from '../../../core/draft/types.ts';
import { moveWords } from '../../../renderer/editor/drag-words.ts';
import { aDraft } from '../../support/builder.ts';
import { openHand } from './harness.ts';

const cited: Inline = { type: 'citation', act: 'military-status-1992', pinpoint: {}, children: [{ text: '' }] };

function opened(ru: string | readonly Inline[] = 'один два три') {
  return openHand(
    aDraft()
      .unit('part', { ru: ru as string, ky: 'бир' }, 'p')
      .unit('part', { ru: 'четыре', ky: 'төрт' }, 'q')
      .build(),
  );
}

type Hand = ReturnType<typeof opened>;
type Place = readonly [unit: 'p' | 'q', offset: number];

/** Drags what lies between two places to a third. */
function drag(
  hand: Hand,
  from: Place,
  to: Place,
  place: Place,
  how: 'move' | 'copy' = 'move',
  language: 'ky' | 'ru' = 'ru',
) {
  const { slate } = hand.parts;
  const target = hand.caret(place[0], language, place[1]).parts.slate.selection?.anchor;
  hand.select(from, to, 'ru');
  const { selection } = slate;
  if (!target || !selection) throw new Error('nothing to drag');
  let isDone = false;
  hand.does(() => {
    isDone = moveWords(hand.parts, selection, target, how);
  });
  return isDone;
}

const texts = (hand: Hand) => ['p', 'q'].map((id) => hand.text(id, 'ru'));
const chosen = (hand: Hand) => hand.editor.selectedText();
const undo = (hand: Hand) => texts(hand.does(({ editor }) => editor.undo()));

test.each<[string, Place, Place, Place, readonly string[]]>([
  ['forward in its text', ['p', 0], ['p', 5], ['p', 9], ['два один три', 'четыре']],
  ['back in its text', ['p', 9], ['p', 12], ['p', 0], ['триодин два ', 'четыре']],
  ['into another provision', ['p', 5], ['p', 8], ['q', 6], ['один  три', 'четыредва']],
  ['to the start of another', ['p', 5], ['p', 8], ['q', 0], ['один  три', 'двачетыре']],
  ['as a whole text', ['p', 0], ['p', 12], ['q', 3], ['', 'четодин два триыре']],
])('words go %s, stay selected, and one step of undo brings them back', (_name, from, to, place, result) => {
  const hand = opened();
  const words = hand.text('p', 'ru').slice(from[1], to[1]);
  expect(drag(hand, from, to, place)).toBe(true);
  expect(texts(hand)).toEqual(result);
  expect(chosen(hand)).toBe(words);
  expect(hand.edits).toHaveLength(1);
  expect(undo(hand)).toEqual(['один два три', 'четыре']);
  expect(hand.text('p', 'ky')).toBe('бир');
});

test('a copy leaves the words where they were, and their comment there alone', () => {
  const hand = opened([{ text: 'один' }, { text: ' два', bold: true, c_1: true } as Inline]);
  expect(drag(hand, ['p', 4], ['p', 8], ['q', 6], 'copy')).toBe(true);
  expect(texts(hand)).toEqual(['один два', 'четыре два']);
  expect(hand.units()[1]?.children[1].children).toEqual([{ text: 'четыре' }, { text: ' два', bold: true }]);
  expect(undo(hand)).toEqual(['один два', 'четыре']);
});

test('moved words take their looks, their comment and the citations among them along', () => {
  const hand = opened([{ text: 'по ', c_1: true } as Inline, cited, { text: ' так' }]);
  expect(drag(hand, ['p', 0], ['p', 999], ['q', 0])).toBe(true);
  const [p, q] = hand.units().map((unit) => unit.children[1].children);
  expect(p).toEqual([{ text: '' }]);
  expect(q).toEqual([{ text: 'по ', c_1: true }, cited, { text: ' такчетыре' }]);
});

test('words dropped on themselves or into another column stay, and no step is made', () => {
  const hand = opened();
  expect(drag(hand, ['p', 0], ['p', 5], ['p', 3])).toBe(false);
  expect(drag(hand, ['p', 0], ['p', 5], ['p', 5])).toBe(false);
  const { slate } = hand.parts;
  const { selection } = hand.select(['p', 0], ['p', 5], 'ru').parts.slate;
  const foreign = { path: [1, 0, 0], offset: 0 };
  expect(selection && moveWords(hand.parts, selection, foreign, 'move')).toBe(false);
  expect(slate.selection).toEqual(selection);
  expect([texts(hand), hand.edits]).toEqual([['один два три', 'четыре'], []]);
});

test('a selection over several provisions is not dragged', () => {
  const hand = opened();
  expect(drag(hand, ['p', 5], ['q', 2], ['q', 6])).toBe(false);
  expect(texts(hand)).toEqual(['один два три', 'четыре']);
});
