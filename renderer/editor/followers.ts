import type { UnitId } from '../../core/draft/types.ts';

/** Whoever follows the structure: the rows their own number, everything else the whole. */
export interface Followers {
  readonly subscribe: (listener: () => void) => () => void;
  readonly subscribeToUnit: (unit: UnitId, listener: () => void) => () => void;
  /** These units are to be told at the next time. */
  readonly await: (units: readonly UnitId[]) => void;
  /** Tells in a moment, when nothing more has changed meanwhile. */
  readonly tellSoon: () => void;
  /** Tells those that follow the whole, now. */
  readonly tellAll: () => void;
}

/**
 * The rows that follow a new one get their numbers a moment after the key: to write them makes the browser lay out their texts anew, a
 * third of what Enter cost, and of a burst of Enters the last numbers alone are of use. What is new itself is drawn with its own at once.
 * While an Enter is held down they follow all the same, now and then.
 */
const momentMilliseconds = 90;
const mostMilliseconds = 360;

/**
 * An article in the midst of a code gives a thousand others another number. Those that follow it, which are in sight, are drawn anew in one
 * turn, the others in the turns after it: drawn all at once they would hold up the next key for a second.
 */
const unitsAtOnce = 40;

export function createFollowers(): Followers {
  const listeners = new Set<() => void>();
  const ofUnits = new Map<UnitId, Set<() => void>>();
  const awaited = new Set<UnitId>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let isAtIt = false;
  const tellAll = (): void => {
    for (const listener of listeners) listener();
  };
  const tellUnits = (): void => {
    for (const unit of [...awaited].slice(0, unitsAtOnce)) {
      awaited.delete(unit);
      for (const listener of ofUnits.get(unit) ?? []) listener();
    }
    isAtIt = awaited.size > 0;
    if (isAtIt) setTimeout(tellUnits);
  };
  const tellNow = (): void => {
    timer = undefined;
    if (!isAtIt) tellUnits();
    tellAll();
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    subscribeToUnit: (unit, listener) => {
      const own = ofUnits.get(unit) ?? new Set();
      ofUnits.set(unit, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0 && ofUnits.get(unit) === own) ofUnits.delete(unit);
      };
    },
    await: (units) => {
      // Those of an earlier change that still wait stand behind these.
      const earlier = [...awaited];
      awaited.clear();
      for (const unit of [...units, ...earlier]) awaited.add(unit);
    },
    tellSoon: () => {
      const now = performance.now();
      if (timer === undefined) since = now;
      clearTimeout(timer);
      timer = setTimeout(tellNow, Math.min(momentMilliseconds, Math.max(0, since + mostMilliseconds - now)));
    },
    tellAll,
  };
}
