import { Transforms } from 'slate';
import { expect, test } from 'vitest';
import { removeBlocks } from '../../../core/draft/blocks.ts';
import { repeal } from '../../../core/draft/locking.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { aDraft } from '../../support/builder.ts';
import { forms } from '../../support/forms.ts';
import { openHand } from './harness.ts';

const bill = (): Draft =>
  aDraft()
    .unit('article', { ky: 'Укук', ru: 'Право', en: 'Right' }, 'a')
    .unit('part', { ky: 'Биринчи сөз.', ru: 'Первое слово.', en: 'First word.' }, 'p1')
    .unit('part', { ky: 'Экинчи сөз.', ru: 'Второе слово.', en: 'Second word.' }, 'p2')
    .unit('part', { ru: 'Третье слово.' }, 'p3')
    .build();

test('typing goes into the live column only', () => {
  const hand = openHand(bill()).caret('p1', 'ru', 6).types(' ещё');
  expect(hand.text('p1', 'ru')).toBe('Первое ещё слово.');
  expect([hand.text('p1', 'ky'), hand.text('p1', 'en')]).toEqual(['Биринчи сөз.', 'First word.']);
});

test('the first key makes the other languages stale, in the same edit, and later keys do not repeat it', () => {
  const hand = openHand(bill()).caret('p1', 'ru', 0).types('ав');
  expect(hand.edits.map((edit) => edit.operations.map((operation) => operation.type))).toEqual([
    ['set_node', 'insert_text'],
    ['insert_text'],
  ]);
  expect(hand.states('p1')).toEqual(['stale', 'drafted', 'stale']);
});

test('Enter splits in the live language, keeps the id with the words before, and begins the others empty', () => {
  const hand = openHand(bill()).caret('p1', 'ru', 6).enter();
  expect(hand.outline()).toEqual(['a article', 'p1 part', 'new-000001 part', 'p2 part', 'p3 part']);
  expect([hand.text('p1', 'ru'), hand.text('new-000001', 'ru')]).toEqual(['Первое', ' слово.']);
  expect([hand.text('p1', 'ky'), hand.text('new-000001', 'ky')]).toEqual(['Биринчи сөз.', '']);
  expect(hand.where()).toEqual({ unit: 'new-000001', language: 'ru', offset: 0 });
});

test('Enter at the end of a heading begins the kind that follows it', () => {
  const hand = openHand(bill()).caret('a', 'ky', 4).enter();
  expect(hand.outline()[1]).toBe('new-000001 part');
});

test('Enter at the start of a text puts an empty unit before it and the words keep their id', () => {
  const hand = openHand(bill()).caret('p2', 'en', 0).enter();
  expect(hand.outline()).toEqual(['a article', 'p1 part', 'new-000001 part', 'p2 part', 'p3 part']);
  expect(hand.text('p2', 'en')).toBe('Second word.');
  expect(hand.where()).toEqual({ unit: 'p2', language: 'en', offset: 0 });
});

test('Shift+Enter begins a paragraph without a number, whatever it stands in', () => {
  const hand = openHand(bill()).caret('p1', 'ru', 6);
  hand.does(({ parts }) => parts.slate.insertSoftBreak());
  expect(hand.outline()[2]).toBe('new-000001 paragraph');
  expect([hand.text('p1', 'ru'), hand.text('new-000001', 'ru')]).toEqual(['Первое', ' слово.']);
});

test('Enter in a citation leaves it where it is and takes what follows', () => {
  const hand = openHand(bill()).caret('p1', 'ru', 12);
  hand.editor.insertCitation({ act: 'military-status-1992', pinpoint: {}, languages: 'active' });
  hand.does(({ parts }) => Transforms.select(parts.slate, { path: [1, 1, 1, 0], offset: 0 })).enter();
  const shape = hand.units()[1]?.children[1].children.map((one) => ('text' in one ? one.text : one.type));
  expect(shape).toEqual(['Первое слово ', 'citation', '']);
  expect(hand.text('new-000001', 'ru')).toBe('.');
});

test('Enter in an empty point steps outward', () => {
  const hand = openHand(aDraft().unit('article', 'А', 'a').unit('part', 'Б', 'p').unit('point', '', 'q').build());
  hand.caret('q', 'ru').enter();
  expect(hand.outline()).toEqual(['a article', 'p part', 'q part']);
});

