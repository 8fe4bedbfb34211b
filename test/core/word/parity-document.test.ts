import { expect, test } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import { labelsOf } from '../../../core/draft/numbering.ts';
import { formatDate } from '../../../core/languages/format.ts';
import { parityTable } from '../../../core/law/parity.ts';
import { parityDocument } from '../../../core/word/parity-document.ts';
import { parityWords } from '../../../electron/workers/parity-words.ts';
import { generateBill } from '../../support/builder.ts';
import { forms } from '../../support/forms.ts';
import { matrix } from '../law/parity/support.ts';
import { index as acts } from '../law/register.ts';

const { units } = generateBill({ articles: 3 });
const article = units.find(({ kind }) => kind === 'article')?.id ?? '';
const table = parityTable(matrix, { units, links: { housing: [article] } });
const documentIn = (language: (typeof languages)[number]) => {
  const bill = { units, labels: labelsOf(units, forms) };
  return parityDocument({ table, bill, words: parityWords[language], acts, language, isMarked: false });
};

test.each(languages)('the table of guarantees says under its title of when its facts are, in %s', (language) => {
  const { intro, head, widths } = documentIn(language);
  expect(intro).toEqual([parityWords[language].compiled.replace('{{date}}', formatDate(language, matrix.compiled))]);
  expect(intro[0]).not.toContain('{{');
  expect(widths).toHaveLength(head.length);
});

test.each(languages)(
  'it says what the bill lacks, what is not verified and what is so in part alone, in %s',
  (language) => {
    const { notInBill, notVerified, partly } = parityWords[language];
    const { rows } = documentIn(language);
    for (const [at, { guarantee, cells }] of table.rows.entries()) {
      const last = rows[at]?.at(-1);
      if (guarantee.id === 'housing') expect(last).not.toEqual([notInBill]);
      else expect(last).toEqual([notInBill]);
      for (const [column, { facts }] of cells.entries()) {
        const lines = rows[at]?.[column + 1] ?? [];
        expect(lines).toHaveLength(Math.max(1, facts.length));
        if (facts.length === 0) expect(lines).toEqual([notVerified]);
        for (const [line, { confidence }] of facts.entries())
          expect(lines[line]?.endsWith(` (${partly})`)).toBe(confidence === 'partly');
      }
    }
  },
);
