import { Node, type Point } from 'slate';
import { ReactEditor } from 'slate-react';
import { cellPath, columnOf, startOfCell, unitsOf } from './places.ts';
import type { BillEditor } from './slate-types.ts';
import type { ViewParts } from './view-context.ts';

/*
 * Where things are on the screen: the lines of a text, the caret, and the place in the text at a point of the window.
 */

export interface Line {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export function scrollerOf(slate: BillEditor): HTMLElement | null {
  return ReactEditor.toDOMNode(slate, slate).closest<HTMLElement>('.draft-view');
}

export function cellElement({ slate, session }: ViewParts, index: number): HTMLElement | undefined {
  const cell = Node.getIf(slate, cellPath(index, session.language));
  try {
    return cell && ReactEditor.toDOMNode(slate, cell);
  } catch {
    // Not drawn yet: the provision is taken from its start.
    return undefined;
  }
}

export function linesOf(element: HTMLElement | undefined): readonly Line[] {
  if (!element) return [];
  const range = document.createRange();
  range.selectNodeContents(element);
  const boxes = [...range.getClientRects()]
    .filter((box) => box.height > 0)
    .sort((a, b) => a.top - b.top || a.left - b.left);
  const lines: Line[] = [];
  for (const { top, bottom, left, right } of boxes) {
    const last = lines.at(-1);
    if (!last || (top + bottom) / 2 > last.bottom) lines.push({ top, bottom, left, right });
    else {
      last.bottom = Math.max(last.bottom, bottom);
      last.left = Math.min(last.left, left);
      last.right = Math.max(last.right, right);
    }
  }
  return lines;
}

export function lineAt(lines: readonly Line[], { top, bottom }: DOMRect): number {
  const middle = (top + bottom) / 2;
  const at = lines.findIndex((line) => middle <= line.bottom);
  return at < 0 ? lines.length - 1 : at;
}

export function caretRect(slate: BillEditor, point: Point): DOMRect | undefined {
  try {
    const range = ReactEditor.toDOMRange(slate, { anchor: point, focus: point });
    const box = range.getBoundingClientRect();
    if (box.height > 0) return onLowerLine(range, box) ?? box;
    const { endContainer } = range;
    return (endContainer instanceof Element ? endContainer : endContainer.parentElement)?.getBoundingClientRect();
  } catch {
    return undefined;
  }
}

/**
 * The place between two lines of one text is the end of the upper and the start of the lower one. A range is measured at the upper, the
 * caret that Slate sets is drawn at the lower.
 */
function onLowerLine({ startContainer, startOffset }: Range, { top, bottom }: DOMRect): DOMRect | undefined {
  if (!(startContainer instanceof Text) || startOffset >= startContainer.length) return undefined;
  const next = document.createRange();
  next.setStart(startContainer, startOffset);
  next.setEnd(startContainer, startOffset + 1);
  const [box] = next.getClientRects();
  return box && box.top > (top + bottom) / 2 ? new DOMRect(box.left, box.top, 0, box.height) : undefined;
}

/** After a click behind the end of a line that was broken: the browser draws the caret there, but every key would count it to the next line. */
export function keepOnClickedLine({ clientY, detail }: MouseEvent): void {
  const selection = getSelection();
  const { anchorNode, anchorOffset } = selection ?? {};
  if (detail !== 1 || !selection?.isCollapsed || !(anchorNode instanceof Text) || !anchorOffset) return;
  const range = selection.getRangeAt(0);
  const lower = onLowerLine(range, range.getBoundingClientRect());
  if (lower && clientY < lower.top) selection.collapse(anchorNode, anchorOffset - 1);
}

/** The end of an upper line is before the space at which it was broken: behind it the caret would be drawn on the next line. */
function endOfUpperLine(slate: BillEditor, point: Point, bottom: number): Point {
  const box = point.offset > 0 ? caretRect(slate, point) : undefined;
  return box && box.top >= bottom - 1 ? { ...point, offset: point.offset - 1 } : point;
}

/** Scrolls the line into sight, for only what is in sight can be asked for its place, and finds the place at `x`. */
export function pointAt(
  parts: ViewParts,
  scroller: HTMLElement,
  line: Line,
  x: number,
  step: 1 | -1,
): Point | undefined {
  const shift = bringIntoSight(scroller, line);
  const y = (line.top + line.bottom) / 2 - shift;
  const inside = Math.min(Math.max(x, line.left + 1), Math.max(line.right - 1, line.left + 1));
  const place = document.caretPositionFromPoint(inside, y);
  if (!place) return undefined;
  const element = place.offsetNode instanceof Element ? place.offsetNode : place.offsetNode.parentElement;
  if (element?.closest('.label, .placeholder')) {
    const unit = element.closest<HTMLElement>('[data-unit]')?.dataset.unit;
    const index = unitsOf(parts.slate).findIndex(({ id }) => id === unit);
    return index < 0 ? undefined : startOfCell(index, parts.session.language);
  }
  const fixed = element?.closest<HTMLElement>('.citation, .reference');
  if (fixed) return edgeOf(parts, fixed, { ...line, top: line.top - shift, bottom: line.bottom - shift }, inside, step);
  const point = ReactEditor.toSlatePoint(parts.slate, [place.offsetNode, place.offset], {
    exactMatch: false,
    suppressThrow: true,
  });
  if (!point || point.path[1] !== columnOf(parts.session.language)) return undefined;
  return endOfUpperLine(parts.slate, point, line.bottom - shift);
}

/** The edge of a citation that lies on the line, the nearer of two; the one in the key's direction when neither does. */
function edgeOf({ slate }: ViewParts, fixed: HTMLElement, line: Line, x: number, step: 1 | -1): Point | undefined {
  const path = ReactEditor.findPath(slate, ReactEditor.toSlateNode(slate, fixed));
  const [unit = 0, column = 0, at = 0] = path;
  const before: Point = { path: [unit, column, at - 1], offset: textLength(slate, [unit, column, at - 1]) };
  const after: Point = { path: [unit, column, at + 1], offset: 0 };
  const boxes = [...fixed.getClientRects()].filter((box) => box.height > 0);
  const isOn = (box: DOMRect | undefined): boolean => !!box && box.top < line.bottom && box.bottom > line.top;
  const [first, last] = [boxes[0], boxes.at(-1)];
  const starts = isOn(first);
  const ends = isOn(last);
  if (starts && ends) return x - (first?.left ?? 0) < (last?.right ?? 0) - x ? before : after;
  if (starts) return before;
  if (ends) return after;
  return step > 0 ? after : before;
}

function textLength(slate: BillEditor, path: readonly number[]): number {
  const node = Node.getIf(slate, [...path]);
  return node && 'text' in node ? node.text.length : 0;
}

const margin = 30;

/** By how much the sheet was moved up for the line to lie in sight. */
function bringIntoSight(scroller: HTMLElement, { top, bottom }: Line): number {
  const view = scroller.getBoundingClientRect();
  const heads = scroller.querySelector('.draft-heads')?.clientHeight ?? 0;
  const above = view.top + heads + margin - top;
  const below = bottom - (view.bottom - margin);
  const before = scroller.scrollTop;
  if (above > 0) scroller.scrollTop -= above;
  else if (below > 0) scroller.scrollTop += below;
  return scroller.scrollTop - before;
}
