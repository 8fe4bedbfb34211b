import type { MouseEvent } from 'react';
import { Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import { linksOf } from '../../core/draft/inline-edits.ts';
import { indexOfUnit } from '../../core/draft/outline.ts';
import type { Cell } from '../../core/draft/types.ts';
import { cellPath, unitAt, unitsOf } from './places.ts';
import type { ViewParts } from './view-context.ts';

/**
 * A press in a column that is not live makes it live before the browser places the caret. A citation is drawn anew by that, and the
 * browser would find nothing under the pointer: there the caret is put by hand, on the citation, as a press in the live column does.
 */
export function enterColumn(event: MouseEvent<HTMLElement>, parts: ViewParts, cell: Cell): void {
  const mark = event.target instanceof Element ? event.target.closest('.citation, .reference') : null;
  const order = mark ? [...event.currentTarget.querySelectorAll('.citation, .reference')].indexOf(mark) : -1;
  parts.activate(cell.lang);
  const index = indexOfUnit(unitsOf(parts.slate), cell.unit);
  const unit = unitAt(parts.slate, index);
  const link = unit && order >= 0 ? linksOf(unit, cell.lang)[order] : undefined;
  if (!link || event.button !== 0) return;
  event.preventDefault();
  ReactEditor.focus(parts.slate);
  Transforms.select(parts.slate, { path: [...cellPath(index, cell.lang), link.at, 0], offset: 0 });
  window.addEventListener('mouseup', clickAgain, { once: true });
}

/** The element that was pressed is gone when the button comes up, and of that the browser makes no click. */
function clickAgain({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): void {
  const mark = document.elementFromPoint(clientX, clientY)?.closest('.citation, .reference');
  mark?.dispatchEvent(new window.MouseEvent('click', { bubbles: true, clientX, clientY }));
}
