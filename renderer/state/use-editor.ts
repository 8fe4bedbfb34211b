import { useMemo, useSyncExternalStore } from 'react';
import { createInlineText } from '../../core/law/inline-text.ts';
import { isDeadAct } from '../../core/law/status-day.ts';
import type { DraftEditor, EditorState } from '../editor/contract.ts';
import { type Desk, useDesk } from './desk.ts';
import { type Overview, type OverviewMoment, type OverviewSources, overviewOf } from './overview.ts';
import type { Store } from './store.ts';

/** One thing of the editor's state. `select` must give back the same value for the same state, not a new object. */
export function useEditorState<T>(editor: DraftEditor, select: (state: EditorState) => T): T {
  return useSyncExternalStore(editor.subscribe, () => select(editor.state()));
}

/** What listens to the overview and reads it; nobody sets it. */
export type OverviewStore = Pick<Store<Overview>, 'get' | 'subscribe'>;

const pause = 160;

/** Computes the overview now and again whenever the units changed and typing paused. */
function createOverviewStore(desk: Desk, editor: DraftEditor): OverviewStore {
  const sources = {
    forms: desk.forms,
    isDead: (act: string) => isDeadAct(desk.acts, act),
  };
  const compute = (before?: OverviewMoment): Overview => {
    const { units: now } = editor.state();
    const textOf: OverviewSources['textOf'] = (labels) =>
      createInlineText({ units: now, labels, acts: desk.acts, document: desk.forms.document });
    return overviewOf(now, { ...sources, textOf }, before);
  };
  let units = editor.state().units;
  let overview = compute();
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stops: readonly (() => void)[] = [];
  const refresh = (): void => {
    timer = undefined;
    const before = { units, overview };
    units = editor.state().units;
    overview = compute(before);
    for (const listener of [...listeners]) listener();
  };
  // A dozen parts of the desk listen: the draft is walked once for all of them.
  const begin = (): void => {
    if (editor.state().units !== units) refresh();
    const follow = (): void => {
      if (editor.state().units !== units) timer ??= setTimeout(refresh, pause);
    };
    stops = [editor.subscribe(follow), desk.law.subscribe(refresh)];
  };
  return {
    get: () => overview,
    subscribe: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1) begin();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(timer);
        timer = undefined;
        for (const stop of stops) stop();
      };
    },
  };
}

/** What the desk shows of the whole draft, a moment after the key. */
export function useOverviewStore(editor: DraftEditor): OverviewStore {
  const desk = useDesk();
  return useMemo(() => createOverviewStore(desk, editor), [desk, editor]);
}
