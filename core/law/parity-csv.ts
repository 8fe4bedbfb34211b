import type { ParityTable } from './parity.ts';
import { billFactLines, billLines, type CellWords, cellLines, type ParityBill } from './parity-words.ts';

/** Everything that the matrix is written from, in one language. */
export interface ParityText extends CellWords {
  readonly table: ParityTable;
  readonly bill: ParityBill;
}

/**
 * The matrix as CSV for a spreadsheet: UTF-8 with a byte order mark, lines that end in CR LF, fields parted as the language's
 * Windows expects (semicolon in Kyrgyz and Russian, comma in English). Beside each service stands how well its cell is known.
 */
export function parityCsv(text: ParityText): string {
  const { table, words, language } = text;
  const services = table.matrix.services.flatMap(({ name }) => [
    name[language],
    `${name[language]}: ${words.confidence.toLowerCase()}`,
  ]);
  const head = [words.guarantee, ...services, words.bill, words.gap];
  const separator = language === 'en' ? ',' : ';';
  const lines = [head, ...table.rows.map((row) => fieldsOf(row, text))].map((fields) =>
    fields.map(csvField).join(separator),
  );
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function fieldsOf(row: ParityTable['rows'][number], text: ParityText): readonly string[] {
  const { bill, words, language } = text;
  const cells = row.cells.flatMap((cell) => {
    const { notVerified, partly } = words;
    const isKnown = cell.facts.length > 0;
    const standing = cell.standing === 'partly' ? partly : isKnown ? words.verified : notVerified;
    return [isKnown ? cellLines(cell, text).join('\n') : '', standing];
  });
  const provisions = [...billLines(row, bill, language), ...billFactLines(row, text)].join('\n');
  return [row.guarantee.name[language], ...cells, provisions, words.gaps[row.gap]];
}

/**
 * A field that no spreadsheet takes for a formula: one that begins with a sign of a formula gets an apostrophe before it. Always in
 * quotation marks, so that line ends and separators stay within.
 */
export function csvField(text: string): string {
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
