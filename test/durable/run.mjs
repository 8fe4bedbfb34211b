// npm run test:durable [-- --json] [-- --seed N]: what the file, the journal and the recovery bear, in under a minute on two
// free cores. Every suite runs to its count or to the end of its time, and in any case to a quarter of its count; below that it
// counts as failed. So a busy machine takes longer and proves as much.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const args = process.argv.slice(2);
const seedAt = args.indexOf('--seed');
const seed = seedAt < 0 ? Date.now() % 1_000_000 : Number(args[seedAt + 1]);

/**
 * Count, the parts into which it is cut for the lanes to take, and the second of the run at which a part stops on a busy machine:
 * what one leaves the next takes. Every part of the sequences goes through all of them, on another model of a disk.
 */
const suites = [
  { suite: 'badSavers', count: 60, parts: 1, until: 12 },
  { suite: 'powerCuts', count: 12_000, parts: 2, until: 12 },
  { suite: 'failedFlushes', count: 5_000, parts: 2, until: 15 },
  { suite: 'damage', count: 10_000, parts: 2, until: 19 },
  { suite: 'interleavings', count: 200, parts: 2, until: 22 },
  { suite: 'clocks', count: 84, parts: 2, until: 24 },
  { suite: 'sequences', count: 1_168, parts: 2, until: 31 },
  { suite: 'faults', count: 1_800, parts: 6, until: 40 },
  { suite: 'inputs', count: 5_000, parts: 10, until: 48 },
  { suite: 'kills', count: 120, parts: 4, until: 58 },
];

/** Files that one case of a suite takes: a mutated input is one for each of the four importers. */
const casesOf = { inputs: 4 };

const rounded = (number) => Math.round(number * 10) / 10;
console.error(`seed ${seed}`);
const began = performance.now();
const totals = new Map();
const tasks = suites.flatMap(({ parts, ...suite }) =>
  Array.from({ length: parts }, (_, part) => ({ ...suite, count: suite.count / parts, seed: seed + part * 500_001 })),
);
await Promise.all([0, 1].map(runLane));
const seconds = Math.round((performance.now() - began) / 100) / 10;

function runLane(lane) {
  return new Promise((resolve, reject) => {
    // A reader that takes more memory is a fault of its own, and ends the lane.
    const worker = new Worker(join(import.meta.dirname, 'lane.ts'), {
      resourceLimits: { maxOldGenerationSizeMb: 1_024 },
    });
    worker.on('message', (done) => {
      if (done.suite) take(done);
      const task = tasks.shift();
      worker.postMessage(task && { ...task, left: task.until * 1_000 - (performance.now() - began) });
    });
    worker.on('error', reject);
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`Lane ${lane} ended with ${code}`))));
  });
}

function take({ suite, done, violations, examples, seconds: took, work }) {
  const total = totals.get(suite) ?? { done: 0, violations: 0, seconds: 0, work: 0 };
  totals.set(suite, {
    done: total.done + done,
    violations: total.violations + violations,
    seconds: total.seconds + took,
    work: total.work + work,
  });
  for (const example of examples) console.error(`${suite}: ${example}`);
}

const of = (suite) => totals.get(suite) ?? { done: 0, violations: 0, seconds: 0 };
const short = suites
  .filter(({ suite, count }) => suite !== 'badSavers' && of(suite).done < (count * (casesOf[suite] ?? 1)) / 4)
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
  clocks: { runs: of('clocks').done, violations: of('clocks').violations },
  inputs: { cases: of('inputs').done, violations: of('inputs').violations },
  badVariantsCaught: `${caught} of 6`,
  seed,
  seconds,
};
if (args.includes('--json')) console.log(JSON.stringify(result));
else {
  console.table(
    Object.fromEntries(
      [...totals].map(([suite, { done, violations, seconds: took, work }]) => [
        suite,
        { done, violations, seconds: rounded(took), 'of its own work': rounded(work) },
      ]),
    ),
  );
  console.log(`${caught} of 6 bad savers caught; ${seconds} s; seed ${seed}`);
}
const isGood = short.length === 0 && caught === 6 && sum(...suites.map(({ suite }) => suite)) === 0;
process.exitCode = isGood ? 0 : 1;
