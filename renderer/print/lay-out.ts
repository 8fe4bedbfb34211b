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

/** So many rows are drawn and measured in one step: about a page and a half. */
const rowsInStep = 24;
/** How much of the work is done when all is measured; the rest is making the pages. */
const measuredShare = 0.8;

/**
 * The pages of a document as elements, each a whole sheet of paper: what the preview shows is what the printer gets. Everything is drawn
 * once beside the screen and measured; then the pages are a matter of heights, and only what is divided is drawn anew. In short steps,
 * each of which gives the share that is done, from 0 to 1: a whole code takes the browser seconds. `nameOf` gives the name of a page by
 * its number, for the screen reader.
 */
export function* layOutInSteps(
  document: WordDocument,
  rows: readonly PrintRow[],
  nameOf: (page: number) => string,
): Generator<number, readonly HTMLElement[], undefined> {
  const ink = inkOf(document, remarkNumbers(document.comments));
  const stand: Stand = (elements, look) => {
    const place = bench(document);
    place.append(...elements);
    globalThis.document.body.append(place);
    const seen = look();
    place.remove();
    return seen;
  };
  const measure = (some: readonly PrintRow[]): readonly Drawn[] => {
    const elements = some.map((row) => drawRow(row, ink, whole));
    return stand(elements, () => some.map((row, i) => measured(row, elements[i] as HTMLElement)));
  };
  const head = columnHead(document);
  const headHeight = head ? heightOf(head, ink, stand) : 0;
  const drawn: Drawn[] = [];
  for (let from = 0; from < rows.length; from += rowsInStep) {
    drawn.push(...measure(rows.slice(from, from + rowsInStep)));
    yield (measuredShare * drawn.length) / rows.length;
  }
  const sheets: HTMLElement[] = [];
  const pages = paginate(
    drawn.map(({ box }) => box),
    roomOn(document) - headHeight,
  );
  for (const page of pages) {
    const pieces = page.map((piece) => drawPiece(drawn[piece.row] as Drawn, piece, ink, stand));
    const number = sheets.length + 1;
    sheets.push(drawPage(document, head ? [drawRow(head, ink, whole), ...pieces] : pieces, number, nameOf(number)));
    yield measuredShare + ((1 - measuredShare) * number) / pages.length;
  }
  return sheets;
}

/** Puts elements where they can be measured for as long as one looks: what stands there costs time in every frame. */
type Stand = <T>(elements: readonly HTMLElement[], look: () => T) => T;

function heightOf(row: PrintRow, ink: Inked, stand: Stand): number {
  const element = drawRow(row, ink, whole);
  return stand([element], () => element.getBoundingClientRect().height);
}

/** For the text on one page, in pixels. */
function roomOn({ layout }: WordDocument): number {
  const { height, margin } = sheetOf(layout);
  return pixels(height - margin.top - margin.bottom);
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

function drawPiece({ row, element, box }: Drawn, piece: Piece, ink: Inked, stand: Stand): HTMLElement {
  const isDivided = piece.cells.some(({ from, to }, i) => from > 0 || to < (box.cells[i]?.lines ?? 0));
  const cells = isDivided ? stand([element], () => dividedCells({ row, element, box }, piece)) : row.cells;
  return drawRow({ ...row, cells }, ink, { isFirst: piece.isFirst, isLast: piece.isLast, hasBefore: piece.hasBefore });
}

function dividedCells({ row, element, box }: Drawn, piece: Piece): PrintRow['cells'] {
  const texts = [...element.querySelectorAll('.paper-text')];
  return row.cells.map(({ paragraph, look }, i) => {
    const { from, to } = piece.cells[i] ?? { from: 0, to: 0 };
    const { lines, lineHeight } = box.cells[i] ?? { lines: 0, lineHeight: 1 };
    const text = texts[i];
    if (!text || (from === 0 && to === lines)) return { paragraph, look };
    const [start, end] = [from, to].map((line) => startOfLine(text, line, lineHeight));
    return { paragraph: trimmed(partOf(paragraph, start ?? 0, end ?? 0)), look };
  });
}

/** The space or the line break at which a paragraph is divided belongs to neither part. */
function trimmed(paragraph: PrintRow['cells'][number]['paragraph']): PrintRow['cells'][number]['paragraph'] {
  const [first, ...rest] = paragraph.runs;
  return first ? { ...paragraph, runs: [{ ...first, text: first.text.replace(/^[ \n]/, '') }, ...rest] } : paragraph;
}