test('Backspace at the start joins the units in every language and keeps the first id', () => {
  const hand = openHand(bill()).caret('p2', 'ru', 0).backspace();
  expect(hand.outline()).toEqual(['a article', 'p1 part', 'p3 part']);
  expect(hand.text('p1', 'ky')).toBe('Биринчи сөз.Экинчи сөз.');
  expect(hand.text('p1', 'ru')).toBe('Первое слово.Второе слово.');
  expect(hand.text('p1', 'en')).toBe('First word.Second word.');
  expect(hand.where()).toEqual({ unit: 'p1', language: 'ru', offset: 13 });
});

test('joining level texts leaves them level; a language that lacks one of the two is stale', () => {
  const level = openHand(bill()).caret('p2', 'ru', 0).backspace();
  expect(level.states('p1')).toEqual(['drafted', 'drafted', 'drafted']);
  const lacking = openHand(bill()).caret('p3', 'ru', 0).backspace();
  expect(lacking.states('p2')).toEqual(['stale', 'drafted', 'stale']);
});

test('no text of a join falls behind its beginning: what it lacks moves the others ahead', () => {
  const hand = openHand(bill()).caret('p3', 'ru', 0).backspace();
  expect(hand.units()[2]?.children.map(({ rev }) => rev ?? 0)).toEqual([0, 1, 0]);
});

test('a joined text is approved only where both were', () => {
  const hand = openHand(bill()).caret('p1', 'ky', 2);
  hand.editor.approve();
  hand.caret('p1', 'ru', 2);
  hand.editor.approve();
  hand.caret('p2', 'ru', 0);
  hand.editor.approve();
  expect(hand.backspace().states('p1')).toEqual(['drafted', 'approved', 'drafted']);
});

test('a text that begins with a citation and is joined to an empty one keeps the caret before the citation', () => {
  const cited = aDraft()
    .unit('article', { ky: 'Укук', ru: 'Право', en: 'Right' }, 'a')
    .unit('part', { ky: 'Сөз.', ru: '' }, 'p1')
    .unit('part', { ru: ' действует.' }, 'p2')
    .build();
  const hand = openHand(cited).caret('p2', 'ru', 0);
  hand.editor.insertCitation({ act: 'military-status-1992', pinpoint: {}, languages: 'active' });
  hand.caret('p2', 'ru', 0).backspace();
  expect(hand.where()).toEqual({ unit: 'p1', language: 'ru', offset: 0 });
  hand.types('Да');
  const texts = hand.units()[1]?.children[1].children.map((inline) => ('text' in inline ? inline.text : inline.type));
  expect(texts).toEqual(['Да', 'citation', ' действует.']);
});

test('Delete at the end joins the unit that follows', () => {
  const hand = openHand(bill()).caret('p1', 'en', 11).del();
  expect(hand.text('p1', 'en')).toBe('First word.Second word.');
  expect(hand.text('p1', 'ru')).toBe('Первое слово.Второе слово.');
});

test('of an empty unit and a full one the full one stays, with its id and kind', () => {
  const hand = openHand(bill()).caret('p2', 'ru', 0).enter().backspace();
  expect(hand.outline()).toEqual(['a article', 'p1 part', 'p2 part', 'p3 part']);
  expect(hand.text('p2', 'ky')).toBe('Экинчи сөз.');
});

test('typing over several units keeps the other languages', () => {
  const hand = openHand(bill()).select(['p1', 7], ['p3', 7], 'ru').types('и');
  expect(hand.text('p1', 'ru')).toBe('Первое ислово.');
  expect(hand.outline()).toEqual(['a article', 'p1 part', 'p2 part']);
  expect([hand.text('p2', 'ky'), hand.text('p2', 'ru'), hand.text('p2', 'en')]).toEqual([
    'Экинчи сөз.',
    '',
    'Second word.',
  ]);
});

test('a selection that ends at the start of the next unit, as after a triple click, takes only its own text', () => {
  const hand = openHand(bill()).select(['p1', 0], ['p2', 0], 'ru').backspace();
  expect([hand.text('p1', 'ru'), hand.text('p2', 'ru')]).toEqual(['', 'Второе слово.']);
});

test('a selection that ends before a note of the drafter takes no letter of the note', () => {
  const draft = aDraft().unit('part', 'Первое.', 'p').unit('note', 'Проверить.', 'n').build();
  const hand = openHand(draft).select(['p', 2], ['n', 0], 'ru').types('ү');
  expect([hand.text('p', 'ru'), hand.text('n', 'ru')]).toEqual(['Пеү', 'Проверить.']);
});

