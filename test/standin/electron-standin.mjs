// Takes Electron's command line, [switches] <folder or file> [arguments], and runs the application's main bundle on Node with the
// stand-in in Electron's place.
import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
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

const child = spawn(process.execPath, [...nodeArgs, entry, ...rest], {
  stdio: 'inherit',
  env: { ...process.env, ELECTRON_STANDIN: JSON.stringify(application) },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)));
