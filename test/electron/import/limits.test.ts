import { describe, expect, test } from 'vitest';
import { importLimits } from '../../../electron/import/limits.ts';
import { bytesOf, docx, fate, paragraph } from './foreign-files.ts';

const article = paragraph('Article 1. Sample');
const nested = (open: string, close: string, times: number) => `${open.repeat(times)}x${close.repeat(times)}`;

test('the limits are those that the security notes name', () => {
  expect(importLimits).toMatchObject({ file: 104_857_600, entries: 5_000, part: 67_108_864, ratio: 200 });
  expect(importLimits).toMatchObject({ depth: 256, elements: 5_000_000, attributes: 256, tables: 16, groups: 512 });
});

describe('a Word file at a limit is read, one past it is refused:', () => {
  test('parts', async () => {
    const file = docx(article, { 'a.xml': '<a/>', 'b.xml': '<b/>' });
    expect([await fate(file, { entries: 4 }), await fate(file, { entries: 3 })]).toEqual(['read', 'too-large']);
  });

  const large = 'x'.repeat(5_000);
  test('the size of one part', async () => {
    const file = docx(article, { 'word/footnotes.xml': `<!--${large}-->` });
    const limits = [5_007, 5_006].map((part) => fate(file, { part }));
    expect(await Promise.all(limits)).toEqual(['read', 'too-large']);
  });

  test('the sizes of all parts together', async () => {
    const file = docx(article, { 'a.xml': large, 'b.xml': large });
    const sum = 10_000 + 8 + documentLength();
    const limits = [sum, sum - 1].map((total) => fate(file, { total }));
    expect(await Promise.all(limits)).toEqual(['read', 'too-large']);
  });

  test('how much a part may swell', async () => {
    const file = docx(article, { 'a.xml': large });
    const [packed, size] = packedOf(file, 'a.xml');
    const at = size / packed;
    const limits = [at, at - 0.01].map((ratio) => fate(file, { ratio, ratioFloor: 1_000 }));
    expect(await Promise.all(limits)).toEqual(['read', 'too-large']);
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

  test('attributes of one element, and the length of one tag', async () => {
    const of = (count: number) =>
      docx(`<w:p ${Array.from({ length: count }, (_, i) => `a${i}="1"`).join(' ')}/>${article}`);
    expect([await fate(of(256)), await fate(of(257))]).toEqual(['read', 'too-many']);
    const tag = (length: number) => bytesOf(`<p>Article 1. Sample</p><p title="${'x'.repeat(length - 11)}">`);
    expect([await fate(tag(90), { tag: 90 }), await fate(tag(91), { tag: 90 })]).toEqual(['read', 'too-large']);
  });

  test('elements', async () => {
    const file = docx(article);
    expect([await fate(file, { elements: 5 }), await fate(file, { elements: 4 })]).toEqual(['read', 'too-many']);
  });

  test('pictures', async () => {
    const file = docx(article, { 'word/media/1.png': 'x', 'word/media/2.png': 'x' });
    expect([await fate(file, { images: 2 }), await fate(file, { images: 1 })]).toEqual(['read', 'too-many']);
    const page = bytesOf('<p>Article 1. Sample<img><img>');
    expect([await fate(page, { images: 2 }), await fate(page, { images: 1 })]).toEqual(['read', 'too-many']);
    const rtf = bytesOf('{\\rtf1 Article 1. Sample{\\pict 00}{\\pict 00}}');
    expect([await fate(rtf, { images: 2 }), await fate(rtf, { images: 1 })]).toEqual(['read', 'too-many']);
  });
});

function documentLength(): number {
  const [, size] = packedOf(docx(article), 'word/document.xml');
  return size;
}

/** Packed and real size of a part, from its local header. */
function packedOf(file: Uint8Array, path: string): readonly [number, number] {
  const buffer = Buffer.from(file);
  const at = buffer.indexOf(path) - 30;
  return [buffer.readUInt32LE(at + 18), buffer.readUInt32LE(at + 22)];
}
