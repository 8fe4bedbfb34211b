import { cellOf, confirmedRev, stateOf } from '../../core/draft/state.ts';
import type { Unit } from '../../core/draft/types.ts';
import type { Parts } from './parts.ts';
import { cellPath, indexOf, unitAt } from './places.ts';
import { setCellState } from './with-states.ts';

function unitAtCaret({ slate }: Parts): { readonly unit: Unit; readonly index: number } | undefined {
  const index = slate.selection ? indexOf(slate.selection.focus) : -1;
  const unit = unitAt(slate, index);
  return unit && { unit, index };
}

/** Approves the live text at the caret, or takes the approval back. A stale or missing text cannot be approved. */
export function approve(parts: Parts): boolean {
  const at = unitAtCaret(parts);
  const { language } = parts.session;
  const state = at && stateOf(at.unit, language);
  if (!at || (state !== 'drafted' && state !== 'approved')) return false;
  const approved = state === 'approved' ? undefined : (cellOf(at.unit, language).rev ?? 0);
  setCellState(parts.slate, cellPath(at.index, language), { approved });
  return true;
}

/** A person says that the stale text has taken in what changed in the other languages. */
export function confirmUpToDate(parts: Parts): boolean {
  const at = unitAtCaret(parts);
  const { language } = parts.session;
  if (!at || stateOf(at.unit, language) !== 'stale') return false;
  setCellState(parts.slate, cellPath(at.index, language), { rev: confirmedRev(at.unit) });
  return true;
}
