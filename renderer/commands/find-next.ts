import type { Language } from '../../core/base/language.ts';
import { blanksOf } from '../../core/draft/blanks.ts';
import { cellOf, stateOf } from '../../core/draft/state.ts';
import type { Cell, Inline, Unit, UnitId } from '../../core/draft/types.ts';
import type { ActIndex } from '../../core/law/acts.ts';
import { isDeadAct } from '../../core/law/status-day.ts';
import type { DraftEditor, EditorState } from '../editor/contract.ts';
import { partsOf } from '../editor/parts.ts';
import { selectedPlaces } from '../editor/selected-places.ts';

export interface Found {
  readonly unit: UnitId;
  readonly language: Language;
  /** The words to select, if there are any: offsets into the text as it is read. */
  readonly start?: number;
  readonly end?: number;
  /** How many there are, when only drafter's notes have them: they do not go to parliament. */
  readonly inNotes?: number;
}

/** The next unit after the caret, going round, whose cell in the active language fits. */
function findNext(state: EditorState, fits: (cell: Cell, unit: Unit) => boolean): Found | undefined {
  const { units, whereabouts, activeLanguage: language } = state;
  const here = units.findIndex((unit) => unit.id === whereabouts?.unit);
  for (let step = 1; step <= units.length; step += 1) {
    const unit = units[(here + step) % units.length];
    if (unit && fits(cellOf(unit, language), unit)) return { unit: unit.id, language };
  }
  return undefined;
}

/** The next provision whose text is missing or stale. Drafter's notes are not counted. */
export function findUnfinished(state: EditorState): Found | undefined {
  return findNext(state, (cell, unit) => {
    const word = stateOf(unit, cell.lang);
    return unit.kind !== 'note' && (word === 'missing' || word === 'stale');
  });
}

/** The next blank behind the caret in the active language, going round; several of one provision are gone through one by one. */
export function findBlank(editor: DraftEditor): Found | undefined {
  const { units, activeLanguage: language } = editor.state();
  const { textOf } = partsOf(editor).derived;
  const caret = selectedPlaces(editor)?.[1];
  let first: Found | undefined;
  for (const [index, unit] of units.entries()) {
    for (const stretch of blanksOf(cellOf(unit, language), textOf)) {
      const found = { unit: unit.id, language, ...stretch };
      first ??= found;
      if (!caret || index > caret.index || (index === caret.index && stretch.start >= caret.offset)) return found;
    }
  }
  return first;
}

/** The next provision that cites a dead act; where only drafter's notes do, the next of those, with their number. */
export function findDeadCitation(state: EditorState, acts: ActIndex): Found | undefined {
  const isDead = (inline: Inline): boolean =>
    'type' in inline && inline.type === 'citation' && isDeadAct(acts, inline.act);
  const inText = findNext(state, (cell, unit) => unit.kind !== 'note' && cell.children.some(isDead));
  if (inText) return inText;
  const inNote = findNext(state, (cell) => cell.children.some(isDead));
  if (!inNote) return undefined;
  const dead = state.units.flatMap((unit) => cellOf(unit, state.activeLanguage).children).filter(isDead);
  return { ...inNote, inNotes: dead.length };
}
