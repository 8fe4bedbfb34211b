import { type Path, type Point, Range } from 'slate';
import { type Language, languages } from '../../core/base/language.ts';
import type { Stretch } from '../../core/draft/blanks.ts';
import { type InlineText, isRun } from '../../core/draft/text.ts';
import type { Cell, Inline, Unit } from '../../core/draft/types.ts';
import type { BillEditor } from './slate-types.ts';

/*
 * Places in the flat list: [unit], [unit, column], [unit, column, inline]. All look-ups here are by index; a search by Slate's
 * `match` would walk the document.
 */

export function unitsOf(editor: BillEditor): readonly Unit[] {
  return editor.children as unknown as readonly Unit[];
}

export function columnOf(language: Language): number {
  return languages.indexOf(language);
}

export function indexOf(place: Point | Path): number {
  return (Array.isArray(place) ? place[0] : place.path[0]) ?? 0;
}

export function unitAt(editor: BillEditor, index: number): Unit | undefined {
  return unitsOf(editor)[index];
}

export function cellAt(editor: BillEditor, index: number, language: Language): Cell | undefined {
  return unitAt(editor, index)?.children[columnOf(language)];
}

export function cellPath(index: number, language: Language): Path {
  return [index, columnOf(language)];
}

export function startOfCell(index: number, language: Language): Point {
  return { path: [...cellPath(index, language), 0], offset: 0 };
}

export function endOfCell(editor: BillEditor, index: number, language: Language): Point {
  const children = cellAt(editor, index, language)?.children ?? [];
  const last = children.at(-1);
  const offset = last && isRun(last) ? last.text.length : 0;
  return { path: [...cellPath(index, language), Math.max(0, children.length - 1)], offset };
}

/** The cell that holds the point, by the point's own column. */
export function cellOfPoint(editor: BillEditor, point: Point): Cell | undefined {
  return unitAt(editor, indexOf(point))?.children[point.path[1] ?? 0];
}

function isEmptyRun(inline: Inline): boolean {
  return isRun(inline) && inline.text === '';
}

export function isAtStart(editor: BillEditor, point: Point): boolean {
  const before = cellOfPoint(editor, point)?.children.slice(0, point.path[2]) ?? [];
  return point.path.length === 3 && point.offset === 0 && before.every(isEmptyRun);
}

export function isAtEnd(editor: BillEditor, point: Point): boolean {
  const children = cellOfPoint(editor, point)?.children ?? [];
  const at = children[point.path[2] ?? 0];
  if (point.path.length !== 3 || !at || !isRun(at) || point.offset !== at.text.length) return false;
  return children.slice((point.path[2] ?? 0) + 1).every(isEmptyRun);
}

/** The unit's index at both ends of a range, first end first. */
export function unitSpan(range: Range): readonly [number, number] {
  const [start, end] = Range.edges(range);
  return [indexOf(start), indexOf(end)];
}

/** What a cell holds between two of its points (its own ends where absent), without empty runs. */
export function inlinesBetween(cell: Cell, from: Point | undefined, to: Point | undefined): readonly Inline[] {
  const first = from?.path[2] ?? 0;
  const last = to?.path[2] ?? cell.children.length - 1;
  return cell.children.slice(first, last + 1).flatMap((inline, i): readonly Inline[] => {
    if (!isRun(inline)) return [inline];
    const start = from && i === 0 ? from.offset : 0;
    const end = to && first + i === last ? to.offset : inline.text.length;
    const text = inline.text.slice(start, end);
    return text === '' ? [] : [{ ...inline, text }];
  });
}

/** The point in a cell that lies `offset` UTF-16 code units into its text as it is read, citations included. */
export function pointInCell(cell: Cell, index: number, offset: number, textOf: InlineText): Point {
  let rest = Math.max(0, offset);
  let point: Point = startOfCell(index, cell.lang);
  for (const [i, inline] of cell.children.entries()) {
    const path = [...cellPath(index, cell.lang), i];
    if (isRun(inline)) {
      point = { path, offset: Math.min(rest, inline.text.length) };
      if (rest <= inline.text.length) return point;
      rest -= inline.text.length;
    } else {
      rest = Math.max(0, rest - textOf(inline, cell.lang, cell.unit).length);
    }
  }
  return point;
}

/** From the run that the words stand in, not from the end of the one before it: what is typed over them takes their marks. */
export function rangeInCell(cell: Cell, index: number, { start, end }: Stretch, textOf: InlineText): Range {
  const anchor = pointInCell(cell, index, start, textOf);
  if (end <= start) return { anchor, focus: anchor };
  const at = anchor.path[2] ?? 0;
  const [run, next] = [cell.children[at], cell.children[at + 1]];
  const isBorder = run && isRun(run) && anchor.offset === run.text.length && next && isRun(next);
  return {
    anchor: isBorder ? { path: [...cellPath(index, cell.lang), at + 1], offset: 0 } : anchor,
    focus: pointInCell(cell, index, end, textOf),
  };
}

/** The range's two ends lie in different units. */
export function spansUnits(range: Range): boolean {
  return indexOf(range.anchor) !== indexOf(range.focus);
}
