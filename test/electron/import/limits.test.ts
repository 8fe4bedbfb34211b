import { describe, expect, test } from 'vitest';
import { type ImportLimits, type ImportRefusal, importLimits } from '../../../electron/import/limits.ts';
import { readWords } from '../../../electron/import/read-words.ts';
import { bytesOf, docx, fate, fateOfWords, paragraph, space } from './foreign-files.ts';

const article = paragraph('Article 1. Sample');
const nested = (open: string, close: string, times: number) => `${open.repeat(times)}x${close.repeat(times)}`;

test('the limits are those that the security notes name', () => {
  const zip = { entries: 5_000, part: 67_108_864, total: 268_435_456, ratio: 200, ratioFloor: 1_048_576 };
  const markup = { depth: 256, elements: 5_000_000, attributes: 256, tag: 1_048_576, tables: 16, images: 5_000 };
  const words = { groups: 512, lines: 200_000, line: 1_000_000 };
  const remarks = { comments: 10_000, messages: 2_000, remark: 100_000, author: 200 };
  const thread = { heap: 768, time: 30_000 };
  expect(importLimits).toEqual({ file: 104_857_600, ...zip, ...markup, ...words, ...remarks, ...thread });
});

interface Edge {
  readonly file: Uint8Array;
  readonly at: Partial<ImportLimits>;
  readonly past: Partial<ImportLimits>;
  readonly why: ImportRefusal;
}

const large = 'x'.repeat(5_000);
const swollen = docx(article, { 'a.xml': large });
const swelling = (() => {
  const [packed, size] = packedOf(swollen, 'a.xml');
  return size / packed;
})();
const pair = docx(article, { 'a.xml': large, 'b.xml': large });
const total = 10_000 + 8 + packedOf(docx(article), 'word/document.xml')[1];
const remarks = (count: number, words = 'x') =>
  Array.from({ length: count }, (_, id) => `<w:comment w:id="${id}" w:author="Асанов">${paragraph(words)}</w:comment>`);
const commented = docx(article, {
  'word/comments.xml': `<w:comments ${space}>${remarks(3, 'words').join('')}</w:comments>`,
});
const text = bytesOf('Article 1. Sample\nThe second line.');

/** Each limit that a reader refuses by: a file that is just within it, and by how little it is past it. */
const edges: Readonly<Record<Exclude<keyof ImportLimits, 'heap' | 'time' | 'messages' | 'author'>, Edge>> = {
  file: { file: text, at: { file: text.length }, past: { file: text.length - 1 }, why: 'too-large' },
  entries: { file: pair, at: { entries: 4 }, past: { entries: 3 }, why: 'too-large' },
  part: { file: swollen, at: { part: 5_000 }, past: { part: 4_999 }, why: 'too-large' },
  total: { file: pair, at: { total }, past: { total: total - 1 }, why: 'too-large' },
  ratio: {
    file: swollen,
    at: { ratio: swelling, ratioFloor: 1_000 },
    past: { ratio: swelling - 0.01, ratioFloor: 1_000 },
    why: 'too-large',
  },
  ratioFloor: {
    file: swollen,
    at: { ratio: 2, ratioFloor: 5_000 },
    past: { ratio: 2, ratioFloor: 4_999 },
    why: 'too-large',
  },
  depth: { file: docx(article), at: { depth: 5 }, past: { depth: 4 }, why: 'too-deep' },
  elements: { file: docx(article), at: { elements: 5 }, past: { elements: 4 }, why: 'too-many' },
  attributes: {
    file: docx(`<w:p a="1" b="2" c="3"/>${article}`),
    at: { attributes: 3 },
    past: { attributes: 2 },
    why: 'too-many',
  },
  tag: {
    file: bytesOf(`<p>Article 1. Sample</p><p title="${'x'.repeat(79)}">`),
    at: { tag: 90 },
    past: { tag: 89 },
    why: 'too-large',
  },
  tables: { file: docx(`${article}<w:tbl></w:tbl>`), at: { tables: 1 }, past: { tables: 0 }, why: 'too-deep' },
  images: {
    file: docx(article, { 'word/media/1.png': 'x', 'word/media/2.png': 'x' }),
    at: { images: 2 },
    past: { images: 1 },
    why: 'too-many',
  },
  groups: {
    file: bytesOf('{\\rtf1 {{Article 1. Sample}}}'),
    at: { groups: 3 },
    past: { groups: 2 },
    why: 'too-deep',
  },
  lines: { file: text, at: { lines: 2 }, past: { lines: 1 }, why: 'too-many' },
  line: { file: text, at: { line: 17 }, past: { line: 16 }, why: 'too-large' },
  comments: { file: commented, at: { comments: 3 }, past: { comments: 2 }, why: 'too-many' },
  remark: { file: commented, at: { remark: 5 }, past: { remark: 4 }, why: 'too-large' },
};

