import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsText } from '../../../core/draft/text.ts';
import { allAtOnce } from '../../../renderer/editor/clipboard/pieces.ts';
import { readClipboard, sourceOf } from '../../../renderer/editor/clipboard/read.ts';
import type { PastedUnit } from '../../../renderer/editor/paste.ts';
import { aDraft } from '../../support/builder.ts';
import { openHand, transferOf } from './harness.ts';

/* No visible sign of a paste is lost, except typed numbers that became labels and what is told as left out. */

const word = fc.constantFrom(
  'жильё',
  'Ключи',
  'мыйзам',
  'үчүн',
  'the',
  'law',
  '«да»',
  '5',
  '2026',
  '&',
  '<',
  '№',
  'а)',
  '1)',
  '3.',
  '"',
  '--',
);
const label = fc.constantFrom(
  '',
  '',
  '',
  '1. ',
  '12) ',
  'б) ',
  'Статья 5. ',
  '7-берене. ',
  'Глава 2. ',
  'II бөлүм. ',
  'Article 3. ',
  '– ',
);
const piece = fc.record({
  words: fc.array(word, { minLength: 1, maxLength: 5 }),
  mark: fc.constantFrom('', 'b', 'i', 'sup', 'span', 'a'),
});
const paragraph = fc.record({
  label,
  pieces: fc.array(piece, { minLength: 1, maxLength: 4 }),
  element: fc.constantFrom('p', 'div', 'h2', 'li', 'td', 'blockquote'),
});
const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 8 });
type Paragraph = typeof paragraph extends fc.Arbitrary<infer T> ? T : never;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function textOf({ label: typed, pieces }: Paragraph): string {
  return typed + pieces.map(({ words }) => words.join(' ')).join(' ');
}

function htmlOf(paragraph: Paragraph): string {
  const inner = paragraph.pieces.map(({ words, mark }) => {
    const text = escaped(words.join(' '));
    return mark ? `<${mark}>${text}</${mark}>` : text;
  });
  const { element } = paragraph;
  const block = `<${element}>${escaped(paragraph.label)}${inner.join(' ')}</${element}>`;
  return element === 'td' ? `<table><tr>${block}</tr></table>` : block;
}

/** Spaces are layout; everything else counts. */
function signs(text: string): string {
  return text.replace(/\s/gu, '');
}

function signsOf(units: readonly PastedUnit[]): string {
  const words = (inlines: PastedUnit['inlines']) =>
    inlines.map((inline) => ('text' in inline ? inline.text : '')).join('');
  return signs(units.map(({ label: gone = '', inlines }) => gone + words(inlines)).join(''));
}

test('reading loses no sign of the clipboard, in HTML or in plain text', () => {
  fc.assert(
    fc.property(paragraphs, (all) => {
      const expected = signs(all.map(textOf).join(''));
      const html = allAtOnce(readClipboard(sourceOf(transferOf({ 'text/html': all.map(htmlOf).join('\n') })), 'ru'));
      const plain = allAtOnce(readClipboard(sourceOf(transferOf({ 'text/plain': all.map(textOf).join('\n') })), 'ru'));
      expect([signsOf(html.units), signsOf(plain.units)]).toEqual([expected, expected]);
      expect([html.notices, plain.notices]).toEqual([[], []]);
    }),
    { numRuns: 300 },
  );
});

test('pasting anywhere loses no sign of the draft nor of the clipboard, and undo restores the draft', () => {
  fc.assert(
    fc.property(paragraphs, fc.nat({ max: 9 }), fc.boolean(), (all, offset, isHtml) => {
      const hand = openHand(
        aDraft().unit('part', { ky: 'Сөз.', ru: 'Раз, два.' }, 'p1').unit('point', { ru: 'три' }, 'p2').build(),
      );
      const before = hand.units();
      const data = isHtml ? { 'text/html': all.map(htmlOf).join('') } : { 'text/plain': all.map(textOf).join('\n') };
      const { units } = allAtOnce(readClipboard(sourceOf(transferOf(data)), 'ru'));
      hand.caret('p1', 'ru', offset).does(({ parts }) => parts.slate.insertData(transferOf(data)));
      const kept = signs(
        hand
          .units()
          .map(({ children }) => runsText(children[1]))
          .join(''),
      );
      const isAlone = units.length === 1;
      const pastedSigns = signs(
        units.map(({ label: typed = '', inlines }) => (isAlone ? typed : '') + signsOf([{ inlines }])).join(''),
      );
      expect([...kept].toSorted()).toEqual([...signs('Раз, два.три'), ...pastedSigns].toSorted());
      expect(
        hand
          .units()
          .map(({ children }) => runsText(children[0]))
          .join(''),
      ).toBe('Сөз.');
      expect(hand.parts.session.repairs).toBe(0);
      hand.does(({ editor }) => editor.undo());
      expect(hand.units()).toEqual(before);
    }),
    { numRuns: 200 },
  );
});
