import { expect, test } from 'vitest';
import type { Inline } from '../../../core/draft/types.ts';
import { aDraft } from '../../support/builder.ts';
import { openHand } from './harness.ts';

function opened(ru: string | readonly Inline[], ky = '') {
  return openHand(
    aDraft()
      .unit('part', { ru: ru as string, ky }, 'p')
      .unit('part', { ru: 'второй', ky: 'экинчи' }, 'q')
      .build(),
  );
}

type Hand = ReturnType<typeof opened>;
const turn = (hand: Hand) => hand.does(({ editor }) => editor.changeCase());
const rounds = (hand: Hand, times: number, language: 'ky' | 'ru' = 'ru') =>
  Array.from({ length: times }, () => turn(hand).text('p', language));

test('a selection goes from small letters to a capital first one, to capitals, and round again', () => {
  const hand = opened('министр внутренних дел').select(['p', 0], ['p', 18], 'ru');
  expect(rounds(hand, 4)).toEqual([
    'Министр внутренних дел',
    'МИНИСТР ВНУТРЕННИХ дел',
    'министр внутренних дел',
    'Министр внутренних дел',
  ]);
});

test('without a selection it is the word at the caret, at its edge too, and the caret stays', () => {
  const hand = opened('закон о службе').caret('p', 'ru', 2);
  expect(rounds(hand, 2)).toEqual(['Закон о службе', 'ЗАКОН о службе']);
  expect(hand.where()).toMatchObject({ unit: 'p', offset: 2 });
  expect(rounds(hand.caret('p', 'ru', 14), 1)).toEqual(['ЗАКОН о Службе']);
});

test('a word whose letters look different is one word, and every run keeps its looks and its comment', () => {
  const hand = opened([{ text: 'за' }, { text: 'кон', bold: true }, { text: ' мой', c_1: true }]).caret('p', 'ru', 4);
  rounds(hand, 2);
  expect(hand.units()[0]?.children[1].children).toEqual([
    { text: 'ЗА' },
    { text: 'КОН', bold: true },
    { text: ' мой', c_1: true },
  ]);
});

test('Kyrgyz letters have their capitals', () => {
  const hand = opened('', 'өкмөт үңкүрү').select(['p', 0], ['p', 12], 'ky');
  expect(rounds(hand, 2, 'ky')).toEqual(['Өкмөт үңкүрү', 'ӨКМӨТ ҮҢКҮРҮ']);
});

test('over several provisions only the live column changes, each begins with its capital, and one step takes it back', () => {
  const hand = opened('первый', 'биринчи').select(['p', 2], ['q', 6], 'ru');
  turn(hand);
  expect(['p', 'q'].map((id) => hand.text(id, 'ru'))).toEqual(['пеРвый', 'Второй']);
  expect(['p', 'q'].map((id) => hand.text(id, 'ky'))).toEqual(['биринчи', 'экинчи']);
  hand.does(({ editor }) => editor.undo());
  expect(['p', 'q'].map((id) => hand.text(id, 'ru'))).toEqual(['первый', 'второй']);
});

test('a selection that ends at the start of the next provision leaves that one alone', () => {
  const hand = opened('первый').select(['p', 0], ['q', 0], 'ru');
  turn(hand);
  expect([hand.text('p', 'ru'), hand.text('q', 'ru')]).toEqual(['Первый', 'второй']);
});

test('a letter whose capital would be two stays, so that nothing moves', () => {
  const hand = opened('straße').select(['p', 0], ['p', 6], 'ru');
  expect(rounds(hand, 2)[1]).toBe('STRAßE');
});

test('where there are no letters nothing happens, and that is said', () => {
  const hand = opened('12 – 15').caret('p', 'ru', 4);
  const told: string[] = [];
  hand.parts.session.tell = (what) => told.push(what);
  const before = hand.edits.length;
  expect(hand.editor.changeCase()).toBe(false);
  expect([hand.edits.length - before, told]).toEqual([0, ['refused']]);
});

test('a no-break space and a no-break hyphen go in as if typed, over what is selected too, and are said', () => {
  const hand = opened('ст 5 а 1').select(['p', 2], ['p', 3], 'ru');
  const told: string[] = [];
  hand.parts.session.tell = (what) => told.push(what);
  hand.does(({ editor }) => editor.insertSign('no-break-space'));
  expect(hand.text('p', 'ru')).toBe('ст\u00a05 а 1');
  hand.select(['p', 6], ['p', 7], 'ru').does(({ editor }) => editor.insertSign('no-break-hyphen'));
  expect(hand.text('p', 'ru')).toBe('ст\u00a05 а\u20111');
  expect(told).toEqual(['no-break-space', 'no-break-hyphen']);
});
