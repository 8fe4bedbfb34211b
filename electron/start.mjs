// npm start: builds what is missing or older than its sources, then opens the application. Real Electron where its program is on
// disk or can be fetched; otherwise the same page and the same services on 127.0.0.1. Node alone, because nothing is built yet.
//   --web       the browser, even where there is Electron
//   --no-open   in the browser: print the address, open nothing
//   a file name ending in .dolboor is opened
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

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
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const tag = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  const language = ['ky', 'ru', 'en'].find((known) => tag.toLowerCase().startsWith(known)) ?? 'en';
  return JSON.parse(readFileSync(path.join(root, 'locales', language, 'shell.json'), 'utf8')).start;
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

/** Asks for Electron's program once; without a network this fails at once, and a slow one is not waited for. */
function fetchElectron() {
  console.log(words.fetching);
  const installer = createRequire(import.meta.url).resolve('electron/install.js');
  spawnSync(process.execPath, [installer], { cwd: root, stdio: 'ignore', timeout: 120_000 });
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

buildWhatIsMissing();
const why = whyBrowser();
const rest = flags.filter((flag) => flag !== '--web');
const [program, args] = why
  ? [process.execPath, ['out/main/web-host.js', `--why=${why}`, ...rest]]
  : [electronProgram(), ['.', ...rest.filter((flag) => flag !== '--no-open')]];
const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
// The application ends itself properly on these; this process only waits for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)));
