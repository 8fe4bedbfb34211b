import type { WordDocument } from '../../core/word/document.ts';
import { page } from '../../core/word/page.ts';
import { drawParagraph, type Inked, lineOf, type Part, points } from './draw.ts';
import type { PrintRow } from './print-model.ts';

/** Inner margins of a table's cells, as the Word export sets them. */
const cellMargin = { top: 57, bottom: 85, side: 113 } as const;
/** Thickness of its lines, in twentieths of a point. */
const lineWidth = 10;

/** What the frame of a row adds to the height of its text, in twentieths of a point. */
export const tableFrame = cellMargin.top + cellMargin.bottom + lineWidth;

interface RowPart extends Part {
  readonly hasBefore: boolean;
}

/** A row, or a part of it: the paragraph, or the cells of the table with theirs. */
export function drawRow(row: PrintRow, ink: Inked, part: RowPart): HTMLElement {
  const element = document.createElement('div');
  element.className = row.isInTable ? 'paper-row paper-table' : 'paper-row';
  for (const { paragraph, look } of row.cells) {
    const text = drawParagraph(paragraph, look, ink, part);
    if (look.before && part.hasBefore) text.style.marginBlockStart = points(look.before);
    if (look.after && part.isLast) text.style.marginBlockEnd = points(look.after);
    element.append(row.isInTable ? drawCell(text) : text);
  }
  return element;
}

function drawCell(text: HTMLElement): HTMLElement {
  const cell = document.createElement('div');
  cell.className = 'paper-cell';
  const { top, bottom, side } = cellMargin;
  cell.style.padding = `${points(top)} ${points(side)} ${points(bottom)}`;
  cell.append(text);
  return cell;
}

/** Measures of the page of a layout, in twentieths of a point. */
export function sheetOf(layout: WordDocument['layout']): {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
} {
  return layout === 'parallel'
    ? { width: page.height, height: page.width, margin: page.wideMargin }
    : { width: page.width, height: page.height, margin: page.margin };
}

/** The sheet of a page: its running head, its text, its number (the first page has none). */
export function drawPage(
  { layout, runningHead, language }: WordDocument,
  rows: readonly HTMLElement[],
  number: number,
  name: string,
): HTMLElement {
  const { width, height, margin } = sheetOf(layout);
  const sheet = document.createElement('section');
  sheet.className = layout === 'parallel' ? 'paper paper-wide' : 'paper';
  sheet.setAttribute('aria-label', name);
  sheet.style.width = points(width);
  sheet.style.height = points(height);
  sheet.style.padding = [margin.top, margin.right, margin.bottom, margin.left].map(points).join(' ');
  if (runningHead !== undefined) sheet.append(marginal('paper-head', runningHead, language, page.header));
  sheet.append(...rows);
  if (number > 1) sheet.append(marginal('paper-number', String(number), language, page.footer));
  return sheet;
}

function marginal(className: string, words: string, language: string, distance: number): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.lang = language;
  element.style.setProperty('--distance', points(distance));
  element.textContent = words;
  return element;
}

/** Height of a line of the look in CSS pixels. */
export function linePixels(look: Parameters<typeof lineOf>[0]): number {
  return pixels(lineOf(look) * 20);
}

/** Twentieths of a point in CSS pixels. */
export function pixels(twentieths: number): number {
  return twentieths / 15;
}
