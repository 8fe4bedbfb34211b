import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../core/draft/types.ts';
import { importLimits } from '../../../electron/import/limits.ts';
import { readWords } from '../../../electron/import/read-words.ts';
import { allAtOnce } from '../../../renderer/editor/clipboard/pieces.ts';
import { plainTables, unitsOfPaste } from '../../../renderer/editor/clipboard/tables.ts';
import { wordsOf } from '../../../renderer/insert-file/plan.ts';
import { aFullDraft, makeExport } from '../../word/export-support.ts';
import { bytesOf, docx, paragraph } from './foreign-files.ts';

function foreign(name: string): Uint8Array {
  return readFileSync(path.join(import.meta.dirname, '../../fixtures/foreign', name));
}

/** Kinds with their words, the languages of a row side by side, and what was told. */
async function readAs(bytes: Uint8Array, name = 'bill') {
  const read = await readWords(bytes, name);
  if (!read.ok) throw new Error(read.error);
  const { paragraphs, notices } = read.value;
  const units = allAtOnce(unitsOfPaste(paragraphs));
  return {
    units,
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

  test('in three columns with the languages beside each other, its comments told by whose they are', async () => {
    const draft = aFullDraft();
    const exported = await makeExport(draft, { language: 'parallel', profile: 'review' });
    const { units, lines, told, tables } = await readAs(exported.bytes);
    expect(units.map(({ kind }) => kind)).toEqual(kindsOf(draft));
    expect(lines[0]).toBe('title: Өргүү жөнүндө | Об отпуске | On leave');
    expect(lines.at(-2)).toBe('point:  | согласно настоящей статье; и иначе | ');
    expect(told.find((line) => line.startsWith('comments-left-out'))).toContain('Айгүл Асанова');
    expect(tables).toBe(0);
  });
});

describe('a document of another program', () => {
  test('keeps labels, marks, lists and notes, and tells of comments, tracked changes and what a bill cannot hold', async () => {
    const { lines, told, tables, units } = await readAs(foreign('pandoc.docx'));
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
    expect(units[1]?.number).toBe('5-1');
    expect(units[3]?.inlines).toContainEqual({ text: '2', superscript: true });
    expect(units[3]?.inlines).toContainEqual({ text: 'по договору', italic: true });
    expect(told).toEqual([
      'comments-left-out 1 (Петрова)',
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
      told: ['comments-left-out 1', 'deletions-left-out 1', 'hidden-left-out 1', 'strikes-left-out 1'],
    });
    const html = '<html><body><h2>Статья 3. Право</h2><p>Слово <em>важное</em><del>лишнее</del>.</p></body></html>';
    expect(await readAs(bytesOf(html))).toMatchObject({
      lines: ['article: Право', 'paragraph: Слово важное.'],
      told: ['deletions-left-out 1'],
    });
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

test('the limits of every foreign file hold: a paragraph and a document too long are refused', async () => {
  const fate = async (bytes: Uint8Array, limits: Partial<Record<keyof typeof importLimits, number>>) => {
    const read = await readWords(bytes, 'x', { ...importLimits, ...limits });
    return read.ok ? 'read' : read.error;
  };
  const two = docx(paragraph('first') + paragraph('second'));
  expect([await fate(two, { lines: 2 }), await fate(two, { lines: 1 })]).toEqual(['read', 'too-many']);
  expect([await fate(two, { line: 6 }), await fate(two, { line: 5 })]).toEqual(['read', 'too-large']);
  expect(await fate(docx(paragraph('7')), {})).toBe('no-text');
  expect(await fate(bytesOf('%PDF-1.7'), {})).toBe('pdf');
});
