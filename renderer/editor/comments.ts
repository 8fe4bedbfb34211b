import { Editor, Node, type Point, Range, Text, Transforms } from 'slate';
import { type InlineText, isRun } from '../../core/draft/text.ts';
import type { CommentThread, Inline } from '../../core/draft/types.ts';
import type { EditLog } from './edit-log.ts';
import { columnOf, inlinesBetween, startOfCell, unitSpan, unitsOf } from './places.ts';
import type { Session } from './session.ts';
import type { BillEditor } from './slate-types.ts';
import { setMark } from './with-marks.ts';

/*
 * A comment's range is a mark on the runs, so it follows its words by itself; the thread is in a table beside the text. Both
 * change within one step of the log.
 */

export function commentIdsOf(inline: Inline): readonly string[] {
  if (!isRun(inline)) return [];
  return Object.keys(inline).flatMap((name) => (name.startsWith('c_') ? [name.slice(2)] : []));
}

interface Remark {
  readonly text: string;
  readonly author: string;
}

export function addComment(
  editor: BillEditor,
  session: Session,
  log: EditLog,
  textOf: InlineText,
  remark: Remark,
): string | undefined {
  const { selection } = editor;
  if (!selection || Range.isCollapsed(selection)) return undefined;
  const id = session.ports.newId();
  const unit = unitsOf(editor)[unitSpan(selection)[0]];
  const quote = selectedText(editor, session, selection, textOf);
  if (!unit || !setMark(editor, session, `c_${id}`, true)) return undefined;
  const message = { author: remark.author, at: session.ports.now(), text: remark.text };
  const after: CommentThread = {
    id,
    unit: unit.id,
    lang: session.language,
    quote,
    resolved: false,
    messages: [message],
  };
  log.changeComment({ id, after });
  return id;
}

/** Lines of several units are put one after the other. */
export function selectedText(editor: BillEditor, session: Session, range: Range, textOf: InlineText): string {
  const [start, end] = Range.edges(range);
  const [first, last] = unitSpan(range);
  const units = unitsOf(editor).slice(first, last + 1);
  const lines = units.map((unit, i) => {
    const cell = unit.children[columnOf(session.language)];
    if (!cell) return '';
    const inlines = inlinesBetween(cell, i === 0 ? start : undefined, first + i === last ? end : undefined);
    return inlines.map((inline) => (isRun(inline) ? inline.text : textOf(inline, session.language, unit.id))).join('');
  });
  return lines.filter((line) => line !== '').join(' ');
}

export function changeComment(
  editor: BillEditor,
  log: EditLog,
  id: string,
  change: (thread: CommentThread) => CommentThread | undefined,
): void {
  const before = log.comments().find((thread) => thread.id === id);
  if (!before) return;
  const after = change(before);
  if (after === before) return;
  if (!after) removeMarks(editor, id);
  log.changeComment({ id, before, ...(after && { after }) });
}

function removeMarks(editor: BillEditor, id: string): void {
  Editor.withoutNormalizing(editor, () => {
    for (const path of placesOfComment(editor, id))
      Transforms.unsetNodes(editor, `c_${id}` as never, { at: [...path] });
  });
}

/** Paths of the runs that carry the comment, in reading order, language by language within a unit. */
function placesOfComment(editor: BillEditor, id: string): readonly (readonly number[])[] {
  const mark = `c_${id}`;
  return unitsOf(editor).flatMap((unit, i) =>
    unit.children.flatMap((cell, column) =>
      cell.children.flatMap((inline, k) => (mark in inline ? [[i, column, k]] : [])),
    ),
  );
}

/** The comment at the caret; at the border of two runs either counts. */
export function commentAt(editor: BillEditor, point: Point, comments: readonly CommentThread[]): string | undefined {
  if (comments.length === 0) return undefined;
  const run = Node.getIf(editor, point.path);
  if (!run || !Text.isText(run)) return undefined;
  const path = point.path;
  const neighbour =
    point.offset === run.text.length ? Node.getIf(editor, [...path.slice(0, -1), (path.at(-1) ?? 0) + 1]) : undefined;
  const ids = [...commentIdsOf(run), ...(neighbour && Text.isText(neighbour) ? commentIdsOf(neighbour) : [])];
  return ids.find((id) => comments.some((thread) => thread.id === id));
}

/** Where to put the caret for a comment: its first word, or, when its words are gone, the cell on which it was made. */
export function rangeOfComment(
  editor: BillEditor,
  thread: CommentThread,
): { anchor: Point; focus: Point; column: number } | undefined {
  const places = placesOfComment(editor, thread.id);
  const first = places[0];
  const last = places.findLast((path) => path[1] === first?.[1]);
  const end = last && Node.getIf(editor, [...last]);
  if (first && last && end && Text.isText(end)) {
    return {
      anchor: { path: [...first], offset: 0 },
      focus: { path: [...last], offset: end.text.length },
      column: first[1] ?? 0,
    };
  }
  const index = unitsOf(editor).findIndex((unit) => unit.id === thread.unit);
  if (index < 0) return undefined;
  const at = startOfCell(index, thread.lang);
  return { anchor: at, focus: at, column: columnOf(thread.lang) };
}
