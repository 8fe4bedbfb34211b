import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../core/draft/types.ts';
import { readWords } from '../../../electron/import/read-words.ts';
import { allAtOnce } from '../../../renderer/editor/clipboard/pieces.ts';
import { plainTables, unitsOfPaste } from '../../../renderer/editor/clipboard/tables.ts';
import { commentsWithoutPlace } from '../../../renderer/insert-file/file-comments.ts';
import { wordsOf } from '../../../renderer/insert-file/plan.ts';
import { aFullDraft, makeExport } from '../../word/export-support.ts';
import { bytesOf, docx, fateOfWords, paragraph } from './foreign-files.ts';

function foreign(name: string): Uint8Array {
  return readFileSync(path.join(import.meta.dirname, '../../fixtures/foreign', name));
}

/** Kinds with their words, the languages of a row side by side, and what was told. */
async function readAs(bytes: Uint8Array, name = 'bill') {
  const read = await readWords(bytes, name);
  if (!read.ok) throw new Error(read.error);
  const { paragraphs, notices, comments = [] } = read.value;
  const units = allAtOnce(unitsOfPaste(paragraphs));
  return {
    units,
    comments,
    lines: units.map(
      (unit) =>
        `${unit.kind ?? '?'}: ${wordsOf(unit)
          .map(({ text }) => text)
          .join(' | ')}`,
    ),
    told: notices.map(({ code, params }) => `${code.slice('import.'.length)} ${params?.count}${params?.by}`),
    tables: plainTables(paragraphs),
  };
}

const kindsOf = ({ units }: Draft): readonly string[] =>
  units.map(({ kind }) => kind as string).filter((kind) => kind !== 'note');

describe('a document of our own comes back', () => {
  test('in one language with each provision of its kind, and without the words over every bill', async () => {
    const draft = aFullDraft();
    const { lines, told, units } = await readAs((await makeExport(draft)).bytes);
    expect(lines.map((line) => line.split(':')[0])).toEqual(kindsOf(draft));
    expect(lines[0]).toBe('title: Об отпуске');
    expect(told).toContain('own-words-left-out 2');
    expect(units.some(({ inlines }) => inlines.some((inline) => 'bold' in inline || 'italic' in inline))).toBe(true);
  });

  test('in three columns with the languages beside each other, its comments on their words', async () => {
    const draft = aFullDraft();
    const exported = await makeExport(draft, { language: 'parallel', profile: 'review' });
    const { units, lines, told, tables, comments } = await readAs(exported.bytes);
    expect(units.map(({ kind }) => kind)).toEqual(kindsOf(draft));
    expect(lines[0]).toBe('title: Өргүү жөнүндө | Об отпуске | On leave');
    expect(lines.at(-2)).toBe('point:  | согласно настоящей статье; и иначе | ');
    expect(told.some((line) => line.startsWith('comments'))).toBe(false);
    // A comment that had lost its place stands in Word with the words that it once stood on above its own.
    const said = (threads: Draft['comments'] | typeof comments) =>
      threads.map(({ resolved, messages }) => ({
        resolved,
        texts: messages.map(({ text }) => text.split('\n').at(-1)),
      }));
    expect(said(comments)).toEqual(expect.arrayContaining(said(draft.comments)));
    expect(comments.flatMap(({ messages }) => messages.map(({ author }) => author))).toContain('Айгүл Асанова');
    expect(tables).toBe(0);
  });
});

