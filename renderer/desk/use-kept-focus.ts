import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { UnitId } from '../../core/draft/types.ts';
import type { OutlineRow } from '../state/overview.ts';

/**
 * Keeps the focus in the tree when its rows change under it: a row that moves is taken out of the page for a moment, one that is deleted
 * is gone, and then nobody has the focus. Set `current` while the tree has it.
 */
export function useKeptFocus(
  tree: RefObject<HTMLElement | null>,
  rows: readonly OutlineRow[],
  stop: UnitId | undefined,
): RefObject<boolean> {
  const hasFocus = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows are what may have taken the focus.
  useLayoutEffect(() => {
    const active = document.activeElement;
    const isLost = active === null || active === document.body || tree.current?.contains(active);
    if (hasFocus.current && isLost) tree.current?.querySelector<HTMLElement>(`[data-row="${stop}"]`)?.focus();
  }, [rows, stop, tree]);
  return hasFocus;
}
