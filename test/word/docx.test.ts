import { join } from 'node:path';
import validate from '@ooxml-tools/validate';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFromTemplate } from '../../electron/files/documents.ts';
import { fixedPorts, generateBill } from '../support/builder.ts';
import { aFullDraft, makeExport } from './export-support.ts';
import { lintDocx } from './lint-docx.ts';
import { elementsOf, missingReaders, pagesOf, pandocBlocks, pandocText } from './readers.ts';

const resources = join(import.meta.dirname, '..', '..', 'resources');
const withoutPandoc = missingReaders('pandoc');
const withoutOffice = missingReaders('soffice', 'pdftotext');

let clean: Uint8Array;
let review: Uint8Array;
let parallel: Uint8Array;
beforeAll(async () => {
  clean = (await makeExport(aFullDraft(), { language: 'ky' })).bytes;
  review = (await makeExport(aFullDraft(), { profile: 'review' })).bytes;
  parallel = (await makeExport(aFullDraft(), { language: 'parallel', profile: 'internal' })).bytes;
});

const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

describe('Microsoft’s own validator', () => {
  it('finds no error in a clean, a reviewed and a parallel document', async () => {
    for (const bytes of [clean, review, parallel]) {
      expect(await validate(bytes, 'docx', 'Microsoft365')).toEqual([]);
    }
    // The control: what it does see.
    const parts = unzipSync(clean);
    const spoilt = strToU8(part(clean, 'word/document.xml').replace('<w:body>', '<w:body><w:foo/>'));
    const found = await validate(zipSync({ ...parts, 'word/document.xml': spoilt }), 'docx', 'Microsoft365');
    expect(found).not.toEqual([]);
  });
});

describe('a template that begins no bill', () => {
  it.each([
    ['resolution', 'ТОКТОМ', /^1\. .*:$/m],
    ['justification-note', 'НЕГИЗДЕМЕ-МААЛЫМКАТ', /^7\. Жөнгө салуучу таасирге талдоо/m],
  ])('%s is headed by its own name, keeps its numbers and passes the validator', async (id, name, numbered) => {
    const made = await createFromTemplate(resources, id, fixedPorts());
    if (!made.ok) throw new Error(made.error.code);
    const { draft } = made.value;
    for (const language of ['ky', 'parallel'] as const) {
      const { bytes } = await makeExport(draft, { language, profile: 'internal' });
      expect(await validate(bytes, 'docx', 'Microsoft365')).toEqual([]);
      expect(lintDocx(bytes)).toEqual([]);
    }
    const text = new TextDecoder().decode((await makeExport(draft, { language: 'ky', format: 'text' })).bytes);
    expect(text).toContain(name);
    expect(text).not.toMatch(/^КЫРГЫЗ РЕСПУБЛИКАСЫНЫН МЫЙЗАМЫ$/m);
    expect(text.replaceAll('\u00a0', ' ')).toMatch(numbered);
  });
});

describe('the parts of the file', () => {
  it('tag every run with its language', () => {
    const runs = [...part(parallel, 'word/document.xml').matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => run);
    const spoken = runs.filter((run) => run.includes('<w:t '));
    expect(spoken.length).toBeGreaterThan(20);
    expect(spoken.filter((run) => !/<w:lang w:val="(ky-KG|ru-RU|en-GB)"\/>/.test(run))).toEqual([]);
  });

  it('are A4, upright for one language and lying for three, in Times New Roman of 14 points', () => {
    expect(part(clean, 'word/document.xml')).toMatch(
      /<w:pgSz [^>]*w:h="16838"[^>]*w:w="11906"|<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"/,
    );
    expect(part(parallel, 'word/document.xml')).toMatch(/<w:pgSz [^>]*w:orient="landscape"/);
    expect(part(clean, 'word/styles.xml')).toMatch(
      /<w:docDefaults>.*w:ascii="Times New Roman".*<w:sz w:val="28"\/>.*<\/w:docDefaults>/s,
    );
  });

  it('repeat the names of the languages at the head of every page of the table', () => {
    const [firstRow = '', ...others] = part(parallel, 'word/document.xml').split('<w:tr>').slice(1);
    expect(firstRow).toContain('<w:tblHeader');
    expect(others.filter((row) => row.includes('<w:tblHeader'))).toEqual([]);
  });

  it('say in UTC when a comment was written, without fractions of a second', () => {
    expect(part(review, 'word/comments.xml')).toContain('w:date="2026-02-02T11:30:00Z"');
    expect(part(review, 'word/commentsExtensible.xml')).toContain('w16cex:dateUtc="2026-02-02T11:30:00Z"');
  });

  it('keep replies under their comment and resolved threads resolved', () => {
    const extended = part(review, 'word/commentsExtended.xml');
    expect(extended.match(/w15:paraIdParent=/g)).toHaveLength(1);
    expect(extended.match(/w15:done="1"/g)).toHaveLength(1);
  });
});

