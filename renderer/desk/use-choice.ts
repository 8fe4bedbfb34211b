import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { UnitId } from '../../core/draft/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
import type { OutlineRow } from '../state/overview.ts';
import { useStore } from '../state/store.ts';
import { type Choice, choose, type Reach } from './outline-choice.ts';
import { useLatest } from './use-latest.ts';

type Place = Omit<Choice, 'chosen'>;

interface ChoiceOfRows {
  readonly chosen: readonly UnitId[];
  readonly isChosen: ReadonlySet<UnitId>;
  /** The row that has, or would get, the focus. */
  readonly stop: UnitId | undefined;
  readonly reach: (id: UnitId, how: Reach) => void;
  readonly forget: () => void;
}

interface ChoiceProps {
  readonly tree: RefObject<HTMLElement | null>;
  readonly editor: DraftEditor;
  readonly rows: readonly OutlineRow[];
  readonly here: UnitId | undefined;
}

/** Which rows are chosen and which has the focus, while rows come and go under them. */
export function useChoice({ tree, editor, rows, here }: ChoiceProps): ChoiceOfRows {
  const desk = useDesk();
  const chosen = useStore(desk.chosenRows);
  const [place, setPlace] = useState<Place>({ anchor: undefined, focused: undefined });
  const isChosen = useMemo(() => new Set(chosen), [chosen]);
  const stop = useStop(rows, here, place, chosen);
  useEffect(() => {
    // What was chosen is gone: deleted, or undone. The row with the focus is chosen in its place.
    const known = new Set(editor.state().units.map(({ id }) => id));
    const left = desk.chosenRows.get().filter((id) => known.has(id));
    if (left.length === desk.chosenRows.get().length) return;
    const next = rows.some(({ id }) => id === stop) ? stop : undefined;
    desk.chosenRows.set(left.length > 0 || next === undefined ? left : [next]);
  }, [desk, editor, rows, stop]);
  const latest = useLatest({ rows, place });
  const reach = useCallback(
    (id: UnitId, how: Reach): void => {
      const before = { ...latest.current.place, chosen: desk.chosenRows.get() };
      const { chosen: next, ...nextPlace } = choose(latest.current.rows, before, id, how);
      desk.chosenRows.set(next);
      setPlace(nextPlace);
      tree.current?.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus();
    },
    [desk, latest, tree],
  );
  const forget = useCallback((): void => {
    desk.chosenRows.set([]);
    setPlace({ anchor: undefined, focused: undefined });
  }, [desk]);
  return { chosen, isChosen, stop, reach, forget };
}

function useStop(
  rows: readonly OutlineRow[],
  here: UnitId | undefined,
  { focused, walks }: Place,
  chosen: readonly UnitId[],
): UnitId | undefined {
  // What a command has just made or pasted is chosen by it, and takes the focus from where that was.
  const isAstray = focused !== undefined && !walks && !chosen.includes(focused);
  // A row that is gone leaves the focus to the one that took its place.
  const lastAt = useRef(0);
  const successor = focused === undefined ? here : rows[Math.min(lastAt.current, rows.length - 1)]?.id;
  const stop = stopOf(rows, [isAstray ? undefined : focused, ...chosen, focused, successor]);
  useLayoutEffect(() => {
    lastAt.current = Math.max(
      rows.findIndex(({ id }) => id === stop),
      0,
    );
  }, [rows, stop]);
  return stop;
}

function stopOf(rows: readonly OutlineRow[], wished: readonly (UnitId | undefined)[]): UnitId | undefined {
  const shown = new Set(rows.map(({ id }) => id));
  return wished.find((id) => id !== undefined && shown.has(id)) ?? rows[0]?.id;
}
