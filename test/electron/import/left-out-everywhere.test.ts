import { describe, expect, test } from 'vitest';
import { readWords } from '../../../electron/import/read-words.ts';
import { bytesOf, docx, fate, leftOut, paragraph, space } from './foreign-files.ts';

const article = paragraph('Article 1. Sample');

/** Every part of a Word file that may hold words, with its outermost element. */
const storyParts = [
  ['word/header1.xml', 'hdr'],
  ['word/footer2.xml', 'ftr'],
  ['word/footnotes.xml', 'footnotes'],
  ['word/endnotes.xml', 'endnotes'],
  ['word/comments.xml', 'comments'],
] as const;
const part = (path: string, name: string, inside: string) => ({ [path]: `<w:${name} ${space}>${inside}</w:${name}>` });

describe('what would bring in something foreign is dropped and told where it stands:', () => {
  test.each(storyParts)('in %s', async (path, name) => {
    const field = '<w:p><w:r><w:instrText>INCLUDETEXT x</w:instrText></w:r></w:p>';
    const simple = '<w:p><w:fldSimple w:instr=" DDEAUTO cmd "/><w:fldSimple w:instr="PAGE"/></w:p>';
    const link = '<Relationship Id="r" Type="t" Target="//server/share" TargetMode="External"/>';
    const own = path.replace('word/', 'word/_rels/');
    const file = docx(article, {
      ...part(path, name, `<w:altChunk/><w:object/>${field}${simple}`),
      [`${own}.rels`]: `<Relationships>${link}</Relationships>`,
      'word/embeddings/oleObject1.bin': 'x',
    });
    const told = { 'external-left-out': 3, 'embedded-left-out': 1, 'chunks-left-out': 1 };
    expect(await leftOut(file)).toEqual(told);
  });

  test('in the text itself, when the field is one element', async () => {
    const file = docx(`${article}<w:p><w:fldSimple w:instr=" LINK Excel x "/><w:fldSimple w:instr="PAGE"/></w:p>`);
    expect(await leftOut(file)).toEqual({ 'external-left-out': 1 });
  });

  test.each(['header', 'footerf', 'annotation', 'footnote'])('in the \\%s of an RTF file', async (name) => {
    const object =
      '{\\object\\objemb{\\*\\objdata 0102}{\\result{\\pict 00}x}}{\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}';
    const field = '{\\field{\\*\\fldinst INCLUDEPICTURE "x"}}{\\field{\\*\\fldinst NUMPAGES}}';
    const told = await leftOut(bytesOf(`{\\rtf1 Article 1. Sample\\par {\\${name} 1 ${object}${field}}}`));
    expect(told).toMatchObject({ 'external-left-out': 1, 'embedded-left-out': 1, 'images-left-out': 1 });
    expect(told).not.toHaveProperty('margins-left-out');
  });

  test('and so are the words of headers and footers, in Word and in RTF', async () => {
    const word = docx(article, part('word/header1.xml', 'hdr', paragraph('Долбоор')));
    expect(await leftOut(word)).toEqual({ 'margins-left-out': 1 });
    const pages = docx(article, part('word/footer1.xml', 'ftr', paragraph('12')));
    expect(await leftOut(pages)).toEqual({});
    const rtf = '{\\rtf1{\\header Draft {\\b two}\\par}{\\footer 12}Article 1. Sample\\par}';
    expect(await leftOut(bytesOf(rtf))).toEqual({ 'margins-left-out': 1 });
  });
});

describe('a DOCTYPE is refused in every part of a Word file that is read:', () => {
  const read = [
    ...storyParts.map(([path]) => path),
    '_rels/.rels',
    'word/_rels/document.xml.rels',
    'word/styles.xml',
    'word/numbering.xml',
    'word/document.xml',
  ];
  test.each(read)('%s', async (path) => {
    const entity = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>';
    expect(await fate(docx(article, { [path]: '<a/>' }))).toBe(path === 'word/document.xml' ? 'no-text' : 'read');
    expect(await fate(docx(article, { [path]: entity }))).toBe('doctype');
  });

  test('word/commentsExtended.xml, which only the words of a draft have read', async () => {
    const parts = { 'word/comments.xml': '<a/>', 'word/commentsExtended.xml': '<!DOCTYPE a><a/>' };
    expect(await readWords(docx(article, parts), 'x')).toEqual({ ok: false, error: 'doctype' });
  });
});
