import { parentPort, workerData } from 'node:worker_threads';
import { catchBadSavers } from './bad-savers.ts';
import { damage } from './damage.ts';
import { failFlushesAtRandom } from './failed-flushes.ts';
import { failEverywhere } from './faults.ts';
import { interleave } from './interleavings.ts';
import { killWriters } from './kills.ts';
import type { Outcome, Share } from './outcome.ts';
import { cutPower } from './power-cuts.ts';
import { actInSequence } from './sequences.ts';

/** One task of one lane: a suite, its share and the second of the run at which it stops. */
export interface Task {
  readonly suite: keyof typeof suites;
  readonly seed: number;
  readonly count: number;
  readonly until: number;
}

const suites = {
  powerCuts: (share: Share) => cutPower(share),
  failedFlushes: failFlushesAtRandom,
  faults: failEverywhere,
  sequences: actInSequence,
  damage,
  kills: killWriters,
  interleavings: interleave,
  badSavers,
} as const satisfies Record<string, (share: Share) => Promise<Outcome>>;

/** `done` counts those that were caught. */
async function badSavers(share: Share): Promise<Outcome> {
  const caught = [...(await catchBadSavers(share.seed, share.count))];
  const free = caught.filter(([, { violations }]) => violations === 0).map(([name]) => name);
  return { done: caught.length - free.length, violations: free.length, examples: free };
}

// The services say on the terminal what failed; here everything is made to fail.
console.error = () => undefined;

const start = performance.now();
for (const { suite, seed, count, until } of workerData as readonly Task[]) {
  const began = performance.now();
  // The clock cuts a suite short, but never below the quarter that it must reach to prove anything: a busy machine takes longer.
  const isTimeLeft = (done: number) => done < count / 4 || performance.now() - start < until * 1000;
  const outcome = await suites[suite]({ seed, count, isTimeLeft });
  parentPort?.postMessage({ suite, seed, seconds: (performance.now() - began) / 1000, ...outcome });
}
