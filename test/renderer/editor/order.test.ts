import { type Node, Transforms } from 'slate';
import { expect, test } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { aDraft } from '../../support/builder.ts';
import { openHand } from './harness.ts';

/*
 * The safety net under everything that writes into the draft: what does not fit into a list of units of three cells is wrapped or
 * moved, and no word of it goes. No rule of the editor needs it; a fault of one, or of Slate, must not cost a text.
 */

const bill = (): Draft =>
  aDraft()
    .unit('article', { ky: 'Укук', ru: 'Право', en: 'Right' }, 'a')
    .unit('part', { ky: 'Сөз.', ru: 'Слово.', en: 'Word.' }, 'p')
    .build();

/** Puts a node where it does not belong, as if some rule had. */
function misplace(path: number[], node: unknown) {
  const hand = openHand(bill()).caret('a', 'ru', 0);
  Transforms.insertNodes(hand.parts.slate, node as Node, { at: path, select: false });
  return hand;
}

/** All texts, by unit and language, in their order. */
function textsOf(hand: ReturnType<typeof misplace>) {
  return hand.units().map(({ children }) => {
    expect(children.map(({ lang }) => lang)).toEqual([...languages]);
    return children.map((cell) => cell.children.map((one) => ('text' in one ? one.text : one.type)).join(''));
  });
}

test('words beside the units become a provision of the live language', () => {
  const hand = misplace([1], { text: 'осталось' });
  expect(textsOf(hand)).toEqual([
    ['Укук', 'Право', 'Right'],
    ['', 'осталось', ''],
    ['Сөз.', 'Слово.', 'Word.'],
  ]);
  expect(hand.parts.session.repairs).toBeGreaterThan(0);
});

test('a cell beside the units becomes a provision of its own language', () => {
  const hand = misplace([2], { type: 'cell', lang: 'en', unit: 'x', children: [{ text: 'left' }] });
  expect(textsOf(hand).at(-1)).toEqual(['', '', 'left']);
});

test('words beside the cells of a provision go to its text in the live language', () => {
  const hand = misplace([1, 0], { text: 'осталось ' });
  expect(textsOf(hand)[1]).toEqual(['Сөз.', 'осталось Слово.', 'Word.']);
});

test('cells in another order are put in order, each with its words and how far it has come', () => {
  const hand = openHand(bill()).caret('p', 'ru', 6).types(' И');
  expect(hand.states('p')).toEqual(['stale', 'drafted', 'stale']);
  Transforms.moveNodes(hand.parts.slate, { at: [1, 0], to: [1, 2] });
  expect(textsOf(hand)[1]).toEqual(['Сөз.', 'Слово. И', 'Word.']);
  expect(hand.states('p')).toEqual(['stale', 'drafted', 'stale']);
});

test('a cell of another provision belongs to the one that it stands in', () => {
  const hand = openHand(bill()).caret('a', 'ru', 0);
  Transforms.setNodes(hand.parts.slate, { unit: 'elsewhere' }, { at: [1, 0] });
  expect(hand.units()[1]?.children.map(({ unit }) => unit)).toEqual(['p', 'p', 'p']);
  expect(textsOf(hand)[1]).toEqual(['Сөз.', 'Слово.', 'Word.']);
});

test('a block within a cell gives its words to the cell', () => {
  const hand = misplace([1, 1, 0], { type: 'unit', id: 'x', kind: 'part', children: [{ text: 'осталось' }] });
  expect(textsOf(hand)[1]).toEqual(['Сөз.', 'осталосьСлово.', 'Word.']);
});

test('two cells of one language leave no word behind', () => {
  const hand = misplace([1, 2], { type: 'cell', lang: 'ru', unit: 'p', children: [{ text: ' Ещё.' }] });
  expect(textsOf(hand)[1]).toEqual(['Сөз.', 'Слово. Ещё.', 'Word.']);
});
