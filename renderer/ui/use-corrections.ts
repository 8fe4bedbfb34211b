import { type KeyboardEvent, useState } from 'react';

interface Moment<Value> {
  readonly value: Value;
  /** Which of its units is looked at. */
  readonly active: number;
}

/** Something that a person mends before it is kept, one step of undo for each correction. */
export interface Corrections<Value> extends Moment<Value> {
  readonly isCorrected: boolean;
  readonly choose: (active: number) => void;
  /** Takes a correction over; `active`: where one is then. False when there was none. */
  readonly correct: (next: Value | undefined, active?: number) => boolean;
  readonly undo: () => void;
}

/** `lengthOf`: how many units a value has. `first` is read once. */
export function useCorrections<Value>(
  first: () => Moment<Value>,
  lengthOf: (value: Value) => number,
): Corrections<Value> {
  const [past, setPast] = useState<readonly Moment<Value>[]>([]);
  const [now, setNow] = useState(first);
  const { value, active } = now;
  return {
    value,
    active,
    isCorrected: past.length > 0,
    choose: (at) => setNow({ value, active: at }),
    correct: (next, at = active) => {
      if (!next) return false;
      setPast([...past, now]);
      setNow({ value: next, active: Math.max(0, Math.min(at, lengthOf(next) - 1)) });
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

/** Ctrl+Z anywhere in a review but in a field, which has an undo of its own. */
export function undoByKey(event: KeyboardEvent, { undo }: { readonly undo: () => void }): void {
  if (event.code !== 'KeyZ' || !(event.ctrlKey || event.metaKey) || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  undo();
}
