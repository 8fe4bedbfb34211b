import type { Notice } from '../../../core/base/notice.ts';
import type { UnitId } from '../../../core/draft/types.ts';
import type { BillEditor } from '../slate-types.ts';

type Listener = (notices: readonly Notice[]) => void;

const listenersOf = new WeakMap<BillEditor, Set<Listener>>();

/** Hears what a paste has to tell, an empty list when it was plain: then what was told before is over. */
export function onNotices(editor: BillEditor, listener: Listener): () => void {
  const listeners = listenersOf.get(editor) ?? new Set();
  listenersOf.set(editor, listeners.add(listener));
  return () => listeners.delete(listener);
}

export function tellNotices(editor: BillEditor, notices: readonly Notice[]): void {
  for (const listener of listenersOf.get(editor) ?? []) listener(notices);
}

const pastedUnits = new WeakMap<BillEditor, readonly UnitId[]>();

/** Remembers the units in which a paste brought citations as plain words. */
export function setCiting(editor: BillEditor, units: readonly UnitId[]): void {
  pastedUnits.set(editor, units);
}

export function citingUnits(editor: BillEditor): ReadonlySet<UnitId> {
  return new Set(pastedUnits.get(editor));
}

const otherWays = new WeakMap<BillEditor, () => void>();

/** Remembers how the last paste could have gone in otherwise; undefined when there was one way only. */
export function setOtherWay(editor: BillEditor, paste: (() => void) | undefined): void {
  if (paste) otherWays.set(editor, paste);
  else otherWays.delete(editor);
}

/** Pastes once more in the other way; to be called when the first paste was undone. */
export function pasteOtherWay(editor: BillEditor): void {
  otherWays.get(editor)?.();
}
