import { Point, Range } from 'slate';
import { ReactEditor } from 'slate-react';
import type { Language } from '../../core/base/language.ts';
import { indexOfUnit } from '../../core/draft/outline.ts';
import type { Parts } from './parts.ts';
import { endOfCell, indexOf, startOfCell, unitSpan, unitsOf } from './places.ts';
import { plainRange } from './plain-range.ts';
import { rowsInSight } from './rows-in-sight.ts';
import { manyUnits } from './session.ts';
import type { BillEditor } from './slate-types.ts';

/*
 * A selection over a whole code. What is selected on the page the browser lays out, in sight or not: seven seconds at 500 articles.
 * So the draft's selection is the whole, and the page's only as much of it as is in sight, renewed as one scrolls. All that acts on a
 * selection (copying, deleting, typing over it) goes by the draft's. Slate asks `ReactEditor` for both translations, from the draft to the
 * page and back; there each end that was drawn in is put back where the draft has it.
 */

/** What of a selection is drawn. */
interface Drawn {
  readonly of: Range;
  readonly as: Range;
}

interface Sheet {
  readonly narrowed: (range: Range) => Range;
  readonly widened: (range: Range) => Range;
  readonly endsOutOfSight: () => boolean;
}

const sheets = new WeakMap<object, Sheet>();

const { toDOMRange, resolveDOMRange, toSlateRange } = ReactEditor;
ReactEditor.toDOMRange = (editor, range) => toDOMRange(editor, sheets.get(editor)?.narrowed(range) ?? range);
ReactEditor.resolveDOMRange = (editor, range) => resolveDOMRange(editor, sheets.get(editor)?.narrowed(range) ?? range);
ReactEditor.toSlateRange = (editor, domRange, options) => {
  const range = plainRange(editor as ReactEditor, domRange) ?? toSlateRange(editor, domRange, options);
  return (range && sheets.get(editor)?.widened(range)) ?? range;
};

export function isWide(range: Range): boolean {
  const [first, last] = unitSpan(range);
  return last - first > manyUnits;
}

/** Whether the selection ends where the page does not show it as selected. */
export function endsOutOfSight(slate: BillEditor): boolean {
  return sheets.get(slate)?.endsOutOfSight() === true;
}

/** From now on a wide selection of `slate` is drawn as far as it is in sight of `scroller`. The returned function ends it. */
export function drawWideSelections({ slate, session }: Parts, scroller: HTMLElement): () => void {
  let drawn: Drawn | undefined;
  const ofNow = (): Drawn | undefined =>
    drawn && slate.selection && Range.equals(drawn.of, slate.selection) ? drawn : undefined;
  sheets.set(slate, {
    narrowed: (range) => {
      if (!slate.selection || !Range.equals(range, slate.selection)) return range;
      drawn = isWide(range) ? { of: range, as: partInSight(slate, range, scroller, session.language) } : undefined;
      return drawn?.as ?? range;
    },
    widened: (range) => {
      const now = ofNow();
      return now ? putBack(range, now) : range;
    },
    endsOutOfSight: () => {
      const now = ofNow();
      return now !== undefined && !Point.equals(now.of.focus, now.as.focus);
    },
  });
  let frame = 0;
  const follow = (): void => {
    cancelAnimationFrame(frame);
    if (ofNow()) frame = requestAnimationFrame(() => selectOnPage(slate));
  };
  scroller.addEventListener('scroll', follow, { passive: true });
  return () => {
    cancelAnimationFrame(frame);
    scroller.removeEventListener('scroll', follow);
    sheets.delete(slate);
  };
}

function selectOnPage(slate: BillEditor): void {
  const { selection } = slate;
  const range = selection && ReactEditor.isFocused(slate) ? ReactEditor.resolveDOMRange(slate, selection) : null;
  if (!range) return;
  const [start, end] = [
    [range.startContainer, range.startOffset],
    [range.endContainer, range.endOffset],
  ] as const;
  const [anchor, focus] = selection && Range.isBackward(selection) ? [end, start] : [start, end];
  getSelection()?.setBaseAndExtent(...anchor, ...focus);
}

/** So many units out of sight an end stays where it is, if it is drawn: a step of the caret goes there, and the sheet has to follow it. */
const near = 40;

function partInSight(slate: BillEditor, range: Range, scroller: HTMLElement, language: Language): Range {
  const rows = rowsInSight(scroller);
  const units = unitsOf(slate);
  const [first, last] = [rows[0], rows.at(-1)].map((row) => indexOfUnit(units, row?.dataset.unit ?? ''));
  if (first === undefined || last === undefined || first < 0 || last < 0) return range;
  const [start, end] = Range.edges(range);
  const isDrawn = (point: Point): boolean => ReactEditor.resolveDOMPoint(slate, point) !== null;
  const drawIn = (point: Point, edge: (index: number) => Point): Point => {
    const index = indexOf(point);
    if (index >= first - near && index <= last + near && isDrawn(point)) return point;
    return edge(Math.min(Math.max(index, first), last));
  };
  const anchor = drawIn(start, (index) => startOfCell(index, language));
  const focus = drawIn(end, (index) => endOfCell(slate, index, language));
  return Range.isBackward(range) ? { anchor: focus, focus: anchor } : { anchor, focus };
}

/** What the page says is selected, with the ends that were drawn in where the draft has them. */
function putBack(range: Range, { of, as }: Drawn): Range {
  if (Range.isCollapsed(range)) return range;
  const [[from, to], [start, end]] = [Range.edges(as), Range.edges(of)];
  const back = (point: Point): Point => {
    if (Point.equals(point, from)) return start;
    return Point.equals(point, to) ? end : point;
  };
  return { anchor: back(range.anchor), focus: back(range.focus) };
}
