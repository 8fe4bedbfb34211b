import { Editor, type Point, Range, Transforms } from 'slate';
import { isBlankCell } from '../../core/draft/state.ts';
import { isRun } from '../../core/draft/text.ts';
import type { Inline, TextRun } from '../../core/draft/types.ts';
import { areApart, joinWithPrevious } from './join-units.ts';
import {
  cellAt,
  cellPath,
  endOfCell,
  indexOf,
  inlinesBetween,
  isAtEnd,
  isAtStart,
  spansUnits,
  startOfCell,
  unitAt,
  unitSpan,
} from './places.ts';
import { manyUnits, type Session } from './session.ts';
import type { BillEditor } from './slate-types.ts';

/**
 * Deletion across units. Slate deletes an expanded range in many places (typing over a selection, pasting, splitting, dragging)
 * by `editor.delete`, not by `deleteFragment`, and its default takes the other languages' cells in between with it. So `delete` is
 * the one gate: it clears the live language over the range, and takes a unit away only when no other language has text in it.
 */
export function withDeletion(editor: BillEditor, session: Session): BillEditor {
  const { delete: deleteCore, deleteBackward, deleteForward, deleteFragment, insertText } = editor;

  editor.delete = (options = {}) => {
    const at = options.at ?? editor.selection;
    if (at && Range.isRange(at) && spansUnits(at)) {
      const range = options.hanging ? at : withoutHanging(editor, session, at);
      if (spansUnits(range)) return deleteAcross(editor, session, range, deleteCore);
      deleteCore({ at: range });
      if (!options.at) Transforms.collapse(editor, { edge: 'start' });
      return;
    }
    deleteCore(options);
  };

  editor.deleteFragment = (options) => {
    const { selection } = editor;
    if (!selection || Range.isCollapsed(selection)) return;
    const range = withoutHanging(editor, session, selection);
    if (spansUnits(range)) return deleteAcross(editor, session, range, deleteCore);
    if (range !== selection) Transforms.select(editor, range);
    deleteFragment(options);
  };

  editor.deleteBackward = (unit) => {
    const { selection } = editor;
    if (selection && Range.isCollapsed(selection) && isAtStart(editor, selection.anchor)) {
      joinWithPrevious(editor, session, indexOf(selection.anchor));
      return;
    }
    deleteBackward(unit);
  };

  editor.deleteForward = (unit) => {
    const { selection } = editor;
    if (selection && Range.isCollapsed(selection) && isAtEnd(editor, selection.anchor)) {
      joinWithPrevious(editor, session, indexOf(selection.anchor) + 1);
      return;
    }
    deleteForward(unit);
  };

  // Delete first, so that the caret has settled before the text goes in.
  editor.insertText = (text, options) => {
    const { selection } = editor;
    if (!options?.at && selection && spansUnits(selection)) editor.deleteFragment();
    insertText(text, options);
  };
  return editor;
}

/** A triple click ends at the start of the next unit; what is meant is the end of the one before. */
function withoutHanging(editor: BillEditor, session: Session, range: Range): Range {
  const [start, end] = Range.edges(range);
  if (!spansUnits(range) || !isAtStart(editor, start) || !isAtStart(editor, end)) return range;
  return { anchor: start, focus: endOfCell(editor, indexOf(end) - 1, session.language) };
}

function deleteAcross(editor: BillEditor, session: Session, range: Range, deleteCore: BillEditor['delete']): void {
  const [start, end] = Range.edges(range);
  const [first, last] = unitSpan(range);
  if (last - first > manyUnits) session.screen.holdBack();
  const lastCell = cellAt(editor, last, session.language);
  const [firstUnit, lastUnit] = [unitAt(editor, first), unitAt(editor, last)];
  const staysApart = firstUnit && lastUnit && areApart(firstUnit, lastUnit) && !isAtEnd(editor, end);
  const tail = lastCell && !staysApart ? inlinesBetween(lastCell, end, undefined) : [];
  const deleteBetween = (from: Point, to: Point): void => {
    // Of an empty range Slate deletes the letter behind it.
    if (isBefore(from, to)) deleteCore({ at: { anchor: from, focus: to }, hanging: true });
  };
  Transforms.select(editor, start); // see `removeUnit` in join-units.ts
  Editor.withoutNormalizing(editor, () => {
    if (staysApart) deleteBetween(startOfCell(last, session.language), end);
  });
  clearOrRemoveAll(editor, session, first + 1, staysApart ? last - 1 : last);
  Editor.withoutNormalizing(editor, () => {
    deleteBetween(start, endOfCell(editor, first, session.language));
    const count = cellAt(editor, first, session.language)?.children.length ?? 0;
    if (tail.length > 0) {
      Transforms.insertNodes(editor, [...tail], { at: [...cellPath(first, session.language), count], select: false });
    }
  });
}

function isBefore(a: Point, b: Point): boolean {
  return Range.isForward({ anchor: a, focus: b }) && (a.offset !== b.offset || a.path[2] !== b.path[2]);
}

/** Slate carries each place that it has yet to put in order through whatever is put in or taken out: in one go a column takes minutes. */
const unitsInBatch = 50;

function clearOrRemoveAll(editor: BillEditor, session: Session, first: number, last: number): void {
  for (let end = last; end >= first; end -= unitsInBatch) {
    Editor.withoutNormalizing(editor, () => {
      for (let index = end; index >= Math.max(first, end - unitsInBatch + 1); index -= 1)
        clearOrRemove(editor, session, index);
    });
  }
}

function clearOrRemove(editor: BillEditor, session: Session, index: number): void {
  const unit = unitAt(editor, index);
  if (!unit) return;
  if (unit.children.every((cell) => cell.lang === session.language || isBlankCell(cell))) {
    Transforms.removeNodes(editor, { at: [index] });
    return;
  }
  const path = cellPath(index, session.language);
  const children = cellAt(editor, index, session.language)?.children ?? [];
  const [only] = children;
  if (only && children.length === 1 && isPlainRun(only)) {
    if (only.text !== '') editor.apply({ type: 'remove_text', path: [...path, 0], offset: 0, text: only.text });
    return;
  }
  const count = children.length;
  Transforms.insertNodes(editor, { text: '' }, { at: [...path, count], select: false });
  for (let child = count - 1; child >= 0; child -= 1)
    Transforms.removeNodes(editor, { at: [...path, child], voids: true });
}

/** Without a mark that would stay behind on nothing. */
function isPlainRun(inline: Inline): inline is TextRun {
  return isRun(inline) && Object.keys(inline).length === 1;
}
