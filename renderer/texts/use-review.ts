import { useMemo, useState } from 'react';
import { doubtfulUnits } from '../../core/law/official-text/correct.ts';
import { type OfficialTree, treeOf } from '../../core/law/official-text/tree.ts';
import type { OfficialText, OfficialUnit } from '../../core/law/official-text/types.ts';

/** One moment of the review: the text as it was mended so far and the unit that is looked at. */
interface Moment {
  readonly text: OfficialText;
  readonly active: number;
}

/** A line of the structure, as the review shows it. */
export interface ReviewRow {
  readonly unit: OfficialUnit;
  readonly depth: number;
  readonly isDoubtful: boolean;
}

export interface Review {
  readonly text: OfficialText;
  readonly tree: OfficialTree;
  readonly rows: readonly ReviewRow[];
  readonly active: number;
  readonly doubts: readonly number[];
  readonly isCorrected: boolean;
  readonly choose: (index: number) => void;
  /** To the next unit of which something was guessed, from the beginning again after the last. */
  readonly nextDoubt: () => void;
  /** Takes a correction over as one step of undo; `active`: where one is then. False when there was none. */
  readonly correct: (next: OfficialText | undefined, active?: number) => boolean;
  readonly undo: () => void;
}

export function useReview(proposed: OfficialText): Review {
  const [past, setPast] = useState<readonly Moment[]>([]);
  const [now, setNow] = useState<Moment>(() => ({ text: proposed, active: doubtfulUnits(proposed)[0] ?? 0 }));
  const { text, active } = now;
  const tree = useMemo(() => treeOf(text.units), [text]);
  const doubts = useMemo(() => doubtfulUnits(text), [text]);
  const rows = useMemo(() => rowsOf(tree, doubts), [tree, doubts]);
  return {
    text,
    tree,
    rows,
    active,
    doubts,
    isCorrected: past.length > 0,
    choose: (index) => setNow({ text, active: index }),
    nextDoubt: () => {
      const next = doubts.find((at) => at > active) ?? doubts[0];
      if (next !== undefined) setNow({ text, active: next });
    },
    correct: (next, at = active) => {
      if (!next) return false;
      setPast([...past, now]);
      setNow({ text: next, active: Math.max(0, Math.min(at, next.units.length - 1)) });
      return true;
    },
    undo: () => {
      const before = past.at(-1);
      if (!before) return;
      setPast(past.slice(0, -1));
      setNow(before);
    },
  };
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
