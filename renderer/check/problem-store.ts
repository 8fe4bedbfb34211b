import { useMemo } from 'react';
import { checkInSteps } from '../../core/check/catalogue.ts';
import type { Problem } from '../../core/check/problem.ts';
import type { ActId, Unit } from '../../core/draft/types.ts';
import type { DraftEditor, EditorState } from '../editor/contract.ts';
import { type Desk, useDesk } from '../state/desk.ts';
import { workInSlices } from '../state/slices.ts';
import type { Store } from '../state/store.ts';

/** What was found, and whether a newer text is being looked at. */
export interface Problems {
  readonly found: readonly Problem[];
  readonly isChecking: boolean;
}

/** What listens to the problems and reads them; nobody sets them. */
export type ProblemStore = Pick<Store<Problems>, 'get' | 'subscribe'>;

/** How long nobody must have typed. */
const pause = 500;

/**
 * The problems of a draft, looked for when typing pauses. A few steps of the check run in each turn of the event loop, so that a key
 * pressed meanwhile waits for those and not for all rules; what was begun on an older text is dropped.
 */
function createProblemStore(desk: Pick<Desk, 'acts' | 'forms' | 'law' | 'shelf'>, editor: DraftEditor): ProblemStore {
  const listeners = new Set<() => void>();
  let problems: Problems = { found: [], isChecking: true };
  let seen: Pick<EditorState, 'units' | 'comments'> = editor.state();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => void) | undefined;
  let stopWork = (): void => undefined;

  const set = (next: Problems): void => {
    problems = next;
    for (const listener of [...listeners]) listener();
  };
  const begin = (): void => {
    const { units, comments } = editor.state();
    // What is on the shelf of the acts that are cited is read in passing; when it has come, the shelf tells and all is looked at again.
    void desk.shelf.load(citedActs(units));
    const { official: texts } = desk.shelf.get();
    const steps = checkInSteps({ units, comments, acts: desk.acts, forms: desk.forms, texts });
    stopWork();
    stopWork = workInSlices(steps, { onDone: (found) => set({ found, isChecking: false }) });
  };
  const changed = (): void => {
    const { units, comments } = editor.state();
    if (units === seen.units && comments === seen.comments) return;
    seen = { units, comments };
    again();
  };
  const again = (): void => {
    clearTimeout(timer);
    stopWork();
    timer = setTimeout(begin, pause);
    if (!problems.isChecking) set({ ...problems, isChecking: true });
  };
  return {
    get: () => problems,
    subscribe: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1) {
        const stops = [editor.subscribe(changed), desk.law.subscribe(again), desk.shelf.subscribe(again)];
        stop = () => {
          for (const one of stops) one();
        };
        seen = editor.state();
        timer = setTimeout(begin, 0);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        clearTimeout(timer);
        stopWork();
      };
    },
  };
}

/** Each act that the draft cites in some language, once. */
function citedActs(units: readonly Unit[]): readonly ActId[] {
  const acts = new Set<ActId>();
  for (const { children } of units) {
    for (const cell of children) {
      for (const inline of cell.children) if ('type' in inline && inline.type === 'citation') acts.add(inline.act);
    }
  }
  return [...acts];
}

/** One store for a draft, for whoever shows its problems: the count on the tab and the panel. */
export function useProblemStore(editor: DraftEditor): ProblemStore {
  const desk = useDesk();
  return useMemo(() => createProblemStore(desk, editor), [desk, editor]);
}
