import type { MouseEvent } from 'react';
import { Path, Range, Transforms } from 'slate';
import type { ViewParts } from './view-context.ts';
import { blankToFill } from './with-blanks.ts';

/** Where the selection stood when the mouse went down. */
let before: Range | null = null;

export function rememberSelection({ slate }: Pick<ViewParts, 'slate'>): void {
  before = slate.selection;
}

/** A click into a blank selects what is to be filled; a second one there puts the caret where it was clicked. */
export function selectClickedBlank(event: MouseEvent<HTMLElement>, { slate, session }: ViewParts): void {
  if (event.detail !== 1 || event.shiftKey || event.button !== 0) return;
  // By the place: the words under the mouse were drawn anew if their column became live at its press.
  const hit = document.elementFromPoint(event.clientX, event.clientY);
  if (!hit?.closest('.draft-text .blank')) return;
  session.screen.settle();
  const range = blankToFill(slate);
  if (!range || (before && Range.isExpanded(before) && Path.equals(before.focus.path, range.focus.path))) return;
  Transforms.select(slate, range);
}
