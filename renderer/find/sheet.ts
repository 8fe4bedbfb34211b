import { Point, Transforms } from 'slate';
import type { Match } from '../../core/draft/find.ts';
import { type Replaced, type Replacement, replaceMatches } from '../../core/draft/find-replace.ts';
import { cellOf } from '../../core/draft/state.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { partsOf } from '../editor/parts.ts';
import { pointInCell, unitAt, unitsOf } from '../editor/places.ts';
import { makeLive } from '../editor/session.ts';
import { applyEdit } from '../editor/structure.ts';
import { isInSight, scrollToMatch } from './sight.ts';

/*
 * What finding does to the editor: showing a match, taking the caret to it, replacing.
 */

/** Brings a match into sight; caret and focus stay where they are. */
export function showMatch(editor: DraftEditor, match: Match): void {
  if (isInSight(match)) return;
  partsOf(editor).session.screen.reveal(match.unit);
  scrollToMatch(match);
}

/** Takes caret and focus to a match: its words are selected, in their own column. */
export function selectMatch(editor: DraftEditor, match: Match): void {
  const { slate, session, derived } = partsOf(editor);
  const unit = unitAt(slate, match.index);
  if (unit?.id !== match.unit) return;
  makeLive(session, match.language);
  showMatch(editor, match);
  const cell = cellOf(unit, match.language);
  const anchor = pointInCell(cell, match.index, match.start, derived.textOf);
  const focus = pointInCell(cell, match.index, match.end, derived.textOf);
  Transforms.select(slate, Point.isBefore(focus, anchor) ? { anchor: focus, focus: anchor } : { anchor, focus });
  session.screen.focus();
}

/** Replaces as one step of undo. */
export function replaceInEditor(editor: DraftEditor, replacements: readonly Replacement[]): Replaced {
  const { slate, session, derived, log } = partsOf(editor);
  log.settle();
  const replaced = replaceMatches(unitsOf(slate), replacements, derived.textOf);
  if (replaced.edit) applyEdit(slate, session, replaced.edit);
  log.settle();
  return replaced;
}
