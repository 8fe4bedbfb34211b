import { expect, test } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import type { Notice } from '../../../core/base/notice.ts';
import { aDraft } from '../../support/builder.ts';
import { type Hand, openHand } from './harness.ts';

const structured = '<p>Статья 7. Ключи</p><p>1. Их сдают.</p>';

function rows(hand: Hand): readonly string[] {
  return hand
    .units()
    .map(({ id, kind }) => `${kind}: ${languages.map((language) => hand.text(id, language)).join(' | ')}`);
}

function told(hand: Hand): readonly string[] {
  const codes: string[] = [];
  hand.editor.onNotices((notices: readonly Notice[]) =>
    codes.push(notices.map(({ code, params }) => `${code} ${params?.count}`).join()),
  );
  return codes;
}

test('structure pasted into an empty unit takes its place and its id', () => {
  const hand = openHand(aDraft().unit('part', { ru: 'До.' }, 'p1').unit('part', {}, 'p2').build());
  hand.caret('p2', 'ru').paste(structured, 'text/html');
  expect(rows(hand)).toEqual(['part:  | До. | ', 'article:  | Ключи | ', 'part:  | Их сдают. | ']);
  expect(hand.units()[1]?.id).toBe('p2');
  expect(hand.where()).toMatchObject({ language: 'ru', offset: 9 });
});

test('structure pasted at the end of a text follows it, at its start comes before it, in its middle parts it', () => {
  const open = (offset: number) => {
    const hand = openHand(aDraft().unit('part', { ky: 'Сөз.', ru: 'Раз два.' }, 'p1').build());
    return hand.caret('p1', 'ru', offset).paste(structured, 'text/html');
  };
  expect(rows(open(8))).toEqual(['part: Сөз. | Раз два. | ', 'article:  | Ключи | ', 'part:  | Их сдают. | ']);
  expect(rows(open(0))).toEqual(['article:  | Ключи | ', 'part:  | Их сдают. | ', 'part: Сөз. | Раз два. | ']);
  expect(rows(open(4))).toEqual(['part: Сөз. | Раз  | ', 'article:  | Ключи | ', 'part:  | Их сдают.два. | ']);
});

test('pasting over a selection is one edit and one step of undo', () => {
  const hand = openHand(
    aDraft()
      .unit('part', { ru: 'Раз.' }, 'p1')
      .unit('part', { ru: 'Два.' }, 'p2')
      .unit('part', { ru: 'Три.' }, 'p3')
      .build(),
  );
  const before = hand.units();
  hand.select(['p1', 2], ['p3', 2], 'ru').paste(structured, 'text/html');
  expect(rows(hand)).toEqual(['part:  | Ра | ', 'article:  | Ключи | ', 'part:  | Их сдают.и. | ']);
  expect(hand.edits).toHaveLength(1);
  hand.does(({ editor }) => editor.undo());
  expect(hand.units()).toEqual(before);
  hand.does(({ editor }) => editor.redo());
  expect(rows(hand)).toEqual(['part:  | Ра | ', 'article:  | Ключи | ', 'part:  | Их сдают.и. | ']);
});

test('rows of a trilingual table are units of which no language is behind', () => {
  const table =
    '<table><tr><td>Закон и право в стране</td><td>Бул мыйзам жана укук жөнүндө</td><td>The law and the right of the person</td></tr></table>';
  const hand = openHand(aDraft().unit('part', { ru: 'До.' }, 'p1').build());
  hand.caret('p1', 'ru', 3).paste(table, 'text/html');
  expect(rows(hand)[1]).toBe(
    'part: Бул мыйзам жана укук жөнүндө | Закон и право в стране | The law and the right of the person',
  );
  expect(hand.states(hand.units()[1]?.id ?? '')).toEqual(['drafted', 'drafted', 'drafted']);
});

test('bold words go into the middle of a sentence as bold words', () => {
  const hand = openHand(aDraft().unit('part', { ru: 'а в' }, 'p1').build());
  hand.caret('p1', 'ru', 1).paste('<!--StartFragment--><b>и</b> б<!--EndFragment-->', 'text/html');
  expect(hand.units()[0]?.children[1].children).toEqual([{ text: 'а' }, { text: 'и', bold: true }, { text: ' б в' }]);
});

test('numbers that come out otherwise than they were typed are told, and those that do not are not', () => {
  const hand = openHand(aDraft().unit('part', { ru: 'До.' }, 'p1').build());
  const notices = told(hand);
  hand.caret('p1', 'ru', 3).paste(structured, 'text/html');
  hand.does(({ editor }) => editor.undo()).caret('p1', 'ru', 3);
  hand.paste(structured.replace('7', '1'), 'text/html');
  expect(notices).toEqual(['editor.numbers-differ 1', '']);
});

test('repaired letters are told after the edit has been made, and undo brings the text back as it was', () => {
  const hand = openHand(aDraft().unit('part', { ky: 'Башы.' }, 'p1').build());
  const notices = told(hand);
  const versions: number[] = [];
  hand.editor.onNotices(() => versions.push(hand.editor.state().version));
  hand.caret('p1', 'ky', 5).paste(' Кењеш јзі жана мыйзам');
  expect(hand.text('p1', 'ky')).toBe('Башы. Кеңеш өзү жана мыйзам');
  expect([notices, versions]).toEqual([['editor.letters-repaired 3'], [1]]);
  hand.does(({ editor }) => editor.undo());
  expect(hand.text('p1', 'ky')).toBe('Башы.');
});

test('a refused paste changes nothing, the selection neither', () => {
  const hand = openHand(aDraft().unit('part', { ru: 'Раз два.' }, 'p1').build());
  const notices = told(hand);
  hand.select(['p1', 0], ['p1', 3], 'ru').paste('а\n'.repeat(20_001));
  expect([hand.text('p1', 'ru'), hand.edits, notices]).toEqual(['Раз два.', [], ['editor.paste-too-large undefined']]);
});
