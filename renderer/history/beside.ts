import type { HistoryState } from '../../core/bridge/versions.ts';
import type { Unit, UnitId } from '../../core/draft/types.ts';
import { showTab } from '../commands/show-tab.ts';
import type { Desk } from '../state/desk.ts';
import { isReadingBeside, widenForReading } from '../view/reading-width.ts';

/** Puts a version beside the draft, which can be written on; the focus goes into the version. */
export function openBeside(desk: Desk, version: HistoryState): void {
  if (!desk.session.get()) return;
  const isOpen = isReadingBeside(desk);
  desk.beside.set({ version, takesFocus: true });
  showTab(desk, 'version');
  if (!isOpen) widenForReading(desk);
}

/** Goes to the version that stands beside the draft; where there is none, to the list of those that one can choose from. */
export function showBeside(desk: Desk): void {
  const beside = desk.beside.get();
  if (beside) openBeside(desk, beside.version);
  else desk.dialog.set({ kind: 'history' });
}

/** Puts the version away; the work goes on in the draft. */
export function closeBeside(desk: Desk): void {
  desk.beside.set(undefined);
  desk.tab.set('comments');
  desk.drawer.set(undefined);
  desk.session.get()?.editor.focus();
}

/** Where a provision of one state of a draft stands in another. */
export interface SamePlace {
  /** Index in the other state. */
  readonly at: number;
  /** The provision itself is there, and not only what stands before it. */
  readonly isThere: boolean;
}

/**
 * The place of a unit in another state of the draft; where the unit is not there, that of the nearest before it that is; the beginning
 * where there is none.
 */
export function samePlace(from: readonly Unit[], id: UnitId, to: readonly Unit[]): SamePlace {
  const index = new Map(to.map((unit, at) => [unit.id, at]));
  const own = index.get(id);
  if (own !== undefined) return { at: own, isThere: true };
  const here = from.findIndex((unit) => unit.id === id);
  const before = from.slice(0, Math.max(here, 0)).findLast((unit) => index.has(unit.id));
  return { at: before ? (index.get(before.id) ?? 0) : 0, isThere: false };
}
