import type { Language } from '../base/language.ts';
import { formatDate } from '../languages/format.ts';
import type { ParityText } from '../law/parity-csv.ts';
import { billFactLines, billLines, cellLines, columnNames } from '../law/parity-words.ts';
import { printable } from './runs.ts';

/** A document that is one table on landscape pages, as data, before any markup. */
export interface TableDocument {
  readonly title: string;
  readonly language: Language;
  /** Under the title. */
  readonly intro: readonly string[];
  /** Names of the columns; repeated on every page. */
  readonly head: readonly string[];
  /** Widths of the columns in proportion to each other, as many as `head` has. */
  readonly widths: readonly number[];
  /** For each row its cells, for each cell its lines; the first cell names the row. */
  readonly rows: readonly (readonly (readonly string[])[])[];
}

/** The matrix of guarantees as a table for the justification note, in one language. */
export function parityDocument(text: ParityText): TableDocument {
  const { table, bill, words, language } = text;
  const head = columnNames(table, words, language);
  const rows = table.rows.map((row) => {
    const provisions = [...billLines(row, bill, language), ...billFactLines(row, text)];
    return [
      [row.guarantee.name[language]],
      ...row.cells.map((cell) => cellLines(cell, text)),
      provisions.length > 0 ? provisions : [words.notInBill],
    ].map((lines) => lines.map(printable));
  });
  return {
    title: words.title,
    language,
    intro: [words.compiled.replace('{{date}}', formatDate(language, table.matrix.compiled))],
    head,
    widths: head.map((_, column) => (column === 0 || column === head.length - 1 ? 4 : 5)),
    rows,
  };
}

/** The table as plain text: a row a block, its name first, then each column with its name. */
export function tableText({ title, intro, head, rows }: TableDocument): string {
  const blocks = rows.map(([name = [], ...cells]) => {
    const lines = cells.map((cell, i) => `${head[i + 1] ?? ''}: ${cell.join('; ')}`);
    return [name.join(' '), ...lines].join('\n');
  });
  return `${[title, ...intro, ...blocks].join('\n\n')}\n`;
}
