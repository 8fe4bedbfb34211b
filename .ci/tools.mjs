// The programs that the tests need and npm does not bring: a Chromium browser, and what reads our Word files back.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { hasHeadlessShell, installedBrowser } from './browsers.js';

/** Program, and Debian's package that has it. */
const readers = {
  pandoc: 'pandoc',
  soffice: 'libreoffice-writer-nogui',
  pdftotext: 'poppler-utils',
  xmllint: 'libxml2-utils',
};
const font = { file: '/usr/share/fonts/truetype/paratype/PTF55F.ttf', package: 'fonts-paratype' };

export function isOnPath(program) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program)));
}

function isDebianRoot() {
  return (
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version') && isOnPath('apt-get')
  );
}

function install(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const get = (...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  // Debian's package lists may be old or absent: refreshed only when the first try fails.
  const add = () => get('install', '-y', '-q', '--no-install-recommends', ...packages);
  return add() || (get('update', '-q') && add());
}

/** Brings what reads Word files, where that can be done without asking. Elsewhere the tests that need one say that they were skipped. */
export function bringReaders() {
  const missing = Object.entries(readers).filter(([program]) => !isOnPath(program));
  const packages = missing.map(([, name]) => name);
  if (process.platform === 'linux' && !existsSync(font.file)) packages.push(font.package);
  if (packages.length === 0) return;
  if (isDebianRoot()) {
    console.log(`Installing ${packages.join(', ')}`);
    if (install(packages)) return;
  }
  console.log(`Not here: ${packages.join(', ')}. The tests that need them will be skipped, and will say so.`);
}

async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test');
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  const cli = path.join(import.meta.dirname, '..', 'node_modules', '@playwright', 'test', 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 });
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/**
 * The one that `CHROMIUM_PATH` names; else, on Debian as root, its headless shell, which apt brings and in which the same tests take two
 * thirds of the time; else an installed Chrome, Edge or Chromium; else Debian's Chromium; else Playwright's own. Undefined when there is
 * no way.
 */
export async function findBrowser() {
  if (isDebianRoot() && !process.env.CHROMIUM_PATH && !hasHeadlessShell()) bring('chromium-headless-shell');
  if (isDebianRoot() && !installedBrowser()) bring('chromium');
  return installedBrowser() ?? playwrightBrowser();
}

function bring(browser) {
  console.log(`Installing ${browser}`);
  if (!install([browser, 'fonts-dejavu-core'])) console.log(`${browser} could not be installed`);
}
