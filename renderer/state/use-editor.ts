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
  return {
    get: () => overview,
    subscribe: (listener) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const refresh = (): void => {
        timer = undefined;
        const before = { units, overview };
        units = editor.state().units;
        overview = compute(before);
        listener();
      };
      if (editor.state().units !== units) refresh();
      const stop = editor.subscribe(() => {
        if (editor.state().units !== units) timer ??= setTimeout(refresh, pause);
      });
      const stopLaw = desk.law.subscribe(refresh);
      return () => {
        clearTimeout(timer);
        stop();
        stopLaw();
      };
    },
  };
}

/** What the desk shows of the whole draft, a moment after the key. */
export function useOverviewStore(editor: DraftEditor): OverviewStore {
  const desk = useDesk();
  return useMemo(() => createOverviewStore(desk, editor), [desk, editor]);
}
