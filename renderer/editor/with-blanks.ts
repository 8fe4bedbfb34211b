import { Editor, Node, type Path, type Point, Range, type RangeRef, Text, Transforms } from 'slate';
import { gapsIn } from '../../core/draft/blanks.ts';
import { isRun } from '../../core/draft/text.ts';
import type { TextRun } from '../../core/draft/types.ts';
import { cellOfPoint, spansUnits } from './places.ts';
import type { Session } from './session.ts';
import type { BillEditor } from './slate-types.ts';

/*
 * A blank is filled in its gap: «… лет» with 50 for the dots is ordinary text. So the edit that takes the last gap of a blank away takes
 * the mark with it. A blank that had no gap only names what is missing; it is filled by typing over the whole (with-marks.ts).
 */

export function withBlanks(editor: BillEditor, session: Session): BillEditor {
  const { insertText, insertData, deleteFragment, deleteBackward, deleteForward } = editor;
  let isWatched = false;
  const watched = (action: () => void): void => {
    if (isWatched || session.isReplaying) {
      action();
      return;
    }
    isWatched = true;
    const open = gappedBlanksAt(editor);
    try {
      action();
    } finally {
      isWatched = false;
      for (const ref of open) closeIfFilled(editor, ref.unref());
    }
  };
  editor.insertText = (text, options) => watched(() => insertText(text, options));
  editor.insertData = (data) => watched(() => insertData(data));
  editor.deleteFragment = (options) => watched(() => deleteFragment(options));
  editor.deleteBackward = (unit) => watched(() => deleteBackward(unit));
  editor.deleteForward = (unit) => watched(() => deleteForward(unit));
  return editor;
}

/** The blanks with a gap that the selection touches. */
function gappedBlanksAt(editor: BillEditor): readonly RangeRef[] {
  const { selection } = editor;
  if (!selection || spansUnits(selection)) return [];
  return blanksIn(editor, selection.anchor.path.slice(0, 2)).flatMap((range) => {
    const isTouched = Range.intersection(range, selection) !== null;
    const hasGap = gapsIn(Editor.string(editor, range)).length > 0;
    return isTouched && hasGap ? [Editor.rangeRef(editor, range, { affinity: 'outward' })] : [];
  });
}

/** Each blank of a cell; runs that touch are one. */
function blanksIn(editor: BillEditor, cell: Path): readonly Range[] {
  const ranges: Range[] = [];
  const children = cellOfPoint(editor, { path: cell, offset: 0 })?.children ?? [];
  let isOpen = false;
  for (const [i, inline] of children.entries()) {
    const isBlank = isRun(inline) && inline.blank === true;
    if (isBlank) {
      const path = [...cell, i];
      const focus = { path, offset: inline.text.length };
      const last = isOpen ? ranges.pop() : undefined;
      ranges.push({ anchor: last?.anchor ?? { path, offset: 0 }, focus });
    }
    isOpen = isBlank;
  }
  return ranges;
}

function closeIfFilled(editor: BillEditor, range: Range | null): void {
  if (!range || spansUnits(range) || gapsIn(Editor.string(editor, range)).length > 0) return;
  const runs = [...Node.texts(editor, { from: range.anchor.path, to: range.focus.path })];
  Editor.withoutNormalizing(editor, () => {
    for (const [run, path] of runs)
      if (run.blank) Transforms.unsetNodes<TextRun>(editor, 'blank', { at: path, match: Text.isText });
  });
}

/** What to fill in the blank at a place: the gap nearest to it, or the whole of a blank without one. */
export function blankToFill(editor: BillEditor, { path, offset }: Point): Range | undefined {
  const run = Node.getIf(editor, path);
  if (!run || !Text.isText(run) || !run.blank) return undefined;
  const gaps = [...gapsIn(run.text)];
  const distance = ({ start, end }: { start: number; end: number }) => Math.max(start - offset, offset - end, 0);
  const [nearest] = gaps.sort((a, b) => distance(a) - distance(b));
  const { start, end } = nearest ?? { start: 0, end: run.text.length };
  return { anchor: { path, offset: start }, focus: { path, offset: end } };
}
