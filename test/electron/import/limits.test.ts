import { describe, expect, test } from 'vitest';
import { type ImportLimits, importLimits } from '../../../core/base/limits.ts';
import { bytesOf, docx, fate, fateOfWords, paragraph } from './foreign-files.ts';

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

describe('a limit holds in every format that knows it:', () => {
  test('comments of an RTF file', async () => {
    const remark = String.raw`{\*\atnauthor A}{\*\annotation words}`;
    const file = bytesOf(String.raw`{\rtf1\ansi Article 1. Sample${remark}${remark}${remark}\par}`);
    const fates = async (limits: Partial<ImportLimits>) => [await fate(file, limits), await fateOfWords(file, limits)];
    expect(await fates({ comments: 3, remark: 5 })).toEqual(['read', 'read']);
    expect(await fates({ comments: 2 })).toEqual(['read', 'too-many']);
    expect(await fates({ remark: 4 })).toEqual(['read', 'too-large']);
  });

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
