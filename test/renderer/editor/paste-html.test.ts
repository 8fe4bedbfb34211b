import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Inline } from '../../../core/draft/types.ts';
import { allAtOnce } from '../../../renderer/editor/clipboard/pieces.ts';
import { readClipboard, sourceOf } from '../../../renderer/editor/clipboard/read.ts';
import type { PastedUnit } from '../../../renderer/editor/paste.ts';
import { transferOf } from './harness.ts';

function fixture(name: string): string {
  return readFileSync(path.join(import.meta.dirname, '../../fixtures/clipboard', `${name}.html`), 'utf8');
}

/** `kind: words`, with **bold**, _italic_ and ^raised^. */
function shown(units: readonly PastedUnit[]): readonly string[] {
  return units.map(({ kind, inlines, cells }) =>
    cells
      ? `${kind}: ${(['ky', 'ru', 'en'] as const).map((language) => words(cells[language] ?? [])).join(' | ')}`
      : `${kind ?? '?'}: ${words(inlines)}`,
  );
}

function words(inlines: readonly Inline[]): string {
  const marked = inlines.map((inline) => {
    if (!('text' in inline)) return `{${inline.type}}`;
    const bold = inline.bold ? '**' : '';
    const italic = inline.italic ? '_' : '';
    const raised = inline.superscript ? '^' : '';
    return `${bold}${italic}${raised}${inline.text}${raised}${italic}${bold}`;
  });
  return marked.join('').replaceAll('\u00a0', '~');
}

function pasted(html: string, language: 'ky' | 'ru' | 'en' = 'ru') {
  const { units, notices } = allAtOnce(
    readClipboard(sourceOf(transferOf({ 'text/html': html, 'text/plain': 'x' })), language),
  );
  return { units: shown(units), notices: notices.map(({ code, params }) => `${code} ${params?.count ?? ''}`.trim()) };
}

test('what Word copies keeps its articles, parts, points and marks, and tells what was left out', () => {
  expect(pasted(fixture('word-list'))).toEqual({
    units: [
      'chapter: Жильё',
      'article: Служебное жильё',
      'part: Жильё получают на _время_ службы:',
      'point: сотрудник;',
      'point: до 30~м^2^ на семью:',
      'subpoint: первый ребёнок;',
      'paragraph: иное.',
      'part: Ключи сдают в десять дней.',
    ],
    notices: [
      'editor.pictures-left-out 1',
      'editor.hidden-left-out 1',
      'editor.deleted-left-out 1',
      'editor.remarks-left-out 1',
    ],
  });
});

test('headings of Word become sections, chapters and articles by label or level', () => {
  expect(pasted(fixture('word-headings'), 'ky').units).toEqual([
    'section: Жалпы жоболор',
    'chapter: Турак жай',
    'article: Кызматтык турак жай',
    'part: Кызматкер турак жай алат.',
    'paragraph: Бул эреже бардыгына тиешелүү.',
    'article: Ачкычтар',
  ]);
});

test('a page of the database gives its structure: headings below their labels, line breaks, sentences that only cite', () => {
  expect(pasted(fixture('ministry-page'))).toEqual({
    units: [
      'chapter: Отпуск и отдых',
      'article: Ежегодный отпуск',
      'part: Отпуск длится 30~дней:',
      'point: для одних~– весь;',
      'point: для других – частями;',
      'paragraph: – по их просьбе.',
      'paragraph: Статья 8 настоящего текста не делится.',
      'paragraph: _(В редакции того, что было раньше)_',
      'article: ',
      'paragraph: Тот, кто не был в отпуске, получает деньги, если он об этом попросил до конца года и если в его части не хватало людей, а также в иных случаях.',
    ],
    notices: [],
  });
});

test('lists of a web page become parts and points, a single level of headings chapters', () => {
  expect(pasted(fixture('web-list'), 'en').units).toEqual([
    'chapter: Leave',
    'part: The leave lasts **thirty** days:',
    'point: in one part;',
    'point: in two parts.',
    'part: It is paid.',
    'paragraph: not for trainees',
  ]);
});

