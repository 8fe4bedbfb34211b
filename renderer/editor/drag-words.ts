import type { DragEvent } from 'react';
import { Editor, Path, type Point, Range, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import { isRun } from '../../core/draft/text.ts';
import type { Inline } from '../../core/draft/types.ts';
import { selectedText } from './comments.ts';
import type { Parts } from './parts.ts';
import {
  cellAt,
  cellOfPoint,
  cellPath,
  columnOf,
  indexOf,
  inlinesBetween,
  rangeInCell,
  spansUnits,
  startOfCell,
} from './places.ts';

/*
 * Selected words can be dragged to another place of their column, and with Ctrl copied there, as in Word. Words of one provision alone:
 * whole provisions are moved in the outline, where it shows what goes with them. What is dragged in from elsewhere is pasted by Slate.
 */

/** What is being dragged. Slate would follow the browser's selection meanwhile, and know no copying. */
let dragged: Range | undefined;

function forget(): void {
  dragged = undefined;
}

/** Begins to drag the selected words; anything else stays where it is. */
export function beginDrag(event: DragEvent, { slate, session, derived }: Parts, isReadOnly: boolean): true {
  const { selection } = slate;
  dragged = undefined;
  if (isReadOnly || !selection || Range.isCollapsed(selection) || spansUnits(selection)) {
    event.preventDefault();
    return true;
  }
  dragged = selection;
  // Wherever it ends: what is dropped later is not ours.
  window.addEventListener('dragend', forget, { once: true, capture: true });
  event.dataTransfer.effectAllowed = 'copyMove';
  event.dataTransfer.setData('text/plain', selectedText(slate, session, selection, derived.textOf));
  return true;
}

/** Puts the dragged words down; true when they were ours, wherever the place was. */
export function dropWords(event: DragEvent, parts: Parts): boolean {
  const range = dragged;
  forget();
  if (!range) return false;
  event.preventDefault();
  const place = ReactEditor.findEventRange(parts.slate, event, { suppressThrow: true })?.anchor;
  if (place) moveWords(parts, range, place, event.ctrlKey || event.altKey ? 'copy' : 'move');
  return true;
}

/**
 * Moves words of one provision to another place of the column, or copies them; one step of undo. They are put in before they are taken
 * away, so that at no time they are nowhere. Comments go with moved words and stay with copied ones. False where they cannot go.
 */
export function moveWords(parts: Parts, range: Range, place: Point, how: 'move' | 'copy'): boolean {
  const { slate, session, log } = parts;
  const target = besideInline(place);
  const isHere = target.path[1] === columnOf(session.language) && range.anchor.path[1] === target.path[1];
  const words = wordsIn(parts, range);
  if (!isHere || words.length === 0 || spansUnits(range) || Range.includes(range, target)) return false;
  const stretch = landing(parts, range, target, how);
  log.settle();
  Editor.withoutNormalizing(slate, () => {
    const old = Editor.rangeRef(slate, range, { affinity: 'inward' });
    const copies = how === 'copy' ? words.map(withoutComments) : words;
    Transforms.insertNodes(slate, structuredClone(copies) as Inline[], { at: target, select: false });
    const from = old.unref();
    if (how !== 'move' || !from) return;
    slate.delete({ at: from });
    uncomment(parts, indexOf(from.anchor));
  });
  const cell = cellAt(slate, indexOf(target), session.language);
  if (cell) Transforms.select(slate, rangeInCell(cell, indexOf(target), stretch, parts.derived.textOf));
  log.settle();
  return true;
}

function wordsIn({ slate }: Pick<Parts, 'slate'>, range: Range): readonly Inline[] {
  const [start, end] = Range.edges(range);
  const cell = cellOfPoint(slate, start);
  return cell ? inlinesBetween(cell, start, end) : [];
}

/** Nothing can be put into a citation: behind it. */
function besideInline(place: Point): Point {
  return place.path.length > 3 ? { path: Path.next(place.path.slice(0, 3)), offset: 0 } : place;
}

function withoutComments(inline: Inline): Inline {
  return Object.fromEntries(Object.entries(inline).filter(([name]) => !name.startsWith('c_'))) as unknown as Inline;
}

/** A comment whose words have gone is not to stay behind on nothing, and on what is typed there next. */
function uncomment({ slate, session }: Parts, index: number): void {
  for (const [i, inline] of (cellAt(slate, index, session.language)?.children ?? []).entries()) {
    const marks =
      isRun(inline) && inline.text === '' ? Object.keys(inline).filter((name) => name.startsWith('c_')) : [];
    if (marks.length > 0)
      Transforms.unsetNodes(slate, marks as never[], { at: [...cellPath(index, session.language), i] });
  }
}

/** Where the words will stand in their new text, as it is read. */
function landing(parts: Parts, range: Range, target: Point, how: 'move' | 'copy'): { start: number; end: number } {
  const length = lengthBetween(parts, ...Range.edges(range));
  const [from] = Range.edges(range);
  const isBehind = indexOf(from) === indexOf(target) && Range.isForward({ anchor: from, focus: target });
  const language = parts.session.language;
  const start =
    lengthBetween(parts, startOfCell(indexOf(target), language), target) - (how === 'move' && isBehind ? length : 0);
  return { start, end: start + length };
}

function lengthBetween({ slate, session, derived }: Parts, from: Point, to: Point): number {
  const cell = cellOfPoint(slate, from);
  const inlines = cell ? inlinesBetween(cell, from, to) : [];
  const lengthOf = (inline: Inline): number =>
    (isRun(inline) ? inline.text : derived.textOf(inline, session.language, cell?.unit ?? '')).length;
  return inlines.reduce((sum, inline) => sum + lengthOf(inline), 0);
}