describe('a document of another program', () => {
  test('keeps labels, marks, lists and notes, brings comments, and tells of tracked changes and what a bill cannot hold', async () => {
    const { lines, told, tables, units, comments } = await readAs(foreign('pandoc.docx'));
    expect(lines).toEqual([
      'chapter: Жильё сотрудников',
      'article: Служебное жильё',
      'part: Сотрудник получает жильё на время службы в порядке, установленном статьёй 12 Закона Кыргызской Республики «О статусе военнослужащих».',
      'part: Жильё дают в десять дней, площадью 30 м2, по договору.1 Ключи сдают.',
      'part: Порядок таков:',
      'point: сотрудник просит;',
      'point: комиссия решает.',
      'paragraph: Вид',
      'paragraph: Метры',
      'paragraph: Комната',
      'paragraph: 18',
      'paragraph: Конец текста.',
      'paragraph: 1 Это текст сноски.',
    ]);
    expect(comments).toMatchObject([{ resolved: false, messages: [{ author: 'Петрова' }] }]);
    expect(commentsWithoutPlace(units, comments)).toEqual([]);
    expect(units[1]?.number).toBe('5-1');
    expect(units[3]?.inlines).toContainEqual({ text: '2', superscript: true });
    expect(units[3]?.inlines).toContainEqual({ text: 'по договору', italic: true });
    expect(told).toEqual([
      'deletions-left-out 1 (Асанов)',
      'insertions-came-along 1 (Асанов)',
      'footnotes-came-along 1',
      'strikes-left-out 1',
    ]);
    expect(tables).toBe(1);
  });

  test('with a table of two languages gives rows of two languages', async () => {
    const { lines } = await readAs(foreign('libreoffice.docx'));
    expect(lines.slice(1)).toEqual([
      'chapter: Турак жай | Жильё',
      'article: Кызматтык турак жай жана аны берүү тартиби | Служебное жильё и порядок его предоставления',
      'part: Кызматкер турак жайды бекер алат. | Сотрудник получает жильё бесплатно и на время службы.',
    ]);
  });

  test('in RTF and HTML keeps italics and tells of what was deleted, struck out and hidden', async () => {
    const rtf = String.raw`{\rtf1\ansi Plain {\i slanted} {\deleted gone}{\strike struck} {\v hidden}{\*\annotation said}\par}`;
    expect(await readAs(bytesOf(rtf))).toMatchObject({
      lines: ['?: Plain slanted struck'],
      told: ['deletions-left-out 1', 'hidden-left-out 1', 'strikes-left-out 1'],
    });
    const html = '<html><body><h2>Статья 3. Право</h2><p>Слово <em>важное</em><del>лишнее</del>.</p></body></html>';
    expect(await readAs(bytesOf(html))).toMatchObject({
      lines: ['article: Право', 'paragraph: Слово важное.'],
      told: ['deletions-left-out 1'],
    });
  });

  test('in RTF brings comments on their words, with author, date and paragraphs, as Word and LibreOffice write them', async () => {
    // 2026-11-20 14:05, packed as RTF packs it.
    const date = 5 | (14 << 6) | (20 << 11) | (11 << 16) | (126 << 20);
    const named = String.raw`{\*\atnid PA}{\*\atnauthor \u1055?\u1077?\u1090?\u1088?\u1086?\u1074?\u1072?}\chatn `;
    const words = String.raw`{\*\annotation{\*\atndate ${date}}{\*\atnref 7}\pard\plain {\field{\*\fldinst X}}Why {\b here}?\par And so.}`;
    const without = String.raw`{\*\annotation No number.}`;
    const inHeader = String.raw`{\header {\*\atnauthor B}Head{\*\annotation In the margin.}}`;
    const rtf = String.raw`{\rtf1\ansi ${inHeader}Staff get {\*\atrfstart 7}free flats{\*\atrfend 7}${named}${words} now.\par Next${without} one.\par}`;
    const { lines, told, comments } = await readAs(bytesOf(rtf));
    expect(lines).toEqual(['?: Staff get free flats now.', '?: Next one.']);
    expect(told.filter((one) => one.startsWith('comments'))).toEqual([]);
    expect(comments.map(({ quote, resolved, messages }) => ({ quote, resolved, messages }))).toEqual([
      { quote: '', resolved: false, messages: [{ author: 'B', at: '', text: 'In the margin.' }] },
      {
        quote: 'free flats',
        resolved: false,
        messages: [{ author: 'Петрова', at: '2026-11-20T14:05:00.000Z', text: 'Why here?\nAnd so.' }],
      },
      { quote: '', resolved: false, messages: [{ author: '', at: '', text: 'No number.' }] },
    ]);
  });

  test('in RTF brings the answers to a comment into its thread, by Word’s sign and by number, and none into another', async () => {
    const remark = (id: number, text: string, parent = '') =>
      String.raw`{\*\atrfstart ${id}}word{\*\atrfend ${id}}{\*\annotation{\*\atnref ${id}}${parent && String.raw`{\*\atnparent ${parent}}`}${text}}`;
    const first = `${remark(1, 'First')}${remark(2, 'Answer', '-1')}${remark(3, 'And again', '-1')}`;
    const later = `${remark(4, 'Second')}${remark(5, 'To the first', '1')}${remark(6, 'To nobody', '77')}`;
    const { lines, comments } = await readAs(bytesOf(String.raw`{\rtf1\ansi ${first}${later}\par}`));
    expect(comments.map(({ quote, messages }) => [quote, ...messages.map(({ text }) => text)])).toEqual([
      ['word', 'First', 'Answer', 'And again', 'To the first'],
      ['word', 'Second'],
      ['word', 'To nobody'],
    ]);
    expect(lines).toEqual(['?: wordwordwordwordwordword']);
  });

  test('of plain text joins the lines that were broken for want of room', async () => {
    const text =
      'Статья 1. Право на жильё и порядок его предоставления лицам\n1. Сотрудник милиции имеет право на жильё в течение всего\nвремени своей службы.\nа) первое;\n';
    expect((await readAs(bytesOf(text))).lines).toEqual([
      'article: Право на жильё и порядок его предоставления лицам',
      'part: Сотрудник милиции имеет право на жильё в течение всего времени своей службы.',
      'subpoint: первое;',
    ]);
  });
});

