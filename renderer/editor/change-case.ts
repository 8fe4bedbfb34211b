import { Editor, Node, type Path, type Point, Range, Text, Transforms } from 'slate';
import { columnOf, isAtStart, unitSpan } from './places.ts';
import type { Session } from './session.ts';
import type { BillEditor } from './slate-types.ts';

/** How letters can be written: all small, the first one capital, all capital. */
export type LetterCase = 'lower' | 'first' | 'upper';

/** A stretch of one run. */
interface Piece {
  readonly at: Point;
  readonly text: string;
}

/**
 * Shift+F3 of Word: what is selected, or the word at the caret, goes from small letters to a capital first letter, to capitals, and round
 * again. Capitals at the beginning of each word are left out of the round: neither Kyrgyz nor Russian writes so. Gives the case that it is
 * in now; undefined where there are no letters.
 */
export function changeCase(editor: BillEditor, session: Session): LetterCase | undefined {
  const { selection } = editor;
  if (!selection) return undefined;
  const range = Range.isExpanded(selection) ? selection : wordAt(editor, selection.anchor);
  if (!range) return undefined;
  const cells = piecesByCell(editor, session, range);
  const letters = cells.flat().map(({ text }) => text.replace(/[^\p{L}]/gu, ''));
  if (letters.every((each) => each === '')) return undefined;
  const next = caseAfter(letters.join(''));
  Editor.withoutNormalizing(editor, () => {
    for (const pieces of cells) rewrite(editor, pieces, next);
  });
  Transforms.select(editor, selection);
  return next;
}

/** What follows in the round; mixed letters become capitals first. */
function caseAfter(letters: string): LetterCase {
  if (letters === letters.toLowerCase()) return 'first';
  return letters === letters.toUpperCase() ? 'lower' : 'upper';
}

/** The letters of consecutive stretches in this case. No text grows or shrinks by it, so that every place in it stays right. */
function inCase(texts: readonly string[], wanted: LetterCase): readonly string[] {
  let isFirst = true;
  return texts.map((text) =>
    text.replace(/\p{L}/gu, (letter) => {
      const isUpper = wanted === 'upper' || (wanted === 'first' && isFirst);
      isFirst = false;
      const changed = isUpper ? letter.toUpperCase() : letter.toLowerCase();
      return changed.length === letter.length ? changed : letter;
    }),
  );
}

function piecesByCell(editor: BillEditor, { language }: Session, range: Range): readonly (readonly Piece[])[] {
  const [start, end] = Range.edges(range);
  const [first, last] = unitSpan(range);
  // A triple click ends at the start of the next unit.
  const isHanging = first < last && isAtStart(editor, end);
  const cells = new Map<number, Piece[]>();
  for (const [run, path] of Node.texts(editor, { from: start.path, to: end.path })) {
    const [index = 0, column] = path;
    if (column !== columnOf(language) || path.length !== 3 || (isHanging && index === last)) continue;
    const whole = { anchor: { path, offset: 0 }, focus: { path, offset: run.text.length } };
    const part = Range.intersection(range, whole);
    if (!part) continue;
    const [from, to] = Range.edges(part);
    const pieces = cells.get(index) ?? [];
    pieces.push({ at: from, text: run.text.slice(from.offset, to.offset) });
    cells.set(index, pieces);
  }
  return [...cells.values()];
}

/** The new letters first, then the old ones away: a run is never empty meanwhile, and so keeps its marks and comments. */
function rewrite(editor: BillEditor, pieces: readonly Piece[], wanted: LetterCase): void {
  const changed = inCase(
    pieces.map(({ text }) => text),
    wanted,
  );
  for (const [i, { at, text }] of pieces.entries()) {
    const next = changed[i];
    if (next === undefined || next === text) continue;
    editor.apply({ type: 'insert_text', path: at.path, offset: at.offset, text: next });
    editor.apply({ type: 'remove_text', path: at.path, offset: at.offset + text.length, text });
  }
}

/** The word that the caret stands in or at the edge of, over runs of other looks; a citation ends it. */
function wordAt(editor: BillEditor, caret: Point): Range | undefined {
  if (caret.path.length !== 3) return undefined;
  const cell = caret.path.slice(0, 2);
  const before = reach(editor, cell, caret, -1);
  const after = reach(editor, cell, caret, 1);
  return Range.isExpanded({ anchor: before, focus: after }) ? { anchor: before, focus: after } : undefined;
}

function reach(editor: BillEditor, cell: Path, from: Point, step: 1 | -1): Point {
  let place = from;
  for (let inline = from.path[2] ?? 0; inline >= 0; inline += step) {
    const path = [...cell, inline];
    const run = Node.getIf(editor, path);
    if (!run || !Text.isText(run)) return place;
    const at = inline === from.path[2] ? from.offset : step > 0 ? 0 : run.text.length;
    const rest = step > 0 ? run.text.slice(at) : run.text.slice(0, at);
    const word = (step > 0 ? /^[\p{L}\p{M}\p{N}]*/u : /[\p{L}\p{M}\p{N}]*$/u).exec(rest)?.[0] ?? '';
    if (word !== '') place = { path, offset: at + step * word.length };
    if (word.length < rest.length) return place;
  }
  return place;
}
