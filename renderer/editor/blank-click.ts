import type { MouseEvent } from 'react';
import { Path, type Point, Range, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import type { ViewParts } from './view-context.ts';
import { blankToFill } from './with-blanks.ts';

/** Where the selection stood when the mouse went down. */
let before: Range | null = null;

export function rememberSelection({ slate }: Pick<ViewParts, 'slate'>): void {
  before = slate.selection;
}

/** A click into a blank selects what is to be filled; a second one there puts the caret where it was clicked. */
export function selectClickedBlank(event: MouseEvent<HTMLElement>, { slate }: ViewParts): void {
  if (event.detail !== 1 || event.shiftKey || event.button !== 0) return;
  if (window.getSelection()?.isCollapsed === false) return;
  const at = blankUnder(event, slate);
  const range = at && blankToFill(slate, at);
  if (!range || (before && Range.isExpanded(before) && Path.equals(before.focus.path, range.focus.path))) return;
  Transforms.select(slate, range);
}

/**
 * By the place of the mouse: when its column became live at the press, the words were drawn anew under it, and what the browser has
 * selected is not yet where the click was.
 */
function blankUnder({ clientX, clientY }: MouseEvent, slate: ViewParts['slate']): Point | undefined {
  const hit = document.elementFromPoint(clientX, clientY)?.closest('.draft-text .blank');
  const text = hit?.closest('[data-slate-node="text"]');
  if (!hit || !text) return undefined;
  const path = ReactEditor.findPath(slate, ReactEditor.toSlateNode(slate, text));
  const caret = document.caretPositionFromPoint(clientX, clientY);
  return { path, offset: caret && hit.contains(caret.offsetNode) ? caret.offset : 0 };
}
