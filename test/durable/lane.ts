import { parentPort } from 'node:worker_threads';
import { catchBadSavers } from './bad-savers.ts';
import { shiftClocks } from './clocks.ts';
import { damage } from './damage.ts';
import { failFlushesAtRandom } from './failed-flushes.ts';
import { failEverywhere } from './faults.ts';
import { interleave } from './interleavings.ts';
import { killWriters } from './kills.ts';
import { mutateInputs } from './mutations.ts';
import type { Outcome, Share } from './outcome.ts';
import { cutPower } from './power-cuts.ts';
import { cutRealPower } from './real-cuts.ts';
import { actInSequence } from './sequences.ts';

/** A part of one suite: its share, and the milliseconds that are left to it. */
export interface Task {
  readonly suite: keyof typeof suites;
  readonly seed: number;
  readonly count: number;
  readonly left: number;
  readonly from?: number;
  readonly longest?: number;
}

const suites = {
  powerCuts: (share: Share) => cutPower(share),
  failedFlushes: failFlushesAtRandom,
  faults: failEverywhere,
  sequences: actInSequence,
  damage,
  kills: killWriters,
  realPowerCuts: cutRealPower,
  interleavings: (share: Share) => interleave(share),
  clocks: shiftClocks,
  inputs: mutateInputs,
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
// Thousands of calls to the disk fail on purpose, and nobody reads where.
Error.stackTraceLimit = 0;

// A lane asks for a task whenever it is free; no task ends it.
parentPort?.on('message', async (task: Task | undefined) => {
  if (task) ask(await carryOut(task));
  else parentPort?.close();
});
ask();

function ask(done?: object): void {
  parentPort?.postMessage(done ?? {});
}

async function carryOut({ suite, left, ...share }: Task): Promise<object> {
  const [began, cpu] = [performance.now(), process.threadCpuUsage()];
  // The clock cuts a suite short, but never below the quarter that it must reach to prove anything: a busy machine takes longer.
  const isTimeLeft = (done: number) => done < share.count / 4 || performance.now() - began < left;
  const outcome = await suites[suite]({ ...share, isTimeLeft });
  const { user, system } = process.threadCpuUsage(cpu);
  return { suite, ...outcome, seconds: (performance.now() - began) / 1000, work: (user + system) / 1e6 };
}
