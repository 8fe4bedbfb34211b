import type { MouseEvent } from 'react';

const inset = 4;

/**
 * While a selection is being drawn and the pointer strays over another column, the browser stops following it. Here the selection
 * goes on in the live column, at the height of the pointer.
 */
export function followStrayPointer(event: MouseEvent<HTMLElement>): void {
  if (event.buttons !== 1 || !(event.target instanceof Element)) return;
  const row = event.target.closest('.cell-off, .unit-number')?.closest('.unit');
  const cell = row?.querySelector(':scope > .cell:not(.cell-off)');
  const selection = getSelection();
  if (!cell || !selection?.anchorNode || !event.currentTarget.contains(selection.anchorNode)) return;
  const box = cell.getBoundingClientRect();
  const x = between(event.clientX, box.left, box.right);
  const y = between(event.clientY, box.top, box.bottom);
  const place = document.caretPositionFromPoint(x, y);
  const isText = place?.offsetNode.parentElement?.closest('[data-slate-string], [data-slate-zero-width]');
  if (place && isText && cell.contains(place.offsetNode)) selection.extend(place.offsetNode, place.offset);
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least + inset), most - inset);
}
