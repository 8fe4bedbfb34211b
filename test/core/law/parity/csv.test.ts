import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelsOf } from '../../../../core/draft/numbering.ts';
import { parityTable } from '../../../../core/law/parity.ts';
import { csvField, parityCsv } from '../../../../core/law/parity-csv.ts';
import { parityWords } from '../../../../electron/workers/parity-words.ts';
import { generateBill } from '../../../support/builder.ts';
import { forms } from '../../../support/forms.ts';
import { index as acts } from '../register.ts';
import { matrix } from './support.ts';

const { units } = generateBill({ articles: 3 });
const article = units.find(({ kind }) => kind === 'article')?.id ?? '';
const csvIn = (language: 'ky' | 'ru' | 'en'): string =>
  parityCsv({
    table: parityTable(matrix, { units, links: { housing: [article] } }),
    bill: { units, labels: labelsOf(units, forms) },
    words: parityWords[language],
    acts,
    language,
    isMarked: false,
  }).replaceAll('\u00a0', ' ');

/** Reads CSV back by the rules of RFC 4180. */
function readCsv(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const field = new RegExp(`"((?:[^"]|"")*)"(${separator}|\\r\\n)`, 'gy');
  for (let match = field.exec(text); match; match = field.exec(text)) {
    rows.at(-1)?.push((match[1] ?? '').replaceAll('""', '"'));
    if (match[2] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('the matrix as CSV', () => {
  test.each([
    ['ky', ';'],
    ['ru', ';'],
    ['en', ','],
  ] as const)('in %s has a row for each guarantee and as many fields in each', (language, separator) => {
    const text = csvIn(language);
    expect(text.startsWith('\ufeff')).toBe(true);
    const rows = readCsv(text.slice(1), separator);
    expect(rows).toHaveLength(matrix.guarantees.length + 1);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([matrix.services.length * 2 + 3]));
  });

  test('cites acts in its language and names the provision of the bill', () => {
    expect(csvIn('ru')).toContain(
      'статья 12 Закона Кыргызской Республики «О статусе военнослужащих» от 1 июля 1992 года № 930-XII',
    );
    expect(csvIn('ky')).toContain('ушул Мыйзамдын 1-беренеси');
    expect(csvIn('en')).toContain('Article 1 of this Law');
  });

  test('says of an empty cell that it is not verified, and nothing else', () => {
    const [, ...rows] = readCsv(csvIn('en').slice(1), ',');
    const medicines = rows.find(([guarantee]) => guarantee === 'medicines');
    expect(medicines?.slice(3, 5)).toEqual(['', 'not verified']);
  });

  test('says of a known cell whether all of it was verified', () => {
    const [, ...rows] = readCsv(csvIn('en').slice(1), ',');
    const { verified, partly } = parityWords.en;
    const table = parityTable(matrix, { units: [], links: {} });
    for (const [at, { cells }] of table.rows.entries()) {
      for (const [column, { standing }] of cells.entries()) {
        const known = standing === 'verified' ? verified : partly;
        const isKnown = standing === 'verified' || standing === 'partly';
        expect(rows[at]?.[column * 2 + 2]).toBe(isKnown ? known : 'not verified');
      }
    }
    expect(new Set(table.rows.flatMap(({ cells }) => cells.map(({ standing }) => standing)))).toContain('partly');
  });
});

describe('a field', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1'])(
    'that begins like a formula is none: %j',
    (text) => {
      expect(csvField(text)).toBe(`"'${text}"`);
    },
  );

  test('never begins with a sign of a formula, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const field = csvField(text);
        expect(field).not.toMatch(/^"\s*[=+\-@]/);
        expect(field.slice(1, -1).replaceAll('""', '').includes('"')).toBe(false);
      }),
    );
  });

  test('doubles the quotation marks within', () => {
    expect(csvField('мыйзам "А" саны')).toBe('"мыйзам ""А"" саны"');
  });

  test('that is harmless stays as it is', () => {
    expect(csvField('50–70 %')).toBe('"50–70 %"');
  });
});
