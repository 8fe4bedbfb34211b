// npm start: builds what is missing or older than its sources, then opens the application. Real Electron where its program is on
// disk or can be fetched; otherwise the same page and the same services on 127.0.0.1. Node alone, because nothing is built yet.
//   --web       the browser, even where there is Electron
//   --no-open   in the browser: print the address, open nothing
//   a file name ending in .dolboor is opened
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { systemLanguage } from './shell/system-language.js';

const root = path.join(import.meta.dirname, '..');
const flags = process.argv.slice(2);
const words = readWords();

/** Which sources each bundle is made of. */
const bundles = [
  { config: 'renderer/vite.config.ts', made: 'out/renderer/index.html', from: ['renderer', 'core', 'locales'] },
  { config: 'electron/vite.config.ts', made: 'out/main/web-host.js', from: ['electron', 'core', 'locales'] },
  {
    config: 'electron/vite.preload.config.ts',
    made: 'out/preload/preload.cjs',
    from: ['electron/preload.ts', 'core/bridge'],
  },
];

function readWords() {
  const file = path.join(root, 'locales', systemLanguage(process.env), 'shell.json');
  return JSON.parse(readFileSync(file, 'utf8')).start;
}

function newest(place) {
  const file = path.join(root, place);
  const stats = statSync(file);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(file).reduce((latest, name) => Math.max(latest, newest(path.join(place, name))), stats.mtimeMs);
}

function isStale({ config, made, from }) {
  const output = path.join(root, made);
  if (!existsSync(output)) return true;
  const built = statSync(output).mtimeMs;
  return [config, 'package-lock.json', ...from].some((place) => newest(place) > built);
}

function buildWhatIsMissing() {
  const stale = bundles.filter(isStale);
  if (stale.length === 0) return;
  console.log(words.building);
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  for (const { config } of stale) {
    const { status } = spawnSync(process.execPath, [vite, 'build', '-c', config, '--logLevel', 'warn'], {
      cwd: root,
      stdio: 'inherit',
    });
    if (status === 0) continue;
    console.error(words['build-failed']);
    process.exit(1);
  }
}

/** Electron's program, or undefined. Never by `require('electron')`: that starts a download which blocks. */
function electronProgram() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folder = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const note = path.join(folder, 'path.txt');
  const name = process.platform === 'win32' ? 'electron.exe' : 'electron';
  const program = given
    ? path.join(given, name)
    : existsSync(note) && path.join(folder, 'dist', readFileSync(note, 'utf8').trim());
  return program && existsSync(program) ? program : undefined;
}

const day = 24 * 60 * 60_000;

/**
 * Asks for Electron's program; without a network this fails at once, and a slow one is not waited for. A try that failed is not
 * made again on the same day, so that a machine without a network does not wait at each start.
 */
function fetchElectron() {
  const note = path.join(root, 'out', 'electron-not-fetched');
  if (existsSync(note) && Date.now() - statSync(note).mtimeMs < day) return;
  console.log(words.fetching);
  const installer = createRequire(import.meta.url).resolve('electron/install.js');
  spawnSync(process.execPath, [installer], { cwd: root, stdio: 'ignore', timeout: 30_000 });
  if (electronProgram()) return rmSync(note, { force: true });
  mkdirSync(path.dirname(note), { recursive: true });
  writeFileSync(note, '');
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(words['old-node'].replace('{{needed}}', '22.12').replace('{{found}}', process.versions.node));
  process.exit(1);
}

/** `by-choice`, `without-screen`, `without-electron`: why the browser; undefined when it is Electron. */
function whyBrowser() {
  if (flags.includes('--web')) return 'by-choice';
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  // The stand-in of the tests draws on no screen.
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return electronProgram() ? undefined : 'without-electron';
  if (!hasScreen) return electronProgram() ? 'without-screen' : 'without-electron';
  if (electronProgram() === undefined) fetchElectron();
  return electronProgram() ? undefined : 'without-electron';
}

let child;
let isEnding = false;

function open(program, args, ended) {
  child = spawn(program, args, { cwd: root, stdio: 'inherit' });
  let isOver = false;
  const end = (code) => {
    if (!isOver) ended(code);
    isOver = true;
  };
  // A program that the system will not run at all: no right to it, another processor, a library that is not here.
  child.on('error', () => end(1));
  child.on('exit', (code, signal) => end(signal ? 1 : (code ?? 0)));
}

function openBrowser(why, rest) {
  open(process.execPath, ['out/main/web-host.js', `--why=${why}`, ...rest], (code) => process.exit(code));
}

/** Where Electron's window cannot be had (no library, no sandbox, no graphics), its program ends soon, and the browser takes over. */
function openElectron(rest) {
  const began = performance.now();
  const soon = 15_000;
  const ownFailure = 4;
  open(electronProgram(), ['.', ...rest.filter((flag) => flag !== '--no-open')], (code) => {
    const hasFailed = code !== 0 && code !== ownFailure && performance.now() - began < soon;
    if (hasFailed && !isEnding) openBrowser('electron-failed', rest);
    else process.exit(code);
  });
}

// The terminal tells the whole group of Ctrl+C and of its own end; this process only waits, or the application would hear it twice.
for (const signal of ['SIGINT', 'SIGHUP']) {
  process.on(signal, () => {
    isEnding = true;
  });
}
// Told to this process alone. On Windows it would end the application in the middle of its work.
if (process.platform !== 'win32') {
  process.on('SIGTERM', () => {
    isEnding = true;
    child?.kill('SIGTERM');
  });
}

buildWhatIsMissing();
const why = whyBrowser();
const rest = flags.filter((flag) => flag !== '--web');
if (why) openBrowser(why, rest);
else openElectron(rest);
