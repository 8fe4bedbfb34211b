import type { Point } from 'slate';
import { goalOf, moveTo } from './caret-lines.ts';
import { caretRect, cellElement, type Line, linesOf, pointAt, scrollerOf } from './caret-places.ts';
import { endOfCell, indexOf, startOfCell, unitsOf } from './places.ts';
import type { ViewParts } from './view-context.ts';

/*
 * PageUp and PageDown. The browser's own jump counts the columns that are not live as places for the caret and loses it between the
 * rows; here the sheet goes on by what is in sight, and the caret to the line of the live column that comes to stand where it stood.
 */

/** What is seen twice: the last line of a page is the first of the next. */
const overlapPixels = 48;

/** Moves by what is in sight; false leaves the key to the browser, which happens only where there is nothing to measure. */
export function moveByPage(parts: ViewParts, step: 1 | -1, extend: boolean): boolean {
  const { slate, session } = parts;
  const scroller = scrollerOf(slate);
  const focus = slate.selection?.focus;
  const here = focus && caretRect(slate, focus);
  if (!focus || !here || !scroller) return false;
  const x = goalOf(slate, focus, here);
  const view = sightOf(scroller);
  const page = Math.max(view.bottom - view.top - overlapPixels, overlapPixels);
  const before = scroller.scrollTop;
  scroller.scrollTop += step * page;
  const rest = page - Math.abs(scroller.scrollTop - before);
  const middle = (here.top + here.bottom) / 2 + step * rest;
  const y = Math.min(Math.max(middle, view.top), view.bottom);
  // Where the sheet ends the caret goes on alone, and at last to the edge of the text.
  const isPastEnd = rest > 1 && middle !== y;
  const last = unitsOf(slate).length - 1;
  const edge = step > 0 ? endOfCell(slate, last, session.language) : startOfCell(0, session.language);
  const target = (isPastEnd ? undefined : placeNear(parts, scroller, x, y)) ?? edge;
  moveTo(slate, target, extend, x);
  return true;
}

interface Sight {
  readonly top: number;
  readonly bottom: number;
}

function sightOf(scroller: HTMLElement): Sight {
  const { top, bottom } = scroller.getBoundingClientRect();
  return { top: top + (scroller.querySelector('.draft-heads')?.clientHeight ?? 0), bottom };
}

/** The place on the line of the live column that lies nearest to a height in the window. */
function placeNear(parts: ViewParts, scroller: HTMLElement, x: number, y: number): Point | undefined {
  const index = rowNear(parts, scroller, y);
  const lines = index === undefined ? [] : linesOf(cellElement(parts, index));
  const distance = (line: Line): number => Math.max(line.top - y, y - line.bottom, 0);
  const [nearest] = lines.toSorted((a, b) => distance(a) - distance(b));
  const point = nearest && pointAt(parts, scroller, nearest, x, 1);
  return point && indexOf(point) === index ? point : undefined;
}

/** The provision at a height in the window, or the next one below, where there is a gap. Rows that are not laid out are not asked. */
function rowNear({ slate, scheduler }: ViewParts, scroller: HTMLElement, y: number): number | undefined {
  if (scheduler.isBehind) scheduler.settle();
  const chunk = lowestAt(scroller.querySelectorAll('.draft-chunk'), y);
  const row = lowestAt((chunk ?? scroller).querySelectorAll<HTMLElement>('.unit'), y);
  const index = unitsOf(slate).findIndex(({ id }) => id === row?.dataset.unit);
  return index < 0 ? undefined : index;
}

function lowestAt<T extends Element>(elements: NodeListOf<T>, y: number): T | undefined {
  for (const element of elements) if (element.getBoundingClientRect().bottom >= y) return element;
  return [...elements].at(-1);
}
