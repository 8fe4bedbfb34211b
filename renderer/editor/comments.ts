import { Editor, type Point, Range, Transforms } from 'slate';
import { commentMarksOf, type InlineText, isRun } from '../../core/draft/text.ts';
import type { CommentId, CommentThread, Inline } from '../../core/draft/types.ts';
import type { EditLog } from './edit-log.ts';
import { columnOf, inlinesBetween, startOfCell, unitSpan, unitsOf } from './places.ts';
import type { Session } from './session.ts';
import type { BillEditor } from './slate-types.ts';
import { hasMarkableWords, setMark } from './with-marks.ts';

/*
 * A comment's range is a mark on the runs, citations and references, so it follows them by itself; the thread is in a table beside the
 * text. Both change within one step of the log.
 */

export function commentIdsOf(inline: Inline): readonly CommentId[] {
  return commentMarksOf(inline).map((mark) => mark.slice(2));
}

/** The citations and references of the live column that are selected, or on which the caret stands. */
function selectedLinks(editor: BillEditor, session: Session, range: Range): readonly (readonly number[])[] {
  const column = columnOf(session.language);
  const [first, last] = unitSpan(range);
  const units = unitsOf(editor).slice(first, last + 1);
  return units.flatMap((unit, i) =>
    (unit.children[column]?.children ?? []).flatMap((inline, k) => {
      const path = [first + i, column, k];
      return !isRun(inline) && Range.includes(range, { path: [...path, 0], offset: 0 }) ? [path] : [];
    }),
  );
}

/** Whether something is selected on which a comment can lie: words, a citation or a reference. */
export function canComment(editor: BillEditor, session: Session): boolean {
  const { selection } = editor;
  if (!selection) return false;
  return hasMarkableWords(editor, session) || selectedLinks(editor, session, selection).length > 0;
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
  if (!selection || !canComment(editor, session)) return undefined;
  const id = session.ports.newId();
  const unit = unitsOf(editor)[unitSpan(selection)[0]];
  const quote = selectedText(editor, session, selection, textOf);
  if (!unit) return undefined;
  putMarks(editor, session, selection, id);
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

/** The citations first: to mark words may part their run, and move what stands behind it. */
function putMarks(editor: BillEditor, session: Session, range: Range, id: CommentId): void {
  Editor.withoutNormalizing(editor, () => {
    for (const path of selectedLinks(editor, session, range))
      Transforms.setNodes(editor, { [`c_${id}`]: true }, { at: [...path] });
    setMark(editor, session, `c_${id}`, true);
  });
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

/** Paths of the runs, citations and references that carry the comment, in reading order, language by language within a unit. */
function placesOfComment(editor: BillEditor, id: string): readonly (readonly number[])[] {
  const mark = `c_${id}`;
  return unitsOf(editor).flatMap((unit, i) =>
    unit.children.flatMap((cell, column) =>
      cell.children.flatMap((inline, k) => (mark in inline ? [[i, column, k]] : [])),
    ),
  );
}

/** The comment at the caret; at the border of two runs, or beside a citation, either counts. */
export function commentAt(editor: BillEditor, point: Point, comments: readonly CommentThread[]): string | undefined {
  if (comments.length === 0) return undefined;
  const [unit = 0, column = 0, at = 0] = point.path;
  const inlines = unitsOf(editor)[unit]?.children[column]?.children;
  const here = inlines?.[at];
  if (!inlines || !here) return undefined;
  const isRunHere = isRun(here);
  const behind = isRunHere && point.offset === here.text.length ? inlines[at + 1] : undefined;
  const before = isRunHere && point.offset === 0 ? inlines[at - 1] : undefined;
  const touched = [here, behind, before && !isRun(before) ? before : undefined];
  const ids = touched.flatMap((inline) => (inline ? commentIdsOf(inline) : []));
  return ids.find((id) => comments.some((thread) => thread.id === id));
}

/** Where to put the caret for a comment: its words, or, when its words are gone, the cell on which it was made. */
export function rangeOfComment(
  editor: BillEditor,
  thread: CommentThread,
): { anchor: Point; focus: Point; column: number } | undefined {
  const places = placesOfComment(editor, thread.id);
  const first = places[0];
  const last = places.findLast((path) => path[1] === first?.[1]);
  if (first && last) {
    // What stands beside a citation is a run always, so that the caret can stand there.
    return {
      anchor: Editor.start(editor, [...first]),
      focus: Editor.end(editor, [...last]),
      column: first[1] ?? 0,
    };
  }
  const index = unitsOf(editor).findIndex((unit) => unit.id === thread.unit);
  if (index < 0) return undefined;
  const at = startOfCell(index, thread.lang);
  return { anchor: at, focus: at, column: columnOf(thread.lang) };
}
