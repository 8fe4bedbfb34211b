import { useState } from 'react';
import type { PastedUnit } from '../editor/paste.ts';

interface Moment {
  readonly units: readonly PastedUnit[];
  readonly active: number;
}

export interface FileReview extends Moment {
  readonly isCorrected: boolean;
  readonly choose: (index: number) => void;
  /** Takes a correction over as one step of undo; false when there was none. */
  readonly correct: (next: readonly PastedUnit[] | undefined, active?: number) => boolean;
  readonly undo: () => void;
}

/** The structure of a file while a person mends it; nothing of it is in the draft yet. */
export function useFileReview(proposed: readonly PastedUnit[]): FileReview {
  const [past, setPast] = useState<readonly Moment[]>([]);
  const [now, setNow] = useState<Moment>({ units: proposed, active: 0 });
  const { units, active } = now;
  return {
    units,
    active,
    isCorrected: past.length > 0,
    choose: (index) => setNow({ units, active: index }),
    correct: (next, at = active) => {
      if (!next) return false;
      setPast([...past, now]);
      setNow({ units: next, active: Math.max(0, Math.min(at, next.length - 1)) });
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
