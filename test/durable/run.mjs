// npm run test:durable [-- --json] [-- --seed N] [-- --seconds N]: what the file, the journal and the recovery bear, in under a
// minute on two free cores, or in as many seconds. Every suite runs to its count or to the end of its time, and in any case to a
// quarter of its count; below that it counts as failed. So a busy machine takes longer and proves as much.
// npm run test:long, which is the same with --long: the sizes of a night, and real power cuts of a mounted file system where root
// allows them; `--scale 0.01` takes so much of each. The suites go by turns in parts of about a minute, so that a night that ends
// early, by `--seconds N` or by Ctrl+C, has done as much of each; what was reached is told every minute and at the end.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const args = process.argv.slice(2);
const optionOf = (name, usual) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : usual);
const seed = optionOf('--seed', Date.now() % 1_000_000);
const isLong = args.includes('--long');
const seconds = optionOf('--seconds', isLong ? Number.POSITIVE_INFINITY : 50);
const scale = isLong ? optionOf('--scale', 1) : 1;

/**
 * Count, the parts into which it is cut for the lanes to take, the part of the run's time after which it stops on a busy machine (what
 * one leaves the next takes), and the count of a night with the size of its parts; then the sequences are longer and each is tried on
 * both models of a disk. Of the faults there are as many as there are calls to the disk, six errors and three shapes each.
 */
const all = [
  { suite: 'kills', count: 120, parts: 1, until: 1.1, night: 5_000, step: 250, waits: true },
  { suite: 'badSavers', count: 60, parts: 1, until: 0.15, night: 60, step: 60 },
  { suite: 'powerCuts', count: 10_000, parts: 2, until: 0.5, night: 1_000_000, step: 10_000 },
  { suite: 'failedFlushes', count: 2_000, parts: 2, until: 0.55, night: 500_000, step: 10_000 },
  { suite: 'damage', count: 10_000, parts: 2, until: 0.8, night: 1_000_000, step: 10_000 },
  { suite: 'faults', count: 1_944, parts: 2, until: 1, night: 1_944, step: 972 },
  { suite: 'clocks', count: 42, parts: 2, until: 1, night: 8_400, step: 210 },
  { suite: 'interleavings', count: 200, parts: 2, until: 1, night: 10_000, step: 500 },
  { suite: 'sequences', count: 584, parts: 2, until: 1, night: 9_360, step: 520, longest: 4 },
  { suite: 'inputs', count: 5_000, parts: 10, until: 1, night: 200_000, step: 2_000 },
  { suite: 'realPowerCuts', count: 0, parts: 1, until: 1, night: 1_000, step: 100, waits: true },
];
const suites = all.flatMap((suite) => (isLong ? longSuite(suite) : shortSuite(suite)));

function shortSuite({ longest: _, ...suite }) {
  return suite.count > 0 ? [suite] : [];
}

function longSuite({ night, step, ...suite }) {
  const wanted = night * (suite.suite === 'badSavers' ? 1 : scale);
  // Two at the least: one on each model of a disk.
  const parts = Math.max(suite.parts, Math.ceil(wanted / step));
  return [{ ...suite, count: Math.ceil(wanted / parts) * parts, parts, until: Number.POSITIVE_INFINITY }];
}

/** Files that one case of a suite takes: a mutated input is one for each of the four importers. */
const casesOf = { inputs: 4 };

const rounded = (number) => Math.round(number * 10) / 10;
console.error(`seed ${seed}`);
const began = performance.now();
let told = began;
const totals = new Map();
const missingOf = new Map();
const tasks = suites.flatMap(({ parts, ...suite }) => {
  const count = suite.count / parts;
  const share = { ...suite, count };
  return Array.from({ length: parts }, (_, part) => ({
    ...share,
    ...placeOf(suite.suite, part, count),
    at: part / parts,
  }));
});
if (isLong) tasks.sort((a, b) => a.at - b.at);
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (isStopping = true));
// What mostly waits for the disk and for processes to begin is a lane by itself, beside the two that compute.
await Promise.all([
  runLane(() => tasks.find(isFor(false))),
  runLane(() => tasks.find(isFor(false))),
  runLane(() => tasks.find(isFor(true))),
]);
const took = Math.round((performance.now() - began) / 100) / 10;

