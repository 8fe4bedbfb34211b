import { type Point, Transforms } from 'slate';
import { endOfCell, indexOf, isAtStart, startOfCell, unitAt, unitsOf } from './places.ts';
import type { ViewParts } from './view-context.ts';

/**
 * Ctrl+Up and Ctrl+Down, as paragraphs in Word: up to the beginning of the provision, from there to that of the one before; down to the
 * beginning of the next, in the last one to its end. The browser's own command for it stops at what it has not laid out.
 */
export function moveByUnit(parts: ViewParts, step: 1 | -1, extend: boolean): void {
  const { slate, scheduler } = parts;
  const { selection } = slate;
  if (!selection) return;
  const target = step < 0 ? startBefore(parts, selection.focus) : startAfter(parts, selection.focus);
  const unit = unitAt(slate, indexOf(target));
  if (unit) scheduler.reveal(unit.id);
  Transforms.select(slate, { anchor: extend ? selection.anchor : target, focus: target });
}

function startBefore({ slate, session }: ViewParts, focus: Point): Point {
  const index = indexOf(focus);
  return startOfCell(isAtStart(slate, focus) ? Math.max(0, index - 1) : index, session.language);
}

function startAfter({ slate, session }: ViewParts, focus: Point): Point {
  const next = indexOf(focus) + 1;
  return next < unitsOf(slate).length
    ? startOfCell(next, session.language)
    : endOfCell(slate, next - 1, session.language);
}
