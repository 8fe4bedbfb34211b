import type { Language } from '../../core/base/language.ts';
import { cellOf, stateOf } from '../../core/draft/state.ts';
import { isRun } from '../../core/draft/text.ts';
import type { Cell, Inline, Unit, UnitId } from '../../core/draft/types.ts';
import type { ActIndex } from '../../core/law/acts.ts';
import type { EditorState } from '../editor/contract.ts';
import { isDeadAct } from '../state/dead-acts.ts';

export interface Found {
  readonly unit: UnitId;
  readonly language: Language;
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

export function findBlank(state: EditorState): Found | undefined {
  return findNext(state, (cell) => cell.children.some((inline) => isRun(inline) && inline.blank === true));
}

export function findDeadCitation(state: EditorState, acts: ActIndex): Found | undefined {
  const isDead = (inline: Inline): boolean =>
    'type' in inline && inline.type === 'citation' && isDeadAct(acts, inline.act);
  return findNext(state, (cell, unit) => unit.kind !== 'note' && cell.children.some(isDead));
}
