import { expect, test } from 'vitest';
import { allAtOnce } from '../../../renderer/editor/clipboard/pieces.ts';
import { parseLines, parseUnits, unitsFormat } from '../../../renderer/editor/paste.ts';
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
    allAtOnce(parseLines(lines.join('\r\n'))).map(({ kind, inlines }) => [
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
    ['paragraph', 'просто слова'],
  ]);
});

test('lines without a label among them take the kind of their surroundings', () => {
  expect(allAtOnce(parseLines('раз\n\nдва\u2028три'))).toEqual(
    ['раз', 'два', 'три'].map((text) => ({ inlines: [{ text }] })),
  );
});

test('one line is words like any others where words stand, and a provision in an empty unit', () => {
  const hand = openHand(aDraft().unit('part', { ru: 'До.' }, 'p1').unit('part', {}, 'p2').build());
  hand.caret('p1', 'ru', 3).paste('1) после\n');
  expect(hand.text('p1', 'ru')).toBe('До.1) после');
  hand.caret('p2', 'ru').paste('1) после\n');
  expect([hand.text('p2', 'ru'), hand.outline()]).toEqual(['после', ['p1 part', 'p2 point']]);
});

test('one line keeps the spaces at its ends', () => {
  const hand = openHand(aDraft().unit('part', { ru: 'абв' }, 'p1').build());
  hand.caret('p1', 'ru', 1).paste(' слово ');
  expect(hand.text('p1', 'ru')).toBe('а слово бв');
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
        { type: 'citation', act: '__proto__', pinpoint: {} },
        { type: 'html' },
      ],
    },
    { kind: 'point', inlines: [{ type: 'reference', target: 'u1', also: ['u2', 7, '<'], case: 'gen', evil: 1 }] },
  ]);
  expect(parseUnits(json)).toEqual([
    { inlines: [{ text: 'a b', bold: true }] },
    {
      kind: 'point',
      inlines: [{ type: 'reference', target: 'u1', also: ['u2'], case: 'gen', children: [{ text: '' }] }],
    },
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
  expect(clipboard.data['text/plain']).toBe('вое.\n2. Второе <и>');
  expect(clipboard.data['text/html']).toBe('<p lang="ru">вое.</p><p lang="ru">2. Второе &lt;и&gt;</p>');
});

test('a copy reads in Word as numbered paragraphs of the live language, headings as headings, with its marks', () => {
  const hand = openHand(
    aDraft()
      .unit('chapter', { ky: 'Турак жай', ru: 'Жильё' }, 'c')
      .unit('article', { ky: 'Ачкыч', ru: 'Ключ' }, 'a')
      .unit('part', { ky: [{ text: 'Ал ' }, { text: '5\u00a0м', bold: true }, { text: '2', superscript: true }] }, 'p')
      .unit('point', { ky: 'берет.' }, 't')
      .build(),
  );
  hand.select(['c', 0], ['t', 99], 'ky');
  const clipboard = transferOf();
  hand.parts.slate.setFragmentData(clipboard);
  expect(clipboard.data['text/plain']).toBe('1-глава. Турак жай\n1-берене. Ачкыч\n1. Ал 5\u00a0м2\n1) берет.');
  expect(clipboard.data['text/html']).toBe(
    '<h2 lang="ky">1-глава. Турак жай</h2><h3 lang="ky">1-берене. Ачкыч</h3>' +
      '<p lang="ky">1. Ал <b>5&nbsp;м</b><sup>2</sup></p><p lang="ky">1) берет.</p>',
  );
  const foreign = openHand(aDraft().unit('paragraph', {}, 'x').build());
  foreign.caret('x', 'ky').does(({ parts }) => {
    parts.slate.insertData(transferOf({ 'text/html': clipboard.data['text/html'] ?? '' }));
  });
  expect(foreign.units().map(({ kind, children }) => [kind, children[0].children])).toEqual(
    hand.units().map(({ kind, children }) => [kind, children[0].children]),
  );
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
  expect(hand.text('p3', 'ru')).toBe('Раз.');
  expect(hand.units()[3]?.children[1].children).toEqual([{ text: 'по ' }, citation, { text: ';' }]);
});

test('units of a hostile clipboard bring no ids and no unknown comments', () => {
  const hand = openHand(aDraft().unit('part', { ru: 'Раз.' }, 'p1').build());
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const unit = `{"kind":"part","id":"p9","whole":true,"__proto__":{"kind":"title"},"constructor":1,"inlines":[{"text":"Два.","c_none":true,"__proto__":{"bold":true}}]}`;
  hand.caret('p1', 'ru', 4).paste(`[${deep},${unit},${unit}]`, unitsFormat);
  expect(hand.outline()).toEqual(['p1 part', 'new-000001 part', 'new-000002 part']);
  expect(hand.units()[1]?.children[1].children).toEqual([{ text: 'Два.' }]);
  expect(Object.getPrototypeOf(hand.units()[1])).toBe(Object.prototype);
});

test('a unit that was cut keeps its id where it is put down, and a second time it is another unit', () => {
  const hand = openHand(
    aDraft()
      .unit('part', { ru: 'Раз.' }, 'p1')
      .unit('part', { ru: 'Два.' }, 'p2')
      .unit('part', { ru: 'Три.' }, 'p3')
      .build(),
  );
  hand.select(['p1', 4], ['p2', 4], 'ru');
  const clipboard = transferOf();
  hand.does(({ parts }) => {
    parts.slate.setFragmentData(clipboard);
    parts.slate.deleteFragment();
  });
  expect(hand.outline()).toEqual(['p1 part', 'p3 part']);
  hand.caret('p3', 'ru', 4).does(({ parts }) => parts.slate.insertData(clipboard));
  expect(hand.outline()).toEqual(['p1 part', 'p3 part', 'p2 part']);
  hand.does(({ parts }) => parts.slate.insertData(clipboard));
  expect(hand.outline()).toEqual(['p1 part', 'p3 part', 'p2 part', 'new-000001 part']);
});

test('a comment comes back with words that were cut while its thread stands, and with copied words never', () => {
  const thread = { id: 'k', unit: 'p1', lang: 'ru', quote: 'два', resolved: false } as const;
  const run = { text: 'два', c_k: true } as const;
  const messages = [{ author: 'A', at: '2026-03-01T09:00:00.000Z', text: 'x' }];
  const draft = aDraft()
    .unit('part', { ru: [{ text: 'раз ' }, run] }, 'p1')
    .comment({ ...thread, messages })
    .build();
  const cut = openHand(draft);
  const clipboard = transferOf();
  cut.select(['p1', 4], ['p1', 7], 'ru').does(({ parts }) => parts.slate.setFragmentData(clipboard));
  cut.does(({ parts }) => parts.slate.insertData(clipboard));
  expect(cut.units()[0]?.children[1].children).toEqual([{ text: 'раз ' }, run]);
  cut.caret('p1', 'ru').does(({ parts }) => parts.slate.insertData(clipboard));
  expect(cut.units()[0]?.children[1].children).toEqual([{ text: 'двараз ' }, run]);
  const other = openHand(aDraft().unit('part', { ru: 'а' }, 'q').build());
  other.caret('q', 'ru', 1).does(({ parts }) => parts.slate.insertData(clipboard));
  expect(other.units()[0]?.children[1].children).toEqual([{ text: 'адва' }]);
});
