import { useEffect, useState } from 'react';
import { workInSlices } from '../state/slices.ts';

/** Milliseconds: whoever waits for it writes nothing meanwhile. */
const slice = 40;

/**
 * What long work gives, undefined until it is done for the first time. `work` must be the same function for as long as it is the same work;
 * for another it begins anew, and what the last one gave stands until then, so that a list does not vanish under who reads it.
 */
export function useInSlices<T>(work: () => Generator<unknown, T, undefined>): T | undefined {
  const [done, setDone] = useState<{ readonly result: T }>();
  useEffect(() => workInSlices(work(), { slice, onDone: (result) => setDone({ result }) }), [work]);
  return done?.result;
}
