import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { installedBrowser } from '../../../.ci/browsers.js';
import type { LaunchOptions, Running } from './desk.ts';
import { watchForeign } from './foreign.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');

/** The host as `npm start -- --web --no-open` starts it, and the address that it prints. */
export async function startHostProcess({
  data,
  documents,
  file,
}: LaunchOptions): Promise<{ host: ChildProcess; address: string; said: () => string }> {
  const args = ['--why=without-electron', '--no-open', '--ui', 'en', ...(file === undefined ? [] : [file])];
  const host = spawn(process.execPath, [path.join(root, 'out', 'main', 'web-host.js'), ...args], {
    cwd: root,
    env: { ...process.env, DOLBOOR_DATA: data, DOLBOOR_DOCUMENTS: documents },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    host.stdout.on('data', (chunk) => {
      said += String(chunk);
      const found = /^ {2}(http:\/\/127\.0\.0\.1:\d+\/\?t=[\w-]+)$/m.exec(said)?.[1];
      if (found) resolve(found);
    });
    host.once('exit', (code) => reject(new Error(`The host ended with ${code}: ${said}`)));
  });
  return { host, address, said: () => said };
}

async function launchBrowser(): Promise<Browser> {
  const executablePath = installedBrowser();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-sync',
    ],
  });
}

export async function startLoopback(options: LaunchOptions): Promise<Running> {
  const { host, address } = await startHostProcess(options);
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const foreign = watchForeign(page);
  await page.goto(address);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    await browser.close();
    if (host.exitCode === null && host.signalCode === null) {
      const ended = once(host, 'exit');
      host.kill(signal);
      await ended;
    }
  };
  return { page, foreign, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}