test('what has no words, or is no text, is refused', async () => {
  expect(await fateOfWords(docx(paragraph('7')))).toBe('no-text');
  expect(await fateOfWords(bytesOf('%PDF-1.7'))).toBe('pdf');
});

describe('the comments of a Word file', () => {
  const range = (id: string, words: string) =>
    `<w:commentRangeStart w:id="${id}"/><w:r><w:t>${words}</w:t></w:r><w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
  const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const spaces =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';
  const comment = (id: string, words: string, more = 'w:author="Асанов" w:date="2026-02-01T10:00:00Z"') =>
    `<w:comment w:id="${id}" ${more}><w:p w14:paraId="0000000${id}"><w:r><w:t>${words}</w:t></w:r></w:p></w:comment>`;
  const parts = (comments: string, extended = '') => ({
    'word/comments.xml': `<w:comments ${spaces}>${comments}</w:comments>`,
    'word/commentsExtended.xml': `<w15:commentsEx ${spaces}>${extended}</w15:commentsEx>`,
  });

  test('keep their words, author, date, answers and whether they are resolved', async () => {
    const body = `<w:p>${run('Сотрудник получает ')}${range('1', 'жильё')}${run(' бесплатно.')}</w:p>`;
    const extended =
      '<w15:commentEx w15:paraId="00000001" w15:done="1"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/>';
    const two = comment('1', 'Какое?') + comment('2', 'Служебное.', 'w:author="Петрова" w:date="2026-02-02T09:30:00"');
    const { comments, units, told } = await readAs(docx(body, parts(two, extended)));
    expect(comments).toEqual([
      {
        id: '1',
        resolved: true,
        quote: 'жильё',
        messages: [
          { author: 'Асанов', at: '2026-02-01T10:00:00.000Z', text: 'Какое?' },
          { author: 'Петрова', at: '2026-02-02T09:30:00.000Z', text: 'Служебное.' },
        ],
      },
    ]);
    expect(units[0]?.inlines).toEqual([
      { text: 'Сотрудник получает ' },
      { text: 'жильё', c_1: true },
      { text: ' бесплатно.' },
    ]);
    expect(told).toEqual([]);
  });

  test('that stand at a place lie on the words before it; those on words that go keep them as their quote', async () => {
    const body = `<w:p>${run('Сотрудник получает жильё.')}<w:r><w:commentReference w:id="1"/></w:r></w:p><w:p>${range('2', 'Статья 5.')}${run(' Право')}</w:p>`;
    const { comments, units } = await readAs(docx(body, parts(comment('1', 'Всё?') + comment('2', 'Номер.', ''))));
    expect(units[0]?.inlines).toEqual([{ text: 'Сотрудник получает жильё.', c_1: true }]);
    expect(commentsWithoutPlace(units, comments)).toEqual([
      { id: '2', resolved: false, quote: 'Статья 5.', messages: [{ author: '', at: '', text: 'Номер.' }] },
    ]);
  });

  test.each([
    [
      'an answer to a comment that is not there',
      comment('1', 'А'),
      '<w15:commentEx w15:paraId="00000001" w15:paraIdParent="0000000F"/>',
    ],
    [
      'comments that answer each other',
      comment('1', 'А'),
      '<w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000001"/>',
    ],
    [
      'an id and a date that are none',
      `${comment('1', 'А')}${comment('x&quot;y', 'Б', 'w:date="2026-99-99T99:99:99Z"')}`,
      '',
    ],
  ])('cost nothing where a file has %s', async (_name, all, extended) => {
    const { comments, units } = await readAs(docx(`<w:p>${range('1', 'Слова закона')}</w:p>`, parts(all, extended)));
    expect(comments.map(({ messages }) => messages[0]?.text)).toContain('А');
    expect(
      commentsWithoutPlace(units, comments).flatMap(({ messages }) => messages.map(({ text }) => text)),
    ).not.toContain('А');
  });

  test('under one id are all kept', async () => {
    const body = `<w:p>${range('1', 'жильё')}</w:p>`;
    const { comments } = await readAs(docx(body, parts(comment('1', 'Какое?') + comment('1', 'Где?'))));
    expect(comments.map(({ messages }) => messages.map(({ text }) => text))).toEqual([['Какое?', 'Где?']]);
  });
});
