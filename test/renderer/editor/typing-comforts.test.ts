import { describe, expect, test } from 'vitest';
import type { Language } from '../../../core/base/language.ts';
import { comfortFor } from '../../../renderer/editor/typing-rules.ts';
import { aDraft } from '../../support/builder.ts';
import { openHand } from './harness.ts';

/** The text after its last sign was typed; `|` is the caret, `~` a no-break space. */
function typed(written: string, language: Language): string {
  const [before = '', after = ''] = written.replaceAll('~', '\u00a0').split('|');
  const comfort = comfortFor(before, after.slice(0, 1), language);
  const result = comfort ? before.slice(0, before.length - comfort.length) + comfort.text : before;
  return (result + after).replaceAll('\u00a0', '~');
}

describe('quotes become those of the language', () => {
  test.each<[Language, string, string]>([
    ['ru', '"', '«'],
    ['ru', 'слово "', 'слово «'],
    ['ru', '«слово"', '«слово»'],
    ['ru', '«слово "', '«слово „'],
    ['ru', '«слово „два"', '«слово „два“'],
    ['ru', '«слово „два“"', '«слово „два“»'],
    ['ru', '("', '(«'],
    ['ru', '"|слово', '«слово'],
    ['ky', 'Мыйзам "', 'Мыйзам «'],
    ['ky', '«Мыйзам"', '«Мыйзам»'],
    ['en', 'the "', 'the “'],
    ['en', 'the “law"', 'the “law”'],
    ['en', 'the “law "', 'the “law ‘'],
    ['en', 'the “law ‘now"', 'the “law ‘now’'],
  ])('%s: %s', (language, before, after) => expect(typed(before, language)).toBe(after));
});

describe('dashes and no-break spaces', () => {
  test.each<[Language, string, string]>([
    ['ru', 'слово --', 'слово –'],
    ['ru', 'слово ---', 'слово ---'],
    ['ru', 'закон № 5', 'закон №~5'],
    ['ru', 'закон №5', 'закон №~5'],
    ['ru', 'закона №', 'закона~№'],
    ['ru', '25 июля ', '25~июля '],
    ['ru', '25 июля, ', '25 июля, '],
    ['ru', '500 сомов.', '500~сомов.'],
    ['ru', '1 500 000 сомов ', '1~500~000~сомов '],
    ['ru', '12 сомнений ', '12 сомнений '],
    ['ru', '25 июльских ', '25 июльских '],
    ['ky', '500 сомдук ', '500~сомдук '],
    ['ky', '5 марттан ', '5~марттан '],
    ['ky', '25 июля ', '25~июля '],
    ['ky', '5 киши ', '5 киши '],
    ['en', '25 July ', '25~July '],
    ['en', '500 soms.', '500~soms.'],
    ['en', '500 сомов ', '500 сомов '],
  ])('%s: %s', (language, before, after) => expect(typed(before, language)).toBe(after));
});

test('Ctrl+Z right after gives back what was typed, and again Ctrl+Z takes the typing back', () => {
  const hand = openHand(aDraft().unit('part', { ru: 'Закон' }, 'p').build());
  const undo = () => hand.does(({ editor }) => editor.undo()).text('p', 'ru');
  hand.caret('p', 'ru', 5).types(' "');
  expect(hand.text('p', 'ru')).toBe('Закон «');
  expect(hand.where().offset).toBe(7);
  expect(undo()).toBe('Закон "');
  hand.types('О"');
  expect(hand.text('p', 'ru')).toBe('Закон "О»');
  expect([undo(), undo(), undo()]).toEqual(['Закон "О"', 'Закон ', 'Закон']);
});

test('what is typed after a comfort is taken back before it', () => {
  const hand = openHand(aDraft().unit('part', { ru: '' }, 'p').build());
  hand.caret('p', 'ru').types('"Закон');
  hand.does(({ editor }) => editor.undo());
  expect(hand.text('p', 'ru')).toBe('«');
});

test('redo makes the comfort again, and each language has its own', () => {
  const hand = openHand(aDraft().unit('part', {}, 'p').build());
  hand.caret('p', 'en').types('"law"').caret('p', 'ky').types('"мыйзам"');
  expect([hand.text('p', 'en'), hand.text('p', 'ky')]).toEqual(['“law”', '«мыйзам»']);
  hand.does(({ editor }) => editor.undo()).does(({ editor }) => editor.redo());
  expect(hand.text('p', 'ky')).toBe('«мыйзам»');
});

test('marks and comments stay with the words around a comfort', () => {
  const hand = openHand(
    aDraft()
      .unit('part', { ru: [{ text: 'статья №', bold: true }, { text: ' далее' }] }, 'p')
      .build(),
  );
  hand.caret('p', 'ru', 8).types(' 5');
  expect(hand.units()[0]?.children[1].children).toEqual([{ text: 'статья №\u00a05', bold: true }, { text: ' далее' }]);
});

test('pasted text passes unchanged', () => {
  const hand = openHand(aDraft().unit('part', {}, 'p').build());
  hand.caret('p', 'ru').paste('"');
  expect(hand.text('p', 'ru')).toBe('"');
});

test('what is put in elsewhere than at the caret changes nothing there', () => {
  const hand = openHand(aDraft().unit('part', 'Слово. Ещё', 'p').unit('part', 'Другое', 'q').build()).caret(
    'p',
    'ru',
    6,
  );
  hand.types('"').editor.undo();
  expect(hand.text('p', 'ru')).toBe('Слово." Ещё');
  hand.parts.slate.insertText('"', { at: { path: [1, 1, 0], offset: 0 } });
  expect([hand.text('p', 'ru'), hand.text('q', 'ru')]).toEqual(['Слово." Ещё', '"Другое']);
});
