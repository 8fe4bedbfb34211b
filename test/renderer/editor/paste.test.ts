import { expect, test } from 'vitest';
import { parseLines, parseUnits } from '../../../renderer/editor/paste.ts';
import { aDraft } from '../../support/builder.ts';
import { openHand, transferOf } from './harness.ts';

test('a label that was typed elsewhere tells the kind and goes', () => {
  const lines = [
    'Глава 2. Жильё',
    '11-берене. Турак жай',
    'Статья 12. Наём',
    '1. Часть',
    '1) пункт;',
    'а) подпункт;',
    'просто слова',
  ];
  expect(
    parseLines(lines.join('\r\n')).map(({ kind, inlines }) => [
      kind,
      inlines[0] && 'text' in inlines[0] && inlines[0].text,
    ]),
  ).toEqual([
    ['chapter', 'Жильё'],
    ['article', 'Турак жай'],
    ['article', 'Наём'],
    ['part', 'Часть'],
    ['point', 'пункт;'],
    ['subpoint', 'подпункт;'],
    [undefined, 'просто слова'],
  ]);
});

test('one line is words like any others, with whatever number it begins', () => {
  expect(parseLines('1. Часть\n')).toEqual([{ inlines: [{ text: '1. Часть' }] }]);
});

test.each([
  ['no JSON', '<p>'],
  ['no list', '{"inlines":[]}'],
  ['nothing of ours', '[1, null, "a"]'],
])('a clipboard with %s is not taken for units', (_, json) => {
  expect(parseUnits(json)).toBeUndefined();
});

test('what is unknown in a clipboard of units is left out', () => {
  const json = JSON.stringify([
    {
      kind: 'script',
      inlines: [
        { text: 'a\nb', onclick: 'x', bold: true, italic: 1 },
        { type: 'citation', act: '../x', pinpoint: {} },
        { type: 'html' },
      ],
    },
    { kind: 'point', inlines: [{ type: 'reference', target: 'u1', case: 'gen', evil: 1 }] },
  ]);
  expect(parseUnits(json)).toEqual([
    { inlines: [{ text: 'a b', bold: true }] },
    { kind: 'point', inlines: [{ type: 'reference', target: 'u1', case: 'gen', children: [{ text: '' }] }] },
  ]);
});

test('pasted lines become units in the live language, and the words behind the caret follow the last', () => {
  const hand = openHand(aDraft().unit('part', { ky: 'Сөз.', ru: 'Начало конец.' }, 'p').build());
  hand.caret('p', 'ru', 7).paste('раз\n1) два;\n2) три ');
  expect(hand.outline()).toEqual(['p part', 'new-000001 point', 'new-000002 point']);
  expect(hand.units().map((unit) => hand.text(unit.id, 'ru'))).toEqual(['Начало раз', 'два;', 'триконец.']);
  expect(hand.units().map((unit) => hand.text(unit.id, 'ky'))).toEqual(['Сөз.', '', '']);
  expect(hand.where()).toEqual({ unit: 'new-000002', language: 'ru', offset: 3 });
});

test('the clipboard holds the live column alone', () => {
  const hand = openHand(
    aDraft()
      .unit('part', { ky: 'А.', ru: 'Первое.', en: 'A.' }, 'p1')
      .unit('part', { ky: 'Б.', ru: 'Второе <и>.', en: 'B.' }, 'p2')
      .build(),
  );
  hand.select(['p1', 3], ['p2', 10], 'ru');
  const clipboard = transferOf();
  hand.parts.slate.setFragmentData(clipboard);
  expect(clipboard.data['text/plain']).toBe('вое.\nВторое <и>');
  expect(clipboard.data['text/html']).toBe('<p lang="ru">вое.</p><p lang="ru">Второе &lt;и&gt;</p>');
});

test('what was copied from a draft comes back with its kinds and citations', () => {
  const citation = {
    type: 'citation',
    act: 'military-status-1992',
    pinpoint: { article: ['12'] },
    children: [{ text: '' }],
  } as const;
  const hand = openHand(
    aDraft()
      .unit('part', { ru: 'Раз.' }, 'p1')
      .unit('point', { ru: [{ text: 'по ' }, citation, { text: ';' }] }, 'p2')
      .unit('part', {}, 'p3')
      .build(),
  );
  hand.select(['p1', 0], ['p2', 9999], 'ru');
  const clipboard = transferOf();
  hand.parts.slate.setFragmentData(clipboard);
  hand.caret('p3', 'ru').does(({ parts }) => parts.slate.insertData(clipboard));
  expect(hand.outline()).toEqual(['p1 part', 'p2 point', 'p3 part', 'new-000001 point']);
  expect(hand.units()[3]?.children[1].children).toEqual([{ text: 'по ' }, citation, { text: ';' }]);
});
