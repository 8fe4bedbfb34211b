import type { Language } from '../../core/base/language.ts';
import { type FindPlace, findMatches, type Match, nextMatch, previousMatch } from '../../core/draft/find.ts';
import type { Replacement } from '../../core/draft/find-replace.ts';
import { cellOf } from '../../core/draft/state.ts';
import { cellText } from '../../core/draft/text.ts';
import type { Unit } from '../../core/draft/types.ts';
import { compileQuery, type FindProblem, type FindQuery, replacementFor } from '../../core/languages/find-query.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { partsOf } from '../editor/parts.ts';
import { selectedPlaces } from '../editor/selected-places.ts';
import { createStore, type Store } from '../state/store.ts';
import { replaceInEditor, selectMatch, showMatch } from './sheet.ts';

/** What was done last and should be said: a key under `find:told` and what it tells of. */
export interface Told {
  readonly key: 'replaced' | 'replacedButFixed' | 'fixedHere' | 'fromStart' | 'fromEnd';
  readonly count: number;
  readonly fixed: number;
}

export interface FindState {
  readonly isOpen: boolean;
  readonly isReplacing: boolean;
  /** The list of matches stands under the bar. */
  readonly isListed: boolean;
  /** Rises each time that the bar is asked for: the field takes the focus. */
  readonly asked: number;
  readonly query: FindQuery;
  readonly scope: Language | 'all';
  readonly replacement: string;
  readonly matches: readonly Match[];
  /** Those in which the matches were found. */
  readonly units: readonly Unit[];
  /** Index of the match that one is at; -1 when there is none. */
  readonly current: number;
  readonly problem: FindProblem | undefined;
  /** What is shown belongs to an earlier query: the search waits for a pause in the typing. */
  readonly isWaiting: boolean;
  readonly told: Told | undefined;
}

/** Finding in one open draft: what is looked for, what was found, and the ways to go through it. */
export interface Finding extends Pick<Store<FindState>, 'get' | 'subscribe'> {
  readonly open: (how: { readonly isReplacing: boolean; readonly words?: string }) => void;
  /** Back to the text, with the match that one is at selected. */
  readonly close: () => void;
  readonly change: (change: Partial<Pick<FindState, 'query' | 'scope' | 'replacement'>>) => void;
  /** Goes to the next match or the one before; `takesFocus`: from the caret, and with it. */
  readonly step: (direction: 1 | -1, takesFocus: boolean) => void;
  /** Goes to a match by its index; `takesFocus`: with the caret. */
  readonly goTo: (match: number, takesFocus: boolean) => void;
  readonly showList: (isListed: boolean) => void;
  readonly replaceOne: () => void;
  readonly replaceAll: () => void;
  /** Looks again if the draft or the columns are not those that were searched. */
  readonly refresh: () => void;
}

const start: FindState = {
  isOpen: false,
  isReplacing: false,
  isListed: false,
  asked: 0,
  query: { text: '', mode: 'plain', matchCase: false, wholeWord: false },
  scope: 'all',
  replacement: '',
  matches: [],
  units: [],
  current: -1,
  problem: undefined,
  isWaiting: false,
  told: undefined,
};

/** Milliseconds. A search that costs more (a hard expression in a long bill) waits until the typing pauses. */
const cheap = 60;
const pause = 200;

interface Searched {
  readonly units: readonly Unit[];
  readonly columns: readonly Language[];
}