test('a table in three languages becomes units with three cells, in whatever order its columns stand', () => {
  expect(pasted(fixture('trilingual-table'))).toEqual({
    units: [
      'article: Турак жай жана аны алуу тартиби | Жильё и его получение в общем порядке | Housing and the way to receive it',
      'part: Турак жай мөөнөткө жана келишим боюнча берилет: | Жильё дают на срок и по договору: | Housing is given for a term and by contract:',
      'point: кызматкер менен; | с сотрудником; | with the officer;',
      'part: Ачкычтар мөөнөтүндө тапшырылат. | Ключи сдают в срок. | ',
    ],
    notices: ['editor.letters-repaired 2'],
  });
});

test('a column that only counts the rows of such a table is left out', () => {
  const plain = fixture('trilingual-table');
  let row = 0;
  const counted = plain.replaceAll(/<tr>/gu, () => `<tr><td><p>${row++ === 0 ? '№ п/п' : `${row - 1}.`}</p></td>`);
  expect(pasted(counted)).toEqual(pasted(plain));
});

test('any other table becomes paragraphs, row by row', () => {
  expect(pasted(fixture('other-table')).units).toEqual([
    'chapter: Выплаты',
    'paragraph: Звание',
    'paragraph: Доля',
    'paragraph: рядовой',
    'paragraph: один',
    'paragraph: сержант',
    'part: Доля растёт.',
  ]);
});

test('old letters and Latin look-alikes are repaired in the Kyrgyz column, and counted', () => {
  expect(pasted(fixture('old-letters'), 'ky')).toEqual({
    units: [
      '?: Кызматкерлердин укуктары жана жеңилдиктери жөнүндө Үйү, ңч жана Кыргыз Республикасы.',
      '?: XI тизме, IT-кызмат, ҢЧ.',
    ],
    notices: ['editor.letters-repaired 10'],
  });
});

test('the same text in the Russian column stays letter for letter', () => {
  expect(pasted(fixture('old-letters'), 'ru').notices).toEqual([]);
  expect(pasted(fixture('old-letters'), 'ru').units[0]).toContain('жењилдиктери жјнїндј Ійі');
});

test('nothing of a hostile page comes along but its words, and nothing in it is run', () => {
  expect(pasted(fixture('junk'))).toEqual({
    units: ['?: слово', '?: второе', '?: 3 < 5 &lt; &unknown; A\ufffd <3'],
    notices: ['editor.pictures-left-out 3'],
  });
  expect('harmed' in globalThis).toBe(false);
});

test.each([
  ['Раздел II. Льготы', 'section: Льготы'],
  ['II бөлүм. Жеңилдиктер', 'section: Жеңилдиктер'],
  ['2-глава. Турак жай', 'chapter: Турак жай'],
  ['Chapter 2. Housing', 'chapter: Housing'],
  ['5-1-берене. Ачкыч', 'article: Ачкыч'],
  ['Article 5. Keys', 'article: Keys'],
  ['Статья 5.\u00a0Ключи', 'article: Ключи'],
  ['10. Слова.', 'part: Слова.'],
  ['1)\tслова;', 'point: слова;'],
  ['а) слова;', 'subpoint: слова;'],
  ['b) words;', 'subpoint: words;'],
])('the typed label of «%s» goes and makes a unit of its kind', (line, unit) => {
  expect(pasted(`<p>${line}</p><p>дальше</p>`).units[0]).toBe(unit);
});

test.each(['12.05 сутки', '1.1. Слова', '5 лет', 'Статья 5 настоящего Закона', 'А) Слова', '2026 год'])(
  '«%s» begins with no label and keeps every sign',
  (line) => {
    expect(pasted(`<p>${line}</p><p>дальше</p>`).units[0]).toBe(`?: ${line}`);
  },
);

test('endless nesting, unclosed tags and unclosed comments end, and their words stay', () => {
  expect(pasted(`${'<div>'.repeat(50_000)}слово`).units).toEqual(['?: слово']);
  expect(pasted(`слово${'<script>'.repeat(20_000)}конец`).units).toEqual(['?: словоконец']);
  expect(pasted(`слово${'<b '.repeat(20_000)}`).units[0]).toContain('слово');
  expect(pasted('слово<!-- конец').units).toEqual(['?: слово']);
});
