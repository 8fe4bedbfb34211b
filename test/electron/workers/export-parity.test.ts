import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import { type OwnFact, parityFactOf } from '../../../core/law/own-facts.ts';
import { ownMark } from '../../../core/law/parity-words.ts';
import type { ExportJob } from '../../../electron/workers/contract.ts';
import { exportDocument } from '../../../electron/workers/export-document.ts';
import { parityWords } from '../../../electron/workers/parity-words.ts';
import { wordWords } from '../../../electron/workers/word-words.ts';
import { matrix } from '../../core/law/parity/support.ts';
import { register } from '../../core/law/register.ts';
import { aDraft } from '../../support/builder.ts';
import { forms } from '../../support/forms.ts';
import { lintDocx } from '../../word/lint-docx.ts';
import { elementsOf, missingReaders, pandocBlocks } from '../../word/readers.ts';

const draft = {
  ...aDraft().unit('article', 'Турак жай', 'a1').unit('article', 'Башка', 'a2').build(),
  meta: { id: 'draft-1', template: 'police' },
};
const parity = { matrix, links: { police: { housing: ['a1'], pension: ['a1', 'a2'] } } };

async function made(language: (typeof languages)[number]): Promise<Uint8Array> {
  const job: ExportJob = {
    draft,
    register,
    forms,
    parity,
    options: { document: 'parity', language, format: 'docx', profile: 'final' },
  };
  return (await exportDocument(job, wordWords, () => undefined)).bytes;
}

describe.each(languages)('the matrix in Word, in %s', (language) => {
  test('is a valid document on landscape pages, its head repeated', async () => {
    const bytes = await made(language);
    expect(lintDocx(bytes)).toEqual([]);
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/<w:pgSz [^>]*w:orient="landscape"/);
    expect(xml).toContain('<w:tblHeader/>');
  });

  test('is the same bytes each time', async () => {
    expect(await made(language)).toEqual(await made(language));
  });

  test.skipIf(missingReaders('pandoc'))('is read by another program with every row and column', async () => {
    const [table] = pandocBlocks(await made(language)).filter(({ t }) => t === 'Table');
    const words = elementsOf(table).map(({ t, c }) => (t === 'Str' ? String(c) : ' '));
    const text = words.join('').replace(/[\s\u00a0]+/g, ' ');
    for (const { name } of [...matrix.guarantees, ...matrix.services]) expect(text).toContain(name[language]);
  });
});

test('a draft of a template without links has a matrix too', async () => {
  const job: ExportJob = {
    draft: { ...draft, meta: { id: 'x' } },
    register,
    forms,
    parity,
    options: { document: 'parity', language: 'en', format: 'text', profile: 'final' },
  };
  const text = new TextDecoder().decode((await exportDocument(job, wordWords, () => undefined)).bytes);
  expect(text.match(/This bill: not provided for/g)).toHaveLength(matrix.guarantees.length);
});

describe.each(languages)('what a person verified in a cell, in %s', (language) => {
  const fact: OwnFact = {
    id: 'own-1',
    guarantee: matrix.guarantees.at(-1)?.id ?? '',
    service: matrix.services.at(-1)?.id ?? '',
    given: true,
    words: { ky: 'Сөз', ru: 'Слово', en: 'Word' },
    citations: [],
    source: 'cbd.minjust.gov.kg',
    by: 'Айбек Касымов',
    on: '2026-11-22',
    confidence: 'verified',
  };
  const marks = {
    ky: ownMark(parityFactOf(fact), parityWords.ky, 'ky'),
    ru: ownMark(parityFactOf(fact), parityWords.ru, 'ru'),
    en: ownMark(parityFactOf(fact), parityWords.en, 'en'),
  };
  const exported = async (format: 'docx' | 'csv', profile: 'final' | 'internal'): Promise<string> => {
    const options = { document: 'parity', language, format, profile } as const;
    const job: ExportJob = { draft, register, forms, parity, facts: [fact], options };
    const { bytes } = await exportDocument(job, wordWords, () => undefined);
    const text =
      format === 'csv' ? new TextDecoder().decode(bytes) : strFromU8(unzipSync(bytes)['word/document.xml'] ?? bytes);
    return text.replaceAll('\u00a0', ' ');
  };

  test.each(['docx', 'csv'] as const)(
    'is in the matrix as %s with who verified it and when, within the house alone',
    async (format) => {
      const mark = marks[language].replaceAll('\u00a0', ' ');
      expect(mark).toContain('Айбек Касымов');
      expect(mark).toMatch(/22[./]11[./]2026/);
      expect(await exported(format, 'internal')).toContain(mark);
      const outside = await exported(format, 'final');
      expect(outside).toContain(fact.words[language]);
      expect(outside).not.toContain('Айбек');
    },
  );
});
