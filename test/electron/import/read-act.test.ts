import { readFile } from 'node:fs/promises';
import { assert, property, uint8Array } from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import { type ImportLimits, importLimits } from '../../../core/base/limits.ts';
import { readAct } from '../../../electron/import/read-act.ts';
import { importRefusals } from '../../../electron/import/refused.ts';

const fixture = (name: string) => readFile(new URL(`../../fixtures/official/${name}`, import.meta.url));
const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = async (bytes: Uint8Array, name = 'act', limits: ImportLimits = importLimits) => {
  const result = await readAct(bytes, name, limits);
  return result.ok ? result.value : result.error;
};
const units = async (bytes: Uint8Array, name?: string) => {
  const act = await read(bytes, name);
  return typeof act === 'string'
    ? [act]
    : act.units.map(({ kind, label, heading, text }) => [kind, label, heading, text].filter(Boolean).join('|'));
};

const ky =
  'КЫРГЫЗ РЕСПУБЛИКАСЫНЫН МЫЙЗАМЫ\n2011-жылдын 5-апрели № 901\nМисал текст жөнүндө\n1-берене. Мисал\nБул мисал сап.\n';
const ru =
  'ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nот 9 августа 2004 года № 911\nОб образце для проверки\nСтатья 1. Образец\nЭто строка образца.\n';
const ruUnits = ['article|Статья 1.|Образец', 'paragraph|Это строка образца.'];

/** Bytes of a Russian text in an old table, made from the decoder that the platform has. */
function encode(text: string, encoding: string): Uint8Array {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from([...text], (letter) => table.get(letter) ?? 0x3f);
}

describe('a saved page', () => {
  it('has the notes that Word saved as footnotes, without their numbers in the words', async () => {
    const page = (body: string) =>
      bytesOf(
        `<html><body>${ru
          .split('\n')
          .map((line) => `<p>${line}</p>`)
          .join('')}${body}</body></html>`,
      );
    const called = '<p>Лист<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> бел.</p>';
    const note = '<div style="mso-element:footnote" id=ftn1><p><a href="#_ftnref1">[1]</a> Бел как мел.</p></div>';
    const list = `<div style="mso-element:footnote-list">${note}</div>`;
    expect((await units(page(`${called}${list}`))).slice(-2)).toEqual(['paragraph|Лист бел.', 'footnote|Бел как мел.']);
  });

  it('gives the act and leaves menus, scripts and styles behind', async () => {
    const act = await read(await fixture('ky-law.html'));
    expect(act).toMatchObject({
      language: 'ky',
      type: 'law',
      date: '2011-04-05',
      number: '901-II',
      adopted: '2011-03-01',
      title: 'Мисал үчүн жазылган текст жөнүндө',
    });
    if (typeof act === 'string') throw new Error(act);
    expect(act.amendments.map(({ number }) => number)).toEqual(['902', '903', '904', '905', '906']);
    expect(
      act.units.filter(({ kind }) => kind === 'article').map(({ number, heading }) => `${number} ${heading ?? ''}`),
    ).toEqual(['1 Мисалдын максаты', '1-1 Кошулган мисал', '2 ', '3 Акыркы мисал']);
    expect(act.units.filter(({ kind }) => kind === 'row').map(({ text }) => text)).toEqual(['Барак\tСаны', 'кызыл\t3']);
    expect(JSON.stringify(act)).not.toMatch(/var act|color: red/);
  });

  it('is read by its declared encoding', async () => {
    const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body>${ru
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('')}</body></html>`;
    expect(await units(encode(page, 'windows-1251'))).toEqual(ruUnits);
  });
});

describe('a plain text', () => {
  it('from a typewriter has its lines and words joined', async () => {
    const act = await read(await fixture('ru-law-old.txt'));
    expect(act).toMatchObject({
      language: 'ru',
      date: '2004-08-09',
      number: '911',
      adopted: '2004-07-01',
      title: 'Об образце текста для испытания чтения',
    });
  });

  it.each(['windows-1251', 'koi8-r', 'ibm866'])(
    'in %s is recognised by its letters, and that is told',
    async (encoding) => {
      const act = await read(encode(ru.replaceAll('№', 'N'), encoding));
      expect(act).toMatchObject({ title: 'Об образце для проверки', number: '911' });
      expect(typeof act === 'string' ? [] : act.report).toContainEqual({
        code: 'import.encoding-guessed',
        severity: 'warning',
        params: { encoding },
      });
    },
  );

  it('in UTF-16 is known by its mark', async () => {
    const utf16 = new Uint8Array(Uint16Array.from(`\ufeff${ky}`, (letter) => letter.charCodeAt(0)).buffer);
    expect(await units(utf16)).toEqual(['article|1-берене.|Мисал', 'paragraph|Бул мисал сап.']);
  });
});

describe('an RTF file', () => {
  const rtf = (body: string) =>
    encode(
      `{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0\\fcharset204 Times;}}{\\info{\\title Secret}}${body}}`,
      'windows-1251',
    );
  const hex = (text: string) =>
    [...encode(text, 'windows-1251')].map((byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');

  it('is read by code page, by Unicode escapes and by marks', async () => {
    const body = `${ru
      .trim()
      .split('\n')
      .map((line) => `\\pard\\qc{\\b ${hex(line)}}\\par`)
      .join('\n')}\n{\\f0 \\u1241?\\u1257\\'3f }\\par`;
    expect(await units(rtf(body))).toEqual([...ruUnits, 'paragraph|әө']);
  });

  it('has its objects, pictures and field codes passed over', async () => {
    const body = `${hex(ru).replaceAll("\\'0a", '\\par ')}{\\object{\\*\\objdata 0102}}{\\pict 89504e47}{\\field{\\*\\fldinst HYPERLINK "http://example.invalid"}{\\fldrslt ${hex('Ссылка образца.')}}}\\par{\\bin4 }}}}`;
    expect(await units(rtf(body))).toEqual([...ruUnits, 'paragraph|Ссылка образца.']);
  });
});

