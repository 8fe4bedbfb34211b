// Takes Electron's command line, [switches] <folder or file> [arguments], and runs the application's main bundle on Node with the
// stand-in in Electron's place.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const nodeArgs = ['--disable-warning=ExperimentalWarning', '-r', path.join(import.meta.dirname, 'register.cjs')];
const switches = [];
const rest = [];
let target;
const argv = process.argv.slice(2);
for (let i = 0; i < argv.length; i++) {
  const word = argv[i];
  if (target !== undefined) rest.push(word);
  else if (/^--inspect(-brk)?(=|$)/.test(word)) nodeArgs.push(word);
  else if (word === '-r' || word === '--require') nodeArgs.push('-r', argv[++i]);
  else if (word.startsWith('-')) switches.push(word);
  else target = word;
}

const given = path.resolve(target ?? '.');
const isFolder = statSync(given).isDirectory();
const root = isFolder ? given : path.dirname(given);
const manifest = isFolder ? JSON.parse(readFileSync(path.join(given, 'package.json'), 'utf8')) : {};
const entry = isFolder ? path.join(given, manifest.main ?? 'index.js') : given;
const application = {
  root,
  switches,
  name: manifest.productName ?? manifest.name ?? 'Electron',
  version: manifest.version ?? '0.0.0',
};

/** A throw-away profile of Chromium, gone with the process. */
const profile = mkdtempSync(path.join(os.tmpdir(), 'electron-standin-'));

const child = spawn(process.execPath, [...nodeArgs, entry, ...rest], {
  stdio: 'inherit',
  env: { ...process.env, ELECTRON_STANDIN: JSON.stringify(application), STANDIN_PROFILE: profile },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  // Electron's windows die with its main process, whatever it dies of; Chromium would outlive ours.
  if (signal) killChromium();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  process.exit(signal ? 1 : (code ?? 0));
});

function killChromium() {
  try {
    process.kill(Number(readFileSync(path.join(profile, 'standin.pid'), 'utf8')), 'SIGKILL');
  } catch {
    // It had not been started, or is gone already.
  }
}