/** Where the cases are counted out, each part has its own; elsewhere, its own seeds. Even and odd parts are on different models. */
function placeOf(suite, part, count) {
  if (suite === 'sequences' && isLong) return { from: Math.floor(part / 2) * count, seed: seed + (part % 2) };
  if (suite === 'faults' || suite === 'sequences') return { from: part * count, seed };
  return { seed: seed + part * 500_001 };
}

function isFor(waiting) {
  return ({ waits = false }) => waits === waiting;
}

/** The parts under way are ended; no other is begun. */
function isOver() {
  return isStopping || (isLong && performance.now() - began > seconds * 1_000);
}

function runLane(findTask) {
  return new Promise((resolve, reject) => {
    // A reader that takes more memory is a fault of its own, and ends the lane. What is young dies young here: with much room for it,
    // hardly anything is carried over.
    const worker = new Worker(join(import.meta.dirname, 'lane.ts'), {
      resourceLimits: { maxOldGenerationSizeMb: 1_024, maxYoungGenerationSizeMb: 128 },
    });
    worker.on('message', (done) => {
      if (done.suite) take(done);
      const task = isOver() ? undefined : findTask();
      if (task) tasks.splice(tasks.indexOf(task), 1);
      worker.postMessage(task && { ...task, left: task.until * seconds * 1_000 - (performance.now() - began) });
    });
    worker.on('error', reject);
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`A lane ended with ${code}`))));
  });
}

function take({ suite, done, violations, examples, missing, seconds: passed, work }) {
  if (missing !== undefined) missingOf.set(suite, missing);
  const total = totals.get(suite) ?? { done: 0, violations: 0, seconds: 0, work: 0 };
  totals.set(suite, {
    done: total.done + done,
    violations: total.violations + violations,
    seconds: total.seconds + passed,
    work: total.work + work,
  });
  for (const example of examples) console.error(`${suite}: ${example}`);
  if (isLong && performance.now() - told > 60_000) tellProgress();
}

function tellProgress() {
  told = performance.now();
  const violations = [...totals.values()].reduce((sum, total) => sum + total.violations, 0);
  const reached = suites.map(({ suite, count }) => `${suite} ${of(suite).done}/${count * (casesOf[suite] ?? 1)}`);
  console.error(`${Math.round((told - began) / 1_000)} s, ${violations} violations: ${reached.join(', ')}`);
}

function of(suite) {
  return totals.get(suite) ?? { done: 0, violations: 0, seconds: 0 };
}

const short = suites
  .filter(({ suite }) => suite !== 'badSavers' && !missingOf.has(suite))
  .filter(({ suite, count }) => of(suite).done < (count * (casesOf[suite] ?? 1)) / 4)
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
  ...(isLong && {
    realPowerCuts: missingOf.get('realPowerCuts') ?? {
      count: of('realPowerCuts').done,
      lost: of('realPowerCuts').violations,
    },
  }),
  seed,
  seconds: took,
};
if (args.includes('--json')) console.log(JSON.stringify(result));
else {
  console.table(
    Object.fromEntries(
      [...totals].map(([suite, { done, violations, seconds: passed, work }]) => [
        suite,
        { done, violations, seconds: rounded(passed), 'of its own work': rounded(work) },
      ]),
    ),
  );
  for (const [suite, missing] of missingOf) console.log(`${suite}: ${missing}`);
  console.log(`${caught} of 6 bad savers caught; ${took} s; seed ${seed}`);
}
const isGood = short.length === 0 && caught === 6 && sum(...suites.map(({ suite }) => suite)) === 0;
process.exitCode = isGood ? 0 : 1;
