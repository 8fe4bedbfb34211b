import { Editor, Transforms } from 'slate';
import { type Language, languages } from '../../core/base/language.ts';
import { kindRules } from '../../core/draft/schema.ts';
import { cellOf, isBlankCell, stateOf } from '../../core/draft/state.ts';
import { isRun } from '../../core/draft/text.ts';
import type { Inline, Unit } from '../../core/draft/types.ts';
import { cellPath, endOfCell, indexOf, inlinesBetween, startOfCell, unitAt } from './places.ts';
import { holdingStates, type Session } from './session.ts';
import type { BillEditor } from './slate-types.ts';
import { type CellState, setCellState } from './with-states.ts';

export function isBlankUnit(unit: Unit): boolean {
  return unit.children.every(isBlankCell);
}

/**
 * Whether the words of two units must not run together: a drafter's note is no law, and a title, a preamble and a signature are
 * no provision. What came together by a key would go to parliament as one.
 */
export function areApart(a: Unit, b: Unit): boolean {
  const realm = ({ kind }: Unit): string => (kind === 'note' || kindRules[kind].depth === 0 ? kind : 'provision');
  return realm(a) !== realm(b);
}

/**
 * Joins the unit at `index` to the one before it, in every language: no word is lost, whatever column the person was in.
 * Of an empty unit and a full one the full one stays with its id, its kind and its comments. Units of different realms stay apart:
 * the key only walks over.
 */
export function joinWithPrevious(editor: BillEditor, session: Session, index: number): boolean {
  const before = unitAt(editor, index - 1);
  const unit = unitAt(editor, index);
  if (!before || !unit) return false;
  if (areApart(before, unit) && !isBlankUnit(before) && !isBlankUnit(unit)) {
    const isAtItsStart = editor.selection && indexOf(editor.selection.focus) === index;
    Transforms.select(
      editor,
      isAtItsStart ? endOfCell(editor, index - 1, session.language) : startOfCell(index, session.language),
    );
    return true;
  }
  Editor.withoutNormalizing(editor, () => {
    if (isBlankUnit(before)) removeUnit(editor, index - 1, () => startOfCell(index, session.language));
    else if (isBlankUnit(unit)) removeUnit(editor, index, () => endOfCell(editor, index - 1, session.language));
    else holdingStates(session, () => joinTexts(editor, session, index, before, unit));
  });
  return true;
}

/**
 * Selects before it removes: with the selection inside the removed node Slate walks every text of the document to find the
 * caret a new place (65 ms at 4,000 units).
 */
function removeUnit(editor: BillEditor, index: number, caret: () => ReturnType<typeof startOfCell>): void {
  Transforms.select(editor, caret());
  Transforms.removeNodes(editor, { at: [index] });
}

function joinTexts(editor: BillEditor, session: Session, index: number, before: Unit, unit: Unit): void {
  const states = joinedStates(before, unit);
  let caret = endOfCell(editor, index - 1, session.language);
  for (const language of languages) {
    const tail = inlinesBetween(cellOf(unit, language), undefined, undefined);
    const head = cellOf(before, language);
    const path = cellPath(index - 1, language);
    if (tail.length > 0) {
      if (language === session.language && isBlankRunOnly(head.children))
        caret = firstPointOf(path, head.children.length, tail);
      Transforms.insertNodes(editor, [...tail], { at: [...path, head.children.length], select: false });
    }
    setCellState(editor, path, states[language]);
  }
  removeUnit(editor, index, () => caret);
}

function isBlankRunOnly(children: readonly Inline[]): boolean {
  return children.every((inline) => isRun(inline) && inline.text === '');
}

/** In an empty cell the empty run goes away when the list is put in order: the caret must already stand in the text that stays. */
function firstPointOf(path: readonly number[], at: number, tail: readonly Inline[]) {
  const first = tail[0];
  return { path: [...path, first && isRun(first) ? at : at - 1], offset: 0 };
}

/**
 * The states of a joined text: level and approved only where both were. A language that had only one of the two texts has not
 * taken in the other, so it is stale.
 */
function joinedStates(before: Unit, unit: Unit): Record<Language, CellState> {
  const highest = Math.max(...[before, unit].flatMap((each) => each.children.map((cell) => cell.rev ?? 0)));
  const isBehind = (language: Language) =>
    [before, unit].some((each) => ['stale', 'missing'].includes(stateOf(each, language)));
  const level = languages.some(isBehind) ? highest + 1 : highest;
  const states = {} as Record<Language, CellState>;
  for (const language of languages) {
    const rev = isBehind(language) ? level - 1 : level;
    const isApproved = [before, unit].every((each) => stateOf(each, language) === 'approved');
    states[language] = { rev: rev === 0 ? undefined : rev, approved: isApproved ? rev : undefined };
  }
  return states;
}
