import type { WordDocument, WordParagraph } from './document.ts';

/**
 * The document as plain text: a paragraph a line, each with its label, and an empty line before what begins anew. Line breaks
 * inside a provision stay. In a parallel document each row is three lines, in the order of the columns, and an empty one.
 */
export function plainText(document: WordDocument): string {
  const lines =
    document.layout === 'parallel'
      ? document.rows.flatMap((row) => [...row.cells.map(paragraphText), ''])
      : document.paragraphs.flatMap((paragraph, i) => [...gapBefore(paragraph, i), paragraphText(paragraph)]);
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The words of a paragraph, its label first. */
export function paragraphText(paragraph: WordParagraph): string {
  return paragraph.runs.map((run) => run.text).join('');
}

const beginAnew: readonly WordParagraph['style'][] = [
  'law-heading',
  'title',
  'unofficial',
  'preamble',
  'section',
  'chapter',
  'article',
  'signature',
];

function gapBefore(paragraph: WordParagraph, index: number): readonly string[] {
  return index > 0 && beginAnew.includes(paragraph.style) ? [''] : [];
}
