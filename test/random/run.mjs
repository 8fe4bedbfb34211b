// npm run test:random [-- RUNS] [-- --seed N]: ten thousand random sequences of commands in the editor, none of which may break a law
// (test/renderer/editor/random-laws.ts). What fails is printed as the shortest sequence that does; keep it as a test with a name.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');
const args = process.argv.slice(2);
const seedAt = args.indexOf('--seed');
const seed = seedAt < 0 ? Date.now() % 1_000_000 : Number(args[seedAt + 1]);
const runs = Number(args.find((arg, i) => /^\d+$/.test(arg) && (seedAt < 0 || i !== seedAt + 1)) ?? 10_000);

console.log(`${runs} sequences, seed ${seed}`);
const manifest = createRequire(import.meta.url).resolve('vitest/package.json');
const { status } = spawnSync(
  process.execPath,
  [path.join(path.dirname(manifest), 'vitest.mjs'), 'run', 'test/renderer/editor/random-editing.test.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, DOLBOOR_RANDOM_RUNS: String(runs), DOLBOOR_RANDOM_SEED: String(seed) },
  },
);
process.exitCode = status ?? 1;
