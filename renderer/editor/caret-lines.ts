import { type BaseRange, type Point, Point as Points, Transforms } from 'slate';
import { caretRect, cellElement, lineAt, linesOf, pointAt, scrollerOf } from './caret-places.ts';
import { endOfCell, indexOf, startOfCell, unitsOf } from './places.ts';
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
