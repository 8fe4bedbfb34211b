import { expect, test } from 'vitest';
import { onNotices, pasteOtherWay } from '../../../renderer/editor/clipboard/notices.ts';
import { aDraft } from '../../support/builder.ts';
import { openHand } from './harness.ts';

function law() {
  return aDraft()
    .unit('article', { ru: 'Статья', ky: 'Берене' }, 'a1')
    .unit('part', { ru: 'Первая.' }, 'p1')
    .unit('part', { ru: 'Вторая.' }, 'p2')
    .unit('part', { ru: 'Третья.', ky: 'Үчүнчү.' }, 'p3')
    .build();
}

function pasteInto(unit: string, text: string) {
  const hand = openHand(law()).caret(unit, 'ky', 0);
  const told: string[] = [];
  onNotices(hand.parts.slate, (notices) => told.push(...notices.map(({ code }) => code)));
  hand.paste(text);
  return { hand, told };
}

test('a translation pasted where as many texts are missing fills them one after another, as one step', () => {
  const { hand, told } = pasteInto('p1', 'Биринчи.\nЭкинчи.');
  expect([hand.text('p1', 'ky'), hand.text('p2', 'ky'), hand.text('p3', 'ky')]).toEqual([
    'Биринчи.',
    'Экинчи.',
    'Үчүнчү.',
  ]);
  expect(told).toEqual(['editor.pasted-as-cells']);
  expect(hand.states('p1')).toEqual(['drafted', 'drafted', 'missing']);
  expect(hand.edits).toHaveLength(1);
  expect(hand.where()).toEqual({ unit: 'p2', language: 'ky', offset: 'Экинчи.'.length });
  hand.does(({ editor }) => editor.undo());
  expect(hand.units()).toEqual(law().units);
});

test('the other way puts the first where the caret is and makes rows of the rest', () => {
  const { hand, told } = pasteInto('p1', 'Биринчи.\nЭкинчи.');
  hand.does(({ editor, parts }) => {
    editor.undo();
    pasteOtherWay(parts.slate);
  });
  expect(hand.units()).toHaveLength(5);
  expect(hand.text('p1', 'ru')).toBe('Первая.');
  expect(told).toEqual(['editor.pasted-as-cells', 'editor.pasted-as-rows']);
});

test('typed numbers of the same kind are left out; those of another kind make rows, and the cells are offered', () => {
  expect(pasteInto('p1', '1. Биринчи.\n2. Экинчи.').hand.text('p2', 'ky')).toBe('Экинчи.');
  const { hand, told } = pasteInto('p1', '5-берене. Башы\n5-1-берене. Аягы');
  expect(told).toContain('editor.pasted-as-rows');
  expect(hand.units().filter(({ kind }) => kind === 'article')).toHaveLength(3);
});

test('more paragraphs than missing texts are rows, and nothing else is offered', () => {
  const { hand, told } = pasteInto('p1', 'Биринчи.\nЭкинчи.\nҮчүнчү.');
  expect(hand.text('p3', 'ky')).toBe('Үчүнчү.');
  expect(hand.units()).toHaveLength(6);
  expect(told).toEqual([]);
});
