// npm test: checks, build, unit tests, tests in a browser; then one closing line, `N passed, N failed`.
// A check that fails counts as one failed; so does a step that reports nothing, because silence is not success.
//   --only check|unit|e2e   one part (the build belongs to e2e)
//   anything after --       goes to Playwright
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bringReaders, findBrowser } from './tools.mjs';

const root = path.join(import.meta.dirname, '..');
const reports = path.join(root, 'out', 'reports');
const [ownArgs, playwrightArgs] = splitArgs(process.argv.slice(2));
const only = ownArgs.includes('--only') ? ownArgs[ownArgs.indexOf('--only') + 1] : undefined;
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

function splitArgs(args) {
  const split = args.indexOf('--');
  return split < 0 ? [args, []] : [args.slice(0, split), args.slice(split + 1)];
}

/** Runs one of the project's own programs on this Node; its bin, so that no shell is needed on any system. */
function run(packageName, bin, args, env = {}) {
  const manifestFile = path.join(root, 'node_modules', packageName, 'package.json');
  const { bin: bins } = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const file = path.join(path.dirname(manifestFile), typeof bins === 'string' ? bins : bins[bin]);
  return runNode(file, args, env);
}

function runNode(file, args = [], env = {}) {
  const { status } = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

/** What it gives, or undefined where it throws: a step that breaks is one failure, and the closing line comes all the same. */
function attempt(action) {
  try {
    return action();
  } catch (error) {
    console.error(error);
    return undefined;
  }
}

function step(name, isDone) {
  const began = performance.now();
  console.log(`\n== ${name}`);
  const done = attempt(isDone) === true;
  console.log(`== ${name}: ${done ? 'done' : 'FAILED'} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  return done;
}

function fail(reason) {
  total.failed += 1;
  failures.push(reason);
}

function check(name, isDone) {
  const done = step(name, isDone);
  if (done) total.passed += 1;
  else fail(name);
  return done;
}

/** Counts what a runner reported. Its exit code is believed too: a file that does not load is in no report. */
function count(name, isDone, report, read) {
  rmSync(path.join(reports, report), { force: true });
  const done = step(name, isDone);
  const found = attempt(() => JSON.parse(readFileSync(path.join(reports, report), 'utf8')));
  const counts = (found && attempt(() => read(found))) ?? { passed: 0, failed: 0, skipped: 0 };
  const isSilent = counts.passed + counts.failed === 0;
  if ((!done && counts.failed === 0) || isSilent) {
    counts.failed += 1;
    failures.push(isSilent ? `${name}: nothing ran` : `${name}: ended badly`);
  } else if (counts.failed > 0) failures.push(`${name}: ${counts.failed}`);
  for (const key of Object.keys(total)) total[key] += counts[key];
}

function checks() {
  for (const layer of ['core', 'electron', 'renderer', 'test', 'test/standin']) {
    check(`types of ${layer}`, () => run('typescript', 'tsc', ['-p', layer]));
  }
  check('lint and format', () => run('@biomejs/biome', 'biome', ['check', '--error-on-warnings', '.']));
  check('unused files, exports and packages', () => run('knip', 'knip', []));
  check('every platform in the lockfile', () => runNode('.ci/check-lockfile.mjs'));
}

const configs = ['renderer/vite.config.ts', 'electron/vite.config.ts', 'electron/vite.preload.config.ts'];

function build() {
  return check('build', () =>
    configs.every((config) => run('vite', 'vite', ['build', '-c', config, '--logLevel', 'warn'])),
  );
}

function unit() {
  const report = 'unit.json';
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${path.join(reports, report)}`];
  count(
    'unit tests',
    () => run('vitest', 'vitest', args),
    report,
    ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests = 0 }) => ({
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
    }),
  );
}

async function endToEnd() {
  const browser = await findBrowser();
  if (!browser) {
    console.error(
      '\nNo Chromium browser is here and none could be installed. Install Chrome, Edge or Chromium, or set CHROMIUM_PATH.',
    );
    fail('end-to-end tests: no browser');
    return;
  }
  console.log(`\nBrowser: ${browser}`);
  const report = 'e2e.json';
  const env = {
    CHROMIUM_PATH: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(reports, report),
    ...electronEnvironment(),
  };
  const args = ['test', '-c', 'test/e2e/playwright.config.ts', '--reporter=list,json', ...playwrightArgs];
  count(
    'end-to-end tests',
    () => run('@playwright/test', 'playwright', args, env),
    report,
    ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }),
  );
}

/**
 * Real Electron where its program is; else the stand-in, which is a script and so not of Windows: there Electron is fetched, and its
 * tests are skipped, one by one and counted, when that fails. Never by `require('electron')`: that downloads.
 */
function electronEnvironment() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH || hasElectron()) return {};
  if (process.platform !== 'win32') return { ELECTRON_OVERRIDE_DIST_PATH: path.join(root, 'test', 'standin') };
  console.log('Electron is not here yet: trying to fetch it');
  spawnSync(process.execPath, [fromElectron('install.js')], { cwd: root, stdio: 'inherit', timeout: 300_000 });
  if (hasElectron()) return {};
  console.log('Electron could not be fetched: its tests are skipped. Those of the loopback host run the same specs.');
  return { DOLBOOR_TEST_WITHOUT_ELECTRON: '1' };
}

function fromElectron(file) {
  return path.join(path.dirname(createRequire(import.meta.url).resolve('electron/package.json')), file);
}

function hasElectron() {
  const note = fromElectron('path.txt');
  return existsSync(note) && existsSync(fromElectron(path.join('dist', readFileSync(note, 'utf8').trim())));
}

/**
 * Its full counts, or what a busy machine has time for, and never less than a quarter: it prints the counts and the seed. The seed is
 * fixed, so that a change is judged by what it changed; `npm run test:durable` and `npm run test:long` take a new one each time.
 */
function durable() {
  check('power cuts, faults, damage, kills', () =>
    runNode('test/durable/run.mjs', ['--seed', '9280', '--seconds', '86']),
  );
}

function close() {
  console.log('');
  if (total.skipped > 0) console.log(`${total.skipped} skipped; their names say what they need`);
  for (const failure of failures) console.log(`failed: ${failure}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

async function runAll() {
  mkdirSync(reports, { recursive: true });
  const wants = (part) => only === undefined || only === part;
  if (wants('unit') || wants('e2e')) attempt(bringReaders);
  if (wants('check')) checks();
  const isBuilt = wants('unit') || wants('e2e') ? build() : false;
  if (wants('unit')) {
    unit();
    durable();
  }
  if (!wants('e2e')) return;
  if (isBuilt) await endToEnd();
  else fail('end-to-end tests: nothing to test without a build');
}

await runAll().catch((error) => {
  console.error(error);
  fail(`broke off: ${error instanceof Error ? error.message : error}`);
});
close();
