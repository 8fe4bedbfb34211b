/** What a suite is asked to do: so many cases from a seed, or as many as the time allows. */
export interface Share {
  readonly seed: number;
  readonly count: number;
  /** Cases that come before these and are another's, where the cases are counted out; none when absent. */
  readonly from?: number;
  /** Longest sequence of actions, where that is the measure; three when absent. */
  readonly longest?: number;
  /** Asked before each case with the number of those that are done. */
  readonly isTimeLeft: (done: number) => boolean;
}

/** What a suite has done. */
export interface Outcome {
  /** Cases that were judged. */
  done: number;
  violations: number;
  /** The first few, each with the seed that brings it back. */
  readonly examples: string[];
}

export function noOutcome(): Outcome {
  return { done: 0, violations: 0, examples: [] };
}

export function violate(outcome: Outcome, what: string): void {
  outcome.violations += 1;
  if (outcome.examples.length < 5) outcome.examples.push(what);
}

/** A share without a clock. */
export function wholeShare(seed: number, count: number): Share {
  return { seed, count, isTimeLeft: () => true };
}

/** A step that, round and round, visits each of so many cases once, and all kinds of them early, wherever it stops. */
export function strideFor(length: number): number {
  let stride = Math.floor(length * 0.618);
  while (divisor(stride, length) !== 1) stride += 1;
  return stride;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