/** `columns`: those on the screen. What cannot be seen is neither found nor replaced. */
export function createFinding(editor: DraftEditor, columns: () => readonly Language[]): Finding {
  const store = createStore<FindState>(start);
  let anchor: FindPlace = { index: 0, language: columns()[0] ?? 'ky', offset: 0 };
  let searched: Searched | undefined;
  let cost = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const set = (change: Partial<FindState>): void => store.set({ ...store.get(), ...change });

  const search = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    const began = performance.now();
    look();
    cost = performance.now() - began;
  };

  const look = (): void => {
    const { query, scope } = store.get();
    const shown = columns();
    const { units } = editor.state();
    searched = { units, columns: shown };
    const finder = compileQuery(query);
    if (!finder.ok) {
      set({ matches: [], units, current: -1, problem: finder.error, isWaiting: false });
      return;
    }
    const within = scope !== 'all' && shown.includes(scope) ? [scope] : shown;
    const matches = query.text === '' ? [] : findMatches(units, within, finder.value, partsOf(editor).derived.textOf);
    set({ matches, units, current: nextMatch(matches, anchor, shown), problem: undefined, isWaiting: false });
  };

  const refresh = (): void => {
    const isStale = searched?.units !== editor.state().units || searched.columns !== columns();
    if (waiting !== undefined || isStale) search();
  };

  const goTo = (current: number, takesFocus: boolean): void => {
    const match = store.get().matches[current];
    if (!match) return;
    anchor = { index: match.index, language: match.language, offset: match.start };
    set({ current });
    if (takesFocus) selectMatch(editor, match);
    else showMatch(editor, match);
  };

  const searchAndShow = (): void => {
    search();
    const { matches, current } = store.get();
    const match = matches[current];
    if (match) showMatch(editor, match);
  };

  const from = (direction: 1 | -1, takesFocus: boolean): number => {
    const { matches, current } = store.get();
    const caret = takesFocus ? selectedPlaces(editor) : undefined;
    if (!caret) return (current + direction + matches.length) % matches.length;
    return direction > 0 ? nextMatch(matches, caret[1], columns()) : previousMatch(matches, caret[0], columns());
  };

  const replacementOf = (match: Match): Replacement => {
    const { query, replacement } = store.get();
    const unit = searched?.units[match.index];
    const { textOf } = partsOf(editor).derived;
    const found = unit ? cellText(cellOf(unit, match.language), textOf).slice(match.start, match.end) : '';
    return { match, text: replacementFor(query, replacement, match, found) };
  };

  return {
    get: store.get,
    subscribe: store.subscribe,
    open: ({ isReplacing, words }) => {
      const { query, asked } = store.get();
      const caret = selectedPlaces(editor);
      if (caret) [anchor] = caret;
      const text = words ?? query.text;
      set({ isOpen: true, isReplacing, asked: asked + 1, query: { ...query, text }, told: undefined });
      search();
    },
    close: () => {
      const { matches, current } = store.get();
      const match = matches[current];
      set({ isOpen: false, told: undefined });
      if (match && searched?.units === editor.state().units) selectMatch(editor, match);
      else editor.focus();
    },
    change: (change) => {
      set({ ...change, told: undefined });
      if (!change.query && !change.scope) return;
      clearTimeout(waiting);
      if (cost <= cheap) {
        searchAndShow();
        return;
      }
      waiting = setTimeout(searchAndShow, pause);
      set({ isWaiting: true });
    },
    step: (direction, takesFocus) => {
      refresh();
      const before = store.get();
      const next = from(direction, takesFocus);
      if (next < 0 || before.matches.length === 0) return;
      const isRound = direction > 0 ? next < before.current : next > before.current;
      const key = direction > 0 ? 'fromStart' : 'fromEnd';
      set({ told: isRound && !takesFocus ? { key, count: 0, fixed: 0 } : undefined });
      goTo(next, takesFocus);
    },
    goTo: (match, takesFocus) => {
      set({ told: undefined });
      goTo(match, takesFocus);
    },
    showList: (isListed) => set({ isListed }),
    replaceOne: () => {
      refresh();
      const { matches, current } = store.get();
      const match = matches[current];
      if (!match) return;
      if (match.isFixed) {
        set({ told: { key: 'fixedHere', count: 0, fixed: 1 } });
        return;
      }
      const replacement = replacementOf(match);
      replaceInEditor(editor, [replacement]);
      anchor = { index: match.index, language: match.language, offset: match.start + replacement.text.length };
      search();
      set({ told: undefined });
      goTo(store.get().current, false);
    },
    replaceAll: () => {
      refresh();
      const { matches } = store.get();
      if (matches.length === 0) return;
      const { count, fixed } = replaceInEditor(editor, matches.map(replacementOf));
      search();
      set({ told: { key: fixed > 0 ? 'replacedButFixed' : 'replaced', count, fixed } });
    },
    refresh,
  };
}