describe('a Word file', () => {
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const paragraph = (text: string, properties = '') =>
    `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const docx = (body: string, more: Record<string, string> = {}) =>
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(`<w:document ${space}><w:body>${body}</w:body></w:document>`),
      ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
    });
  const ruBody = ru
    .trim()
    .split('\n')
    .map((line) => paragraph(line))
    .join('');

  it('is read with its automatic numbers, tracked changes taken as accepted', async () => {
    const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const numbering = `<w:numbering ${space}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
    const changed =
      '<w:p><w:r><w:t>Осталось</w:t></w:r><w:del><w:r><w:delText> прежнее</w:delText></w:r></w:del><w:ins><w:r><w:t> новое.</w:t></w:r></w:ins></w:p>';
    const body = `${ruBody}${paragraph('первый;', list)}${paragraph('второй.', list)}${changed}`;
    expect(await units(docx(body, { 'word/numbering.xml': numbering }))).toEqual([
      ...ruUnits,
      'point|1)|первый;',
      'point|2)|второй.',
      'paragraph|Осталось новое.',
    ]);
  });

  it('has its links and macros left out and told', async () => {
    const relations =
      '<Relationships><Relationship Id="r1" Type="t" Target="http://example.invalid/x" TargetMode="External"/></Relationships>';
    const act = await read(docx(ruBody, { 'word/_rels/document.xml.rels': relations, 'word/vbaProject.bin': 'x' }));
    expect(typeof act === 'string' ? [] : act.report.map(({ code }) => code)).toEqual([
      'import.external-left-out',
      'import.embedded-left-out',
    ]);
  });

  it('with a DOCTYPE, damaged, or without a document is refused', async () => {
    const doctype = zipSync({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') });
    expect(await read(doctype)).toBe('doctype');
    expect(await read(docx('<w:p>'))).toBe('damaged');
    expect(await read(docx(ruBody).subarray(0, 200))).toBe('damaged');
    expect(await read(zipSync({ 'a.txt': strToU8('a') }))).toBe('unknown-format');
  });
});

describe('the readers of any file', () => {
  it('refuse what is no text of an act, each with its reason', async () => {
    expect(await read(new Uint8Array())).toBe('empty');
    expect(await read(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toBe('old-word');
    expect(await read(bytesOf('%PDF-1.7'))).toBe('pdf');
    expect(await read(Uint8Array.of(1, 0, 2, 0, 3))).toBe('unknown-format');
    expect(await read(bytesOf('  \n12'))).toBe('no-text');
  });

  it('any bytes give an act or a reason, never an exception', async () => {
    const starts = ['', '{\\rtf1 ', '<html><p>', 'PK'].map(bytesOf);
    const samples: Uint8Array[] = [];
    await assert(property(uint8Array({ maxLength: 200 }), (bytes) => void samples.push(bytes)));
    for (const start of starts) {
      for (const bytes of samples) {
        const result = await readAct(Uint8Array.of(...start, ...bytes), 'a');
        if (!result.ok) expect(importRefusals).toContain(result.error);
      }
    }
  });
});

it.each(languages)('every refusal and notice has a sentence in %s', async (language) => {
  const json = JSON.parse(await readFile(new URL(`../../../locales/${language}/import.json`, import.meta.url), 'utf8'));
  for (const reason of importRefusals) expect(json.refusals).toHaveProperty(reason);
});
