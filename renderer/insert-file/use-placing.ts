import { useEffect, useMemo, useState } from 'react';
import type { Language } from '../../core/base/language.ts';
import type { ForeignComment } from '../../core/draft/foreign-paragraphs.ts';
import { indexOfUnit } from '../../core/draft/outline.ts';
import { languageOf } from '../../core/law/official-text/language.ts';
import type { DraftEditor } from '../editor/contract.ts';
import type { PastedUnit } from '../editor/paste.ts';
import {
  type FilePlan,
  type FileWay,
  type Placing,
  planFile,
  type Surroundings,
  waitingFrom,
  wordsOf,
} from './plan.ts';

/** Where the words of a file go, as far as the person has chosen, and what comes of it. */
export interface FilePlacing {
  readonly placing: Placing;
  /** Undefined as long as it is computed, or when nothing can be put in. */
  readonly plan: FilePlan | undefined;
  /** Whether as many cells wait as the file has paragraphs. */
  readonly canFill: boolean;
  readonly setLanguage: (language: Language) => void;
  readonly setWay: (way: FileWay) => void;
  readonly setLive: (live: boolean) => void;
}

export function usePlacing(
  units: readonly PastedUnit[],
  around: Surroundings,
  into: 'draft' | 'new',
  editor: DraftEditor | undefined,
  comments: readonly ForeignComment[],
): FilePlacing {
  const [language, setLanguage] = useState<Language>(() =>
    languageOf(units.flatMap((unit) => wordsOf(unit).map(({ text }) => text)).join('\n')),
  );
  const [way, setWay] = useState<FileWay>();
  const [live, setLive] = useState(true);
  const last = around.units.length - 1;
  const caret = useMemo(() => {
    const at = indexOfUnit(around.units, editor?.state().whereabouts?.unit ?? '');
    return at < 0 ? last : at;
  }, [around, editor, last]);
  const waiting = useMemo(() => waitingFrom(around.units, units, language, caret), [around, units, language, caret]);
  const likely = waiting === undefined ? 'rows' : 'cells';
  const wanted = way === 'cells' && waiting === undefined ? 'rows' : (way ?? likely);
  const chosen: FileWay = into === 'new' ? 'instead' : wanted;
  const placing = useMemo(
    (): Placing => ({ way: chosen, language, live, at: chosen === 'cells' ? (waiting ?? 0) : caret }),
    [chosen, language, live, waiting, caret],
  );
  return {
    placing,
    plan: usePlan(units, placing, around, comments),
    canFill: waiting !== undefined,
    setLanguage,
    setWay,
    setLive,
  };
}

/** Milliseconds of quiet: a whole code takes a second to read for citations, which must not follow each key of the review. */
const pause = 300;

/** What comes of it, a moment after the last change; until then what came of it before. */
function usePlan(
  units: readonly PastedUnit[],
  placing: Placing,
  around: Surroundings,
  comments: readonly ForeignComment[],
): FilePlan | undefined {
  const [plan, setPlan] = useState<FilePlan>();
  useEffect(() => {
    const timer = window.setTimeout(() => setPlan(planFile(units, placing, around, comments)), pause);
    return () => window.clearTimeout(timer);
  }, [units, placing, around, comments]);
  return plan;
}
