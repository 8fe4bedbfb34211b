import type { WordDocument } from '../../core/word/document.ts';
import { longestWholeRow, looksOf } from '../../core/word/looks.ts';
import { textWidth } from '../../core/word/page.ts';
import { type Piece, paginate, type RowBox } from '../../core/word/paginate.ts';
import { type Inked, inkOf } from './draw.ts';
import { drawPage, drawRow, linePixels, pixels, sheetOf, tableFrame } from './draw-page.ts';
import { partOf, startOfLine } from './measure.ts';
import { type PrintRow, remarkNumbers } from './print-model.ts';

interface Drawn {
  readonly row: PrintRow;
  readonly element: HTMLElement;
  readonly box: RowBox;
}

const whole = { isFirst: true, isLast: true, hasBefore: true };

/** Where nobody sees it, as wide as the text of the page. */
function bench({ layout }: WordDocument): HTMLElement {
  const element = document.createElement('div');
  element.className = 'paper-bench';
  element.setAttribute('aria-hidden', 'true');
  element.style.width = `${textWidth(layout) / 20}pt`;
  return element;
}

/**
 * The pages of a document as elements, each a whole sheet of paper: what the preview shows is what the printer gets. Everything is drawn
 * once beside the screen and measured in one go; then the pages are a matter of heights, and only what is divided is drawn anew.
 * `nameOf` gives the name of a page by its number, for the screen reader.
 */
export async function layOut(
  document: WordDocument,
  rows: readonly PrintRow[],
  nameOf: (page: number) => string,
): Promise<readonly HTMLElement[]> {
  await globalThis.document.fonts?.ready;
  const ink = inkOf(document, remarkNumbers(document.comments));
  const place = bench(document);
  const head = columnHead(document);
  const elements = rows.map((row) => drawRow(row, ink, whole));
  const headElement = head && drawRow(head, ink, whole);
  place.append(...(headElement ? [headElement] : []), ...elements);
  globalThis.document.body.append(place);
  try {
    const drawn = rows.map((row, i) => measured(row, elements[i] as HTMLElement));
    const { height, margin } = sheetOf(document.layout);
    const headHeight = headElement?.getBoundingClientRect().height ?? 0;
    const pages = paginate(
      drawn.map(({ box }) => box),
      pixels(height - margin.top - margin.bottom) - headHeight,
    );
    const pieces = pages.map((page) => page.map((piece) => drawPiece(drawn[piece.row] as Drawn, piece, ink)));
    return pieces.map((page, i) => {
      const shown = head ? [drawRow(head, ink, whole), ...page] : page;
      return drawPage(document, shown, i + 1, nameOf(i + 1));
    });
  } finally {
    place.remove();
  }
}

/** The names of the columns, at the head of each page. */
function columnHead({ layout, rows }: WordDocument): PrintRow | undefined {
  const [first] = rows;
  if (layout !== 'parallel' || !first) return undefined;
  const looks = looksOf(layout);
  return { cells: first.cells.map((paragraph) => ({ paragraph, look: looks[paragraph.style] })), isInTable: true };
}

function measured(row: PrintRow, element: HTMLElement): Drawn {
  const texts = [...element.querySelectorAll<HTMLElement>('.paper-text')];
  const cells = row.cells.map(({ look }, i) => {
    const lineHeight = linePixels(look);
    const height = texts[i]?.getBoundingClientRect().height ?? 0;
    return {
      lines: Math.round(height / lineHeight),
      lineHeight,
      before: pixels(look.before ?? 0),
      after: pixels(look.after ?? 0),
    };
  });
  const isShort = row.cells.every(({ paragraph }) => lengthOf(paragraph.runs) <= longestWholeRow);
  const box: RowBox = {
    cells,
    frame: row.isInTable ? pixels(tableFrame) : 0,
    keepNext: row.cells.some(({ look }) => look.keepNext === true),
    isWhole: row.cells.some(({ look }) => look.keepLines === true) || (row.isInTable && isShort),
  };
  return { row, element, box };
}

function lengthOf(runs: readonly { readonly text: string }[]): number {
  return runs.reduce((sum, run) => sum + run.text.length, 0);
}

function drawPiece({ row, element, box }: Drawn, piece: Piece, ink: Inked): HTMLElement {
  const texts = [...element.querySelectorAll('.paper-text')];
  const cells = row.cells.map(({ paragraph, look }, i) => {
    const { from, to } = piece.cells[i] ?? { from: 0, to: 0 };
    const { lines, lineHeight } = box.cells[i] ?? { lines: 0, lineHeight: 1 };
    const text = texts[i];
    if (!text || (from === 0 && to === lines)) return { paragraph, look };
    const [start, end] = [from, to].map((line) => startOfLine(text, line, lineHeight));
    return { paragraph: trimmed(partOf(paragraph, start ?? 0, end ?? 0)), look };
  });
  return drawRow({ ...row, cells }, ink, { isFirst: piece.isFirst, isLast: piece.isLast, hasBefore: piece.hasBefore });
}

/** The space or the line break at which a paragraph is divided belongs to neither part. */
function trimmed(paragraph: PrintRow['cells'][number]['paragraph']): PrintRow['cells'][number]['paragraph'] {
  const [first, ...rest] = paragraph.runs;
  return first ? { ...paragraph, runs: [{ ...first, text: first.text.replace(/^[ \n]/, '') }, ...rest] } : paragraph;
}
