// npm run test:durable [-- --json] [-- --seed N]: what the file, the journal and the recovery bear, in under a minute on two
// free cores. Every suite runs to its count or to the end of its time, and in any case to a quarter of its count; below that it
// counts as failed. So a busy machine takes longer and proves as much.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const args = process.argv.slice(2);
const seedAt = args.indexOf('--seed');
const seed = seedAt < 0 ? Date.now() % 1_000_000 : Number(args[seedAt + 1]);

/** Count for both lanes together, and the second of the run at which the suite stops on a busy machine: what one leaves the next takes. */
const suites = [
  { suite: 'powerCuts', count: 12_000, until: 8 },
  { suite: 'failedFlushes', count: 5_000, until: 13 },
  { suite: 'damage', count: 10_000, until: 20 },
  { suite: 'interleavings', count: 200, until: 23 },
  { suite: 'badSavers', count: 60, until: 30 },
  { suite: 'sequences', count: 584, until: 34 },
  { suite: 'faults', count: 1_800, until: 40 },
  { suite: 'kills', count: 120, until: 56 },
];

console.error(`seed ${seed}`);
const began = performance.now();
const totals = new Map();
await Promise.all([0, 1].map(runLane));
const seconds = Math.round((performance.now() - began) / 100) / 10;

function runLane(lane) {
  // The bad savers are for one lane to catch; each lane goes through all sequences, one for each model of a disk.
  const tasks = suites
    .filter(({ suite }) => lane === 0 || suite !== 'badSavers')
    .map(({ suite, count, until }) => {
      const isWhole = suite === 'sequences' || suite === 'badSavers';
      return { suite, seed: seed + lane * 500_001, count: isWhole ? count : count / 2, until };
    });
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, 'lane.ts'), { workerData: tasks });
    worker.on('message', take);
    worker.on('error', reject);
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`Lane ${lane} ended with ${code}`))));
  });
}

function take({ suite, done, violations, examples, seconds: took }) {
  const total = totals.get(suite) ?? { done: 0, violations: 0, seconds: 0 };
  totals.set(suite, {
    done: total.done + done,
    violations: total.violations + violations,
    seconds: Math.max(total.seconds, took),
  });
  for (const example of examples) console.error(`${suite}: ${example}`);
}

const of = (suite) => totals.get(suite) ?? { done: 0, violations: 0, seconds: 0 };
const short = suites
  .filter(({ suite, count }) => suite !== 'badSavers' && of(suite).done < count / 4)
  .map(({ suite }) => suite);
for (const suite of short) console.error(`${suite}: only ${of(suite).done} cases, which proves too little`);

const sum = (...names) => names.reduce((total, name) => total + of(name).violations, 0);
const counts = (...names) => names.reduce((total, name) => total + of(name).done, 0);
const caught = of('badSavers').done;
const result = {
  powerCuts: { images: counts('powerCuts', 'failedFlushes'), violations: sum('powerCuts', 'failedFlushes') },
  faults: { runs: of('faults').done, violations: of('faults').violations },
  sequences: { runs: of('sequences').done, violations: of('sequences').violations },
  damage: { cases: of('damage').done, violations: of('damage').violations },
  kills: { count: of('kills').done, lost: of('kills').violations },
  interleavings: { runs: of('interleavings').done, violations: of('interleavings').violations },
  badVariantsCaught: `${caught} of 6`,
  seed,
  seconds,
};
if (args.includes('--json')) console.log(JSON.stringify(result));
else {
  console.table(
    Object.fromEntries(
      [...totals].map(([suite, { done, violations, seconds: took }]) => [
        suite,
        { done, violations, seconds: Math.round(took * 10) / 10 },
      ]),
    ),
  );
  console.log(`${caught} of 6 bad savers caught; ${seconds} s; seed ${seed}`);
}
const isGood = short.length === 0 && caught === 6 && sum(...suites.map(({ suite }) => suite)) === 0;
process.exitCode = isGood ? 0 : 1;