describe('a foreign file at a limit is read, one past it is refused, as an act and as words for a draft:', () => {
  test.each(Object.entries(edges))('%s', async (name, { file, at, past, why }) => {
    const fates = async (limits: Partial<ImportLimits>) => [await fate(file, limits), await fateOfWords(file, limits)];
    expect(await fates(at)).toEqual(['read', 'read']);
    // The text of an act takes no comments.
    const asAct = name === 'comments' || name === 'remark' ? 'read' : why;
    expect(await fates(past)).toEqual([asAct, why]);
  });

  test('and so are the comments of an RTF file', async () => {
    const remark = String.raw`{\*\atnauthor A}{\*\annotation words}`;
    const file = bytesOf(String.raw`{\rtf1\ansi Article 1. Sample${remark}${remark}${remark}\par}`);
    const fates = async (limits: Partial<ImportLimits>) => [await fate(file, limits), await fateOfWords(file, limits)];
    expect(await fates({ comments: 3, remark: 5 })).toEqual(['read', 'read']);
    expect(await fates({ comments: 2 })).toEqual(['read', 'too-many']);
    expect(await fates({ remark: 4 })).toEqual(['read', 'too-large']);
  });

  test('but a thread at its limit goes on in the next, and a name past it is cut', async () => {
    const parts = {
      'word/comments.xml': `<w:comments ${space} xmlns:w14="x">${remarks(3)
        .map((one, id) => one.replace('<w:p>', `<w:p w14:paraId="${id}">`))
        .join('')}</w:comments>`,
      'word/commentsExtended.xml':
        '<w15:x><w15:commentEx w15:paraId="1" w15:paraIdParent="0"/><w15:commentEx w15:paraId="2" w15:paraIdParent="0"/></w15:x>',
    };
    const threads = async (limits: Partial<ImportLimits>) => {
      const read = await readWords(docx(article, parts), 'x', { ...importLimits, ...limits });
      return read.ok && read.value.comments?.map(({ messages }) => messages.map(({ author }) => author).join());
    };
    expect(await threads({ messages: 3, author: 6 })).toEqual(['Асанов,Асанов,Асанов']);
    expect(await threads({ messages: 2, author: 5 })).toEqual(['Асано,Асано', 'Асано']);
  });
});

describe('a limit holds in every format that knows it:', () => {
  test('a bomb of 1 to 1,000 is refused before it is inflated', async () => {
    expect(await fate(docx(article, { 'a.xml': 'x'.repeat(8 * 2 ** 20) }))).toBe('too-large');
  });

  test('elements inside each other', async () => {
    const depths = [254, 255].map((depth) => docx(`${article}${nested('<w:x>', '</w:x>', depth)}`));
    expect(await Promise.all(depths.map((file) => fate(file)))).toEqual(['read', 'too-deep']);
    // A saved page forgets end tags: what was never closed is closed, and the page is read.
    const pages = [256, 257, 10_000].map((depth) => bytesOf(`<p>Article 1. Sample</p>${'<div>'.repeat(depth)}x`));
    expect(await Promise.all(pages.map((page) => fate(page)))).toEqual(['read', 'read', 'read']);
  });

  test('tables inside each other', async () => {
    const depths = [16, 17].map((depth) => docx(`${article}${nested('<w:tbl>', '</w:tbl>', depth)}`));
    expect(await Promise.all(depths.map((file) => fate(file)))).toEqual(['read', 'too-deep']);
    const pages = [16, 17].map((depth) => bytesOf(`<p>Article 1. Sample</p>${nested('<table>', '</table>', depth)}`));
    expect(await Promise.all(pages.map((page) => fate(page)))).toEqual(['read', 'too-deep']);
    const rtf = [16, 17].map((depth) => bytesOf(`{\\rtf1 Article 1. Sample\\par\\itap${depth} x\\cell\\row}`));
    expect(await Promise.all(rtf.map((file) => fate(file)))).toEqual(['read', 'too-deep']);
  });

  test('tables beside each other are not counted as nested', async () => {
    expect(await fate(docx(`${article}${'<w:tbl></w:tbl>'.repeat(40)}`))).toBe('read');
    expect(await fate(bytesOf(`<p>Article 1. Sample</p>${'<table></table>'.repeat(40)}`))).toBe('read');
  });

  test('lines and their length, in what has paragraphs', async () => {
    const two = docx(paragraph('first') + paragraph('second'));
    for (const read of [fate, fateOfWords]) {
      expect([await read(two, { lines: 2 }), await read(two, { lines: 1 })]).toEqual(['read', 'too-many']);
      expect([await read(two, { line: 6 }), await read(two, { line: 5 })]).toEqual(['read', 'too-large']);
    }
  });

  test('comments and what they say, in RTF', async () => {
    const comment = (at: number) => `{\\*\\atnauthor A}{\\*\\annotation {\\*\\atnref ${at}}words}`;
    const rtf = bytesOf(`{\\rtf1 Article 1. Sample ${comment(0)}${comment(1)}\\par}`);
    const fates = (...limits: readonly Partial<ImportLimits>[]) =>
      Promise.all(limits.map((one) => fateOfWords(rtf, one)));
    expect(await fates({ comments: 2 }, { comments: 1 })).toEqual(['read', 'too-many']);
    expect(await fates({ remark: 5 }, { remark: 4 })).toEqual(['read', 'too-large']);
  });

  test('attributes of one element', async () => {
    const of = (count: number) =>
      docx(`<w:p ${Array.from({ length: count }, (_, i) => `a${i}="1"`).join(' ')}/>${article}`);
    expect([await fate(of(256)), await fate(of(257))]).toEqual(['read', 'too-many']);
  });

  test('pictures', async () => {
    const page = bytesOf('<p>Article 1. Sample<img><img>');
    expect([await fate(page, { images: 2 }), await fate(page, { images: 1 })]).toEqual(['read', 'too-many']);
    const rtf = bytesOf('{\\rtf1 Article 1. Sample{\\pict 00}{\\pict 00}}');
    expect([await fate(rtf, { images: 2 }), await fate(rtf, { images: 1 })]).toEqual(['read', 'too-many']);
  });
});

/** Packed and real size of a part, from its local header. */
function packedOf(file: Uint8Array, path: string): readonly [number, number] {
  const buffer = Buffer.from(file);
  const at = buffer.indexOf(path) - 30;
  return [buffer.readUInt32LE(at + 18), buffer.readUInt32LE(at + 22)];
}
