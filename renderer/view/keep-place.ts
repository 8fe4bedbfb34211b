import type { Settings } from '../../core/bridge/settings.ts';
import { rowsInSight } from '../editor/rows-in-sight.ts';
import { sheetScroller } from '../find/sight.ts';
import type { Desk } from '../state/desk.ts';

/** What stays where it is while the sheet is laid out anew. */
interface Anchor {
  /** At this height, in pixels. */
  readonly top: number;
  readonly find: () => number | undefined;
}

/** The height of the line that the caret stands in; undefined when it is not in the text. */
function caretTop(scroller: HTMLElement): number | undefined {
  const selection = window.getSelection();
  const node = selection?.focusNode;
  if (!selection || !node || !scroller.contains(node)) return undefined;
  const range = document.createRange();
  range.setStart(node, selection.focusOffset);
  const box = range.getBoundingClientRect();
  if (box.height > 0) return box.top;
  return (node instanceof Element ? node : node.parentElement)?.getBoundingClientRect().top;
}

function isInside(scroller: HTMLElement, top: number): boolean {
  const { top: from, bottom } = scroller.getBoundingClientRect();
  return top >= from && top < bottom;
}

/** The caret's line while it can be seen, else the first row that can. */
function anchorIn(scroller: HTMLElement): Anchor | undefined {
  const caret = caretTop(scroller);
  if (caret !== undefined && isInside(scroller, caret)) return { top: caret, find: () => caretTop(scroller) };
  const unit = rowsInSight(scroller)[0]?.dataset.unit;
  if (unit === undefined) return undefined;
  const find = (): number | undefined =>
    scroller.querySelector(`[data-unit="${CSS.escape(unit)}"]`)?.getBoundingClientRect().top;
  const top = find();
  return top === undefined ? undefined : { top, find };
}

const laysOut = ['zoom', 'columns', 'shares', 'outlineWidth', 'inspectorWidth'] as const satisfies (keyof Settings)[];

/**
 * Keeps the line that one reads in its place when the sheet changes: another zoom, other columns or widths. The settings tell before
 * React draws, so what is measured here is still the old sheet. Twice afterwards: what came into sight is laid out by the next frame.
 */
export function keepPlace(desk: Desk): () => void {
  let before = desk.settings.get();
  return desk.settings.subscribe(() => {
    const settings = desk.settings.get();
    const isSame = laysOut.every((name) => settings[name] === before[name]);
    before = settings;
    const scroller = sheetScroller();
    const anchor = !isSame && scroller ? anchorIn(scroller) : undefined;
    if (!scroller || !anchor) return;
    const restore = (): void => {
      const top = anchor.find();
      if (top !== undefined) scroller.scrollTop += top - anchor.top;
    };
    requestAnimationFrame(() => {
      restore();
      requestAnimationFrame(restore);
    });
  });
}

/** A wheel's notch is some 100 pixels; a touch pad sends many small steps. */
const notch = 80;

/** Ctrl with the wheel zooms the text, not the window around it. */
export function zoomByWheel(element: HTMLElement, zoom: (direction: 1 | -1) => void): () => void {
  let turned = 0;
  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    turned += event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * notch;
    if (Math.abs(turned) < notch) return;
    zoom(turned < 0 ? 1 : -1);
    turned = 0;
  };
  element.addEventListener('wheel', onWheel, { passive: false });
  return () => element.removeEventListener('wheel', onWheel);
}
