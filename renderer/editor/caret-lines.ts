import { type BaseRange, Node, type Point, Point as Points, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import { cellPath, columnOf, endOfCell, indexOf, startOfCell, unitsOf } from './places.ts';
import type { BillEditor } from './slate-types.ts';
import type { ViewParts } from './view-context.ts';

/*
 * The caret by visual lines: up, down, Home and End.
 *
 * Chromium cannot put the caret into a line that lies wholly inside a citation, which is one thing to it and not words. Asked to go
 * there it runs on to the next text that it likes, forty provisions further, and with Shift it selects all of them. So the lines of
 * the cell are measured here: the next one takes the caret; of a citation it takes the edge that lies on the line, or, where the
 * whole line is inside, the edge in the direction of the key. A key never passes more than one provision.
 */

export interface Line {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Where the caret was before the first of several arrows, so that a short line does not draw it to the left for good. */
interface Goal {
  readonly x: number;
  readonly at: Point;
}

const goals = new WeakMap<BillEditor, Goal>();

/** Where the first of several keys that go up and down began, from the left of the window. */
export function goalOf(slate: BillEditor, focus: Point, here: DOMRect): number {
  const goal = goals.get(slate);
  return goal && Points.equals(goal.at, focus) ? goal.x : here.left;
}

/** Puts the caret (or the end of the selection) there, and remembers what it was drawn to. */
export function moveTo(slate: BillEditor, target: Point, extend: boolean, x: number): void {
  select(slate, target, extend);
  goals.set(slate, { x, at: target });
}

/** Moves by one line; false leaves the key to the browser, which happens only where there is nothing to measure. */
export function moveByLine(parts: ViewParts, step: 1 | -1, extend: boolean): boolean {
  const { slate } = parts;
  const scroller = scrollerOf(slate);
  const focus = slate.selection?.focus;
  const here = focus && caretRect(slate, focus);
  if (!focus || !here || !scroller) return false;
  const x = goalOf(slate, focus, here);
  const target = inCell(parts, scroller, focus, here, x, step) ?? inNeighbour(parts, scroller, focus, x, step);
  moveTo(slate, target, extend, x);
  return true;
}

/** Home and End: the first or last place of the visual line. */
export function moveToLineEdge(parts: ViewParts, edge: 'start' | 'end', extend: boolean): boolean {
  const { slate } = parts;
  const scroller = scrollerOf(slate);
  const focus = slate.selection?.focus;
  const here = focus && caretRect(slate, focus);
  if (!focus || !here || !scroller) return false;
  const lines = linesOf(cellElement(parts, indexOf(focus)));
  const line = lines[lineAt(lines, here)];
  if (!line) return false;
  const x = edge === 'start' ? line.left + 1 : line.right - 1;
  const point = pointAt(parts, scroller, line, x, edge === 'start' ? -1 : 1);
  if (!point || indexOf(point) !== indexOf(focus)) return false;
  select(slate, point, extend);
  return true;
}

export function scrollerOf(slate: BillEditor): HTMLElement | null {
  return ReactEditor.toDOMNode(slate, slate).closest<HTMLElement>('.draft-view');
}

function select(slate: BillEditor, focus: Point, extend: boolean): void {
  const range: BaseRange = { anchor: extend && slate.selection ? slate.selection.anchor : focus, focus };
  Transforms.select(slate, range);
}

/** The place on the next line of the same cell; undefined at its first or last line. */
function inCell(
  parts: ViewParts,
  scroller: HTMLElement,
  focus: Point,
  here: DOMRect,
  x: number,
  step: 1 | -1,
): Point | undefined {
  const lines = linesOf(cellElement(parts, indexOf(focus)));
  for (let at = lineAt(lines, here) + step; at >= 0 && at < lines.length; at += step) {
    const line = lines[at];
    const point = line && pointAt(parts, scroller, line, x, step);
    // A citation may give the same edge for several lines: the caret has to move on.
    if (point && indexOf(point) === indexOf(focus) && Points.compare(point, focus) * step > 0) return point;
  }
  return undefined;
}

/** The first or last line of the neighbouring provision; at the ends of the bill the end of the text. */
function inNeighbour(parts: ViewParts, scroller: HTMLElement, focus: Point, x: number, step: 1 | -1): Point {
  const { slate, session } = parts;
  const index = indexOf(focus) + step;
  if (index < 0) return startOfCell(0, session.language);
  if (index >= unitsOf(slate).length) return endOfCell(slate, index - 1, session.language);
  const lines = linesOf(cellElement(parts, index));
  const line = step > 0 ? lines[0] : lines.at(-1);
  const point = line && pointAt(parts, scroller, line, x, step);
  if (point && indexOf(point) === index) return point;
  return step > 0 ? startOfCell(index, session.language) : endOfCell(slate, index, session.language);
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

function lineAt(lines: readonly Line[], { top, bottom }: DOMRect): number {
  const middle = (top + bottom) / 2;
  const at = lines.findIndex((line) => middle <= line.bottom);
  return at < 0 ? lines.length - 1 : at;
}

export function caretRect(slate: BillEditor, point: Point): DOMRect | undefined {
  try {
    const range = ReactEditor.toDOMRange(slate, { anchor: point, focus: point });
    const box = range.getBoundingClientRect();
    if (box.height > 0) return box;
    const { endContainer } = range;
    return (endContainer instanceof Element ? endContainer : endContainer.parentElement)?.getBoundingClientRect();
  } catch {
    return undefined;
  }
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
  return point && point.path[1] === columnOf(parts.session.language) ? point : undefined;
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
