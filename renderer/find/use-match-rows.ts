import { useMemo } from 'react';
import type { Language } from '../../core/base/language.ts';
import { labelsOf } from '../../core/draft/numbering.ts';
import { cellOf } from '../../core/draft/state.ts';
import { cellText } from '../../core/draft/text.ts';
import { wordsAround } from '../../core/draft/words-around.ts';
import { createInlineText } from '../../core/law/inline-text.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { usePlaces } from '../ui/use-places.ts';
import type { Finding } from './finding.ts';

/** UTF-16 code units of words on each side of a match: few enough that the match itself is never cut off at 1366 pixels. */
const room = 28;

/** A match as it is read in a list. */
interface MatchRow {
  readonly at: number;
  readonly language: Language;
  readonly isFixed: boolean;
  /** Статья 11, часть 1. */
  readonly place: string;
  readonly words: ReturnType<typeof wordsAround>;
}

/** The rows of one page of the list, with the numbers that the units had when they were searched. */
export function useMatchRows(finding: Finding, from: number, to: number): readonly MatchRow[] {
  const { forms, acts } = useDesk();
  const { matches, units } = useStore(finding);
  const placeOf = usePlaces();
  const labels = useMemo(() => labelsOf(units, forms), [units, forms]);
  const textOf = useMemo(
    () => createInlineText({ units, labels, acts, document: forms.document }),
    [units, labels, acts, forms],
  );
  return useMemo(
    () =>
      matches.slice(from, to).flatMap((match, i): readonly MatchRow[] => {
        const unit = units[match.index];
        if (!unit) return [];
        const { language, isFixed } = match;
        const words = wordsAround(cellText(cellOf(unit, language), textOf), match, room);
        return [{ at: from + i, language, isFixed, place: placeOf(units, labels, match.index, language), words }];
      }),
    [matches, units, labels, textOf, placeOf, from, to],
  );
}