describe.skipIf(withoutPandoc)(`pandoc reads${withoutPandoc ? ` (${withoutPandoc})` : ''}`, () => {
  it('the text, paragraph by paragraph, as the draft says it', () => {
    expect(pandocBlocks(review).map(pandocText)).toEqual([
      'Проект',
      'ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ',
      'Об отпуске',
      'Настоящий Закон регулирует отпуск.',
      'Глава 1. Общие положения',
      'Статья 1. Отпуск',
      expect.stringMatching(
        /^1\. Сотрудник имеет право на ежегодный отпуск, установленный в части\s2 статьи\s12 Закона .*«О статусе военнослужащих»\.$/,
      ),
      '2. Размер: … сом за\u00a01\u00a0м2',
      expect.stringMatching(/^1\) согласно .*; и иначе$/),
      'Президент Кыргызской Республики',
    ]);
  });

  it('chapters and articles as headings of the first and second level', () => {
    const headings = pandocBlocks(clean).filter((block) => block.t === 'Header');
    expect(headings.map((block) => [(block.c as unknown[])[0], pandocText(block)])).toEqual([
      [1, '1-глава. Жалпы жоболор'],
      [2, '1-берене. Өргүү'],
    ]);
  });

  it('comments with author, date and text, on the right words', () => {
    const spans = elementsOf(pandocBlocks(review)).filter(({ t }) => t === 'Span');
    const starts = spans.flatMap(({ c }) => {
      const [[, classes, pairs], inlines] = c as [[string, string[], [string, string][]], unknown];
      const { author, date } = Object.fromEntries(pairs);
      return classes.includes('comment-start') ? [{ author, date, text: pandocText(inlines) }] : [];
    });
    expect(starts).toEqual(
      expect.arrayContaining([
        { author: 'Айгүл Асанова', date: '2026-02-01T10:00:00Z', text: 'Какой срок?' },
        { author: 'Иван Петров', date: '2026-02-02T11:30:00Z', text: expect.stringContaining('Тридцать дней.') },
        { author: 'Б. Токтогулов', date: '2026-02-03T09:00:00Z', text: 'Решено' },
        { author: 'Айгүл Асанова', date: '2026-02-04T09:00:00Z', text: expect.stringContaining('старые слова') },
      ]),
    );
    expect(starts).toHaveLength(4);
  });

  it('a table of three columns from the parallel document', () => {
    const table = pandocBlocks(parallel).find((block) => block.t === 'Table');
    expect(table?.c).toMatchObject({ 2: { length: 3 } });
  });
});

describe.skipIf(withoutOffice)(`LibreOffice lays out${withoutOffice ? ` (${withoutOffice})` : ''}`, () => {
  it('pages that carry a number each, but for the first', async () => {
    const { bytes } = await makeExport(generateBill({ articles: 12 }), { language: 'ky' });
    const lastLines = pagesOf(bytes).map((page) => page.trimEnd().split('\n').at(-1)?.trim());
    expect(lastLines.length).toBeGreaterThan(2);
    expect(lastLines.slice(1)).toEqual(lastLines.slice(1).map((_, i) => String(i + 2)));
    expect(lastLines[0]).not.toBe('1');
  });

  it('the names of the languages on every page of the parallel document', async () => {
    const { bytes } = await makeExport(generateBill({ articles: 6 }), { language: 'parallel' });
    const pages = pagesOf(bytes);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.filter((page) => !/Кыргызча.*На русском языке/s.test(page))).toEqual([]);
  });
});
