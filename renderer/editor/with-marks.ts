import { Node, Range, Text, Transforms } from 'slate';
import { isRun } from '../../core/draft/text.ts';
import type { TextRun } from '../../core/draft/types.ts';
import { columnOf, spansUnits } from './places.ts';
import type { Session } from './session.ts';
import type { BillEditor } from './slate-types.ts';
import { isWide } from './wide-selection.ts';

export type Mark = 'bold' | 'italic' | 'superscript' | 'blank';
type AnyMark = Mark | `c_${string}`;

/** A blank that is typed over is filled: the new words are plain text. Nor does a blank grow by what is typed behind it. */
export function withMarks(editor: BillEditor): BillEditor {
  const { insertText } = editor;
  editor.insertText = (text, options) => {
    const marks = options?.at ? undefined : marksWithoutBlank(editor);
    if (marks) {
      if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment();
      editor.marks = marks;
    }
    insertText(text, options);
  };
  return editor;
}

function marksWithoutBlank(editor: BillEditor): Omit<TextRun, 'text'> | undefined {
  const { selection } = editor;
  if (!selection || spansUnits(selection)) return undefined;
  const [start, end] = Range.edges(selection);
  const run = Node.getIf(editor, end.path);
  if (!run || !Text.isText(run) || !run.blank || end.offset !== run.text.length) return undefined;
  const coversIt = Range.isCollapsed(selection) || isWholeRun(editor, start, end);
  if (!coversIt) return undefined;
  const { text: _text, blank: _blank, ...marks } = run;
  return marks;
}

/** From the start of the run, or from the end of the one before it, which is the same place. */
function isWholeRun(editor: BillEditor, start: { path: number[]; offset: number }, end: { path: number[] }): boolean {
  const [startInline = 0] = start.path.slice(2);
  const [endInline = 0] = end.path.slice(2);
  if (startInline === endInline) return start.offset === 0;
  const before = Node.getIf(editor, start.path);
  return startInline === endInline - 1 && !!before && Text.isText(before) && start.offset === before.text.length;
}

/** Whether all selected words (or the words to be typed) carry the mark. */
function hasMark(editor: BillEditor, session: Session, mark: AnyMark): boolean {
  const { selection } = editor;
  if (!selection) return false;
  if (Range.isCollapsed(selection)) {
    const run = Node.getIf(editor, selection.anchor.path);
    const marks: Omit<TextRun, 'text'> = editor.marks ?? (run && Text.isText(run) ? run : {});
    return marks[mark as Mark] === true;
  }
  const selected = selectedRuns(editor, session, selection);
  return selected.length > 0 && selected.every((run) => run[mark as Mark] === true);
}

function selectedRuns(editor: BillEditor, session: Session, range: Range): readonly TextRun[] {
  const [start, end] = Range.edges(range);
  const column = columnOf(session.language);
  return [...Node.texts(editor, { from: start.path, to: end.path })].flatMap(([run, path]) => {
    const isInside = path[1] === column && path.length === 3 && isRun(run) && run.text !== '';
    if (!isInside) return [];
    const overlap = Range.intersection(range, {
      anchor: { path, offset: 0 },
      focus: { path, offset: run.text.length },
    });
    return overlap && Range.isExpanded(overlap) ? [run] : [];
  });
}

/** Whether words of the live column are selected that can be marked: those of a citation or reference are computed. */
export function hasMarkableWords(editor: BillEditor, session: Session): boolean {
  return editor.selection !== null && selectedRuns(editor, session, editor.selection).length > 0;
}

/** Puts a mark on the selected words of the live column, or takes it away; false when no words are selected. */
export function setMark(editor: BillEditor, session: Session, mark: AnyMark, isOn: boolean): boolean {
  const { selection } = editor;
  if (!selection || selectedRuns(editor, session, selection).length === 0) return false;
  const column = columnOf(session.language);
  const value = { [mark]: isOn ? true : undefined } as unknown as Partial<TextRun>;
  Transforms.setNodes<TextRun>(editor, value, {
    at: selection,
    match: (node, path) => path.length === 3 && path[1] === column && Text.isText(node) && node.text !== '',
    split: true,
  });
  return true;
}

export function toggleMark(editor: BillEditor, session: Session, mark: Mark): void {
  const { selection } = editor;
  if (!selection) return;
  // On a citation there is nothing to mark and nowhere to type.
  if (Range.isCollapsed(selection) && selection.anchor.path.length > 3) return;
  const isOn = hasMark(editor, session, mark);
  if (Range.isExpanded(selection)) setMark(editor, session, mark, !isOn);
  else if (mark === 'blank') Transforms.insertNodes(editor, { text: '…', blank: true }, { select: true });
  else if (isOn) editor.removeMark(mark);
  else editor.addMark(mark, true);
  if (mark !== 'blank') session.tell(`${mark}-${isOn ? 'off' : 'on'}`);
}

/** Whether what is selected carries the mark, or what is typed at the caret would. Of a selection of very many units nobody is told. */
export function isMarked(editor: BillEditor, session: Session, mark: Mark): boolean {
  const { selection } = editor;
  return selection !== null && !isWide(selection) && hasMark(editor, session, mark);
}
