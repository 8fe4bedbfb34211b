import type { Language } from '../base/language.ts';
import type { WordDocument, WordParagraph } from './document.ts';
import { type Look, lineHeight, looksOf } from './looks.ts';
import { page, textWidth, typeface } from './page.ts';
import { type CellBox, paginate, type RowBox } from './paginate.ts';

/** Average width of a letter as a part of the size, measured on the bills of the templates in Times New Roman. */
const letterWidth: Readonly<Record<Language, number>> = { ky: 0.52, ru: 0.51, en: 0.45 };
/** A line of this typeface is higher than its size. */
const naturalHeight = 1.15;

/** About how many pages a document in one language has on paper: by the count of its letters, without laying it out. */
export function estimatePages(document: WordDocument): number {
  const looks = looksOf(document.layout);
  const rows = document.paragraphs.map((paragraph): RowBox => {
    const look = looks[paragraph.style];
    const isKept = look.keepLines === true;
    return { cells: [boxOf(paragraph, look)], frame: 0, keepNext: look.keepNext === true, isWhole: isKept };
  });
  return paginate(rows, page.height - page.margin.top - page.margin.bottom).length;
}

function boxOf({ runs, language }: WordParagraph, look: Look): CellBox {
  const size = (look.size ?? typeface.size) * 10;
  const width = textWidth('single');
  const lines = runs
    .map(({ text }) => text)
    .join('')
    .split('\n')
    .map((line, i) => line.length * size * letterWidth[language] + (i === 0 ? (look.firstLine ?? 0) : 0))
    .reduce((sum, length) => sum + Math.max(1, Math.ceil(length / width)), 0);
  return { lines, lineHeight: size * naturalHeight * lineHeight, before: look.before ?? 0, after: look.after ?? 0 };
}
