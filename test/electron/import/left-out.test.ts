import { describe, expect, test } from 'vitest';
import { bytesOf, docx, fate, leftOut, paragraph, space } from './foreign-files.ts';

const article = paragraph('Article 1. Sample');

describe('what is dropped is told:', () => {
  test('links out of a Word file, its macros, objects, inserted documents and pictures', async () => {
    const link = (target: string) => `<Relationship Id="r" Type="t" Target="${target}" TargetMode="External"/>`;
    const file = docx(`${article}<w:altChunk r:id="r1"/><w:altChunk r:id="r2"/>`, {
      'word/_rels/document.xml.rels': `<Relationships>${link('http://example.invalid')}${link('//server/share')}</Relationships>`,
      'word/_rels/settings.xml.rels': `<Relationships>${link('file:///c:/template.dotm')}</Relationships>`,
      'word/vbaProject.bin': 'x',
      'word/embeddings/oleObject1.bin': 'x',
      'word/activeX/activeX1.bin': 'x',
      'word/media/image1.png': 'x',
    });
    const told = { 'external-left-out': 3, 'embedded-left-out': 3, 'chunks-left-out': 2, 'images-left-out': 1 };
    expect(await leftOut(file)).toEqual(told);
  });

  test('what tracked changes took out of a Word file, whose act is read as accepted', async () => {
    const changes =
      '<w:p><w:r><w:t>Sample </w:t></w:r><w:del w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del><w:ins w:author="A"><w:r><w:t>new</w:t></w:r></w:ins></w:p>';
    expect(await leftOut(docx(`${article}${changes}`))).toMatchObject({ 'deletions-left-out': 1 });
  });

  test('fields of Word that would fetch a file or call a program', async () => {
    const field = (code: string) => `<w:p><w:r><w:instrText> ${code} </w:instrText></w:r></w:p>`;
    const file = docx(`${article}${field('DDEAUTO c:\\\\cmd.exe')}${field('INCLUDETEXT x')}${field('PAGE')}`);
    expect(await leftOut(file)).toEqual({ 'external-left-out': 2 });
  });

  test('objects, pictures, templates and fetching fields of RTF', async () => {
    const object = '{\\object\\objemb{\\*\\objdata 0102}{\\result x}}';
    const picture = '{\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}';
    const fields = '{\\field{\\*\\fldinst INCLUDEPICTURE "http://example.invalid"}}{\\field{\\*\\fldinst PAGE}}';
    const file = bytesOf(`{\\rtf1{\\*\\template //server/a.dot}Article 1. Sample\\par ${object}${picture}${fields}}`);
    expect(await leftOut(file)).toEqual({ 'external-left-out': 2, 'embedded-left-out': 1, 'images-left-out': 1 });
  });

  test('frames, objects and pictures of a page, and not its scripts', async () => {
    const page =
      '<p>Article 1. Sample</p><script>x()</script><iframe src="http://example.invalid"></iframe><object></object><embed><img src="file:///x"><svg></svg>';
    expect(await leftOut(bytesOf(page))).toEqual({ 'embedded-left-out': 3, 'images-left-out': 2 });
  });

  test('a part whose checksum is wrong, which is not read', async () => {
    const file = docx(article, { 'word/footnotes.xml': `<w:footnotes ${space}>${paragraph('Note')}</w:footnotes>` });
    expect(await leftOut(file)).toEqual({});
    expect(await leftOut(spoilt(file, 'word/footnotes.xml'))).toEqual({ 'damaged-left-out': 1 });
    expect(await fate(spoilt(file, 'word/document.xml'))).toBe('damaged');
  });
});

/** The same file with a wrong checksum for one part, in both of its headers. */
function spoilt(file: Uint8Array, path: string): Uint8Array {
  const buffer = Buffer.from(file);
  const local = buffer.indexOf(path) - 30;
  const central = buffer.lastIndexOf(path) - 46;
  for (const at of [local + 14, central + 16]) buffer.writeUInt32LE((buffer.readUInt32LE(at) ^ 1) >>> 0, at);
  return buffer;
}