test('a selection never leaves the live column', () => {
  const hand = openHand(bill()).caret('p1', 'ru', 3);
  hand.does(({ parts }) =>
    parts.slate.select({ anchor: { path: [1, 1, 0], offset: 2 }, focus: { path: [2, 2, 0], offset: 4 } }),
  );
  expect(hand.parts.slate.selection?.focus).toEqual({ path: [2, 1, 0], offset: 13 });
});

test('a blank that is typed over becomes plain text', () => {
  const draft = aDraft()
    .unit('part', { ru: [{ text: 'более ' }, { text: '… лет', blank: true }, { text: ' службы' }] }, 'p')
    .build();
  const hand = openHand(draft).select(['p', 6], ['p', 11], 'ru').types('10 лет');
  expect(hand.units()[0]?.children[1].children).toEqual([{ text: 'более 10 лет службы' }]);
});

test('demoting, moving and removing are one edit each and keep the caret in its unit', () => {
  const hand = openHand(bill()).caret('p2', 'ky', 3);
  const before = hand.edits.length;
  expect(hand.editor.demote()).toBe(true);
  expect(hand.outline()[2]).toBe('p2 point');
  expect(hand.editor.promote()).toBe(true);
  expect(hand.editor.moveUp()).toBe(true);
  expect(hand.outline()).toEqual(['a article', 'p2 part', 'p1 part', 'p3 part']);
  expect(hand.where()).toEqual({ unit: 'p2', language: 'ky', offset: 3 });
  expect(hand.editor.removeUnit()).toBe(true);
  expect(hand.outline()).toEqual(['a article', 'p1 part', 'p3 part']);
  expect(hand.edits.length - before).toBe(4);
});

test('a provision that is repealed while the caret is in it, and one that goes, leave the caret where it belongs', () => {
  const repealed = openHand(bill()).caret('p2', 'ru', 3);
  repealed.editor.apply((units) => repeal(units, forms, ['p2']));
  expect(repealed.where()).toEqual({ unit: 'p2', language: 'ru', offset: 0 });
  const gone = openHand(bill()).caret('p2', 'ru', 3);
  gone.editor.apply((units) => removeBlocks(units, ['p2']));
  expect(gone.where()).toEqual({ unit: 'p3', language: 'ru', offset: 0 });
});

test('a citation goes to the caret, and before the full stop of the other languages', () => {
  const hand = openHand(bill()).caret('p1', 'ru', 12);
  expect(
    hand.editor.insertCitation({ act: 'military-status-1992', pinpoint: { article: ['12'] }, languages: 'all' }),
  ).toBe(true);
  const shape = (hand.units()[1]?.children ?? []).map((cell) =>
    cell.children.map((inline) => ('text' in inline ? inline.text : inline.type)),
  );
  expect(shape).toEqual([
    ['Биринчи сөз ', 'citation', '.'],
    ['Первое слово ', 'citation', '.'],
    ['First word ', 'citation', '.'],
  ]);
  expect(hand.types('и').text('p1', 'ru')).toBe('Первое слово и.');
});

test('approving a text, and editing it, takes the approval back', () => {
  const hand = openHand(bill()).caret('p1', 'ky', 2);
  expect(hand.editor.approve()).toBe(true);
  expect(hand.states('p1')[0]).toBe('approved');
  hand.types('а');
  expect(hand.states('p1')[0]).toBe('drafted');
});

test('a stale text is level again once a person says so', () => {
  const hand = openHand(bill()).caret('p1', 'ru', 0).types('а').caret('p1', 'ky', 0);
  expect(hand.editor.confirmUpToDate()).toBe(true);
  expect(hand.states('p1')[0]).toBe('drafted');
  expect(hand.editor.confirmUpToDate()).toBe(false);
});

test('a reference or citation put in before a word is parted from it, and typing goes on right behind it', () => {
  const hand = openHand(bill()).caret('p1', 'ru', 7);
  expect(hand.editor.insertReference(['p2'])).toBe(true);
  expect(hand.text('p1', 'ru')).toBe('Первое  слово.');
  expect(hand.units()[1]?.children[1].children.at(-1)).toEqual({ text: ' слово.' });
  hand.types(',');
  expect(hand.units()[1]?.children[1].children.at(-1)).toEqual({ text: ', слово.' });
  hand.caret('p1', 'en', 5);
  hand.editor.insertReference(['p2']);
  expect(hand.units()[1]?.children[2].children.at(-1)).toEqual({ text: ' word.' });
});
