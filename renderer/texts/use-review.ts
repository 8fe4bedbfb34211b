import { useMemo } from 'react';
import { doubtfulUnits } from '../../core/law/official-text/correct.ts';
import { type OfficialTree, treeOf } from '../../core/law/official-text/tree.ts';
import type { OfficialText, OfficialUnit } from '../../core/law/official-text/types.ts';
import { type Corrections, useCorrections } from '../ui/use-corrections.ts';

/** A line of the structure, as the review shows it. */
export interface ReviewRow {
  readonly unit: OfficialUnit;
  readonly depth: number;
  readonly isDoubtful: boolean;
}

/** The text of an act as it was mended so far. */
export interface Review extends Omit<Corrections<OfficialText>, 'value'> {
  readonly text: OfficialText;
  readonly tree: OfficialTree;
  readonly rows: readonly ReviewRow[];
  readonly doubts: readonly number[];
  /** To the next unit of which something was guessed, from the beginning again after the last. */
  readonly nextDoubt: () => void;
}

export function useReview(proposed: OfficialText): Review {
  const { value: text, ...corrections } = useCorrections(
    () => ({ value: proposed, active: doubtfulUnits(proposed)[0] ?? 0 }),
    ({ units }) => units.length,
  );
  const tree = useMemo(() => treeOf(text.units), [text]);
  const doubts = useMemo(() => doubtfulUnits(text), [text]);
  const rows = useMemo(() => rowsOf(tree, doubts), [tree, doubts]);
  const nextDoubt = (): void => {
    const next = doubts.find((at) => at > corrections.active) ?? doubts[0];
    if (next !== undefined) corrections.choose(next);
  };
  return { ...corrections, text, tree, rows, doubts, nextDoubt };
}

function rowsOf({ units, parents }: OfficialTree, doubts: readonly number[]): readonly ReviewRow[] {
  const doubtful = new Set(doubts);
  const depths: number[] = [];
  return units.map((unit, at) => {
    const depth = (depths[parents[at] ?? -1] ?? -1) + 1;
    depths.push(depth);
    return { unit, depth, isDoubtful: doubtful.has(at) };
  });
}
