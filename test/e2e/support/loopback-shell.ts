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

let launched: Promise<Browser> | undefined;

/** One for the whole worker: starting it costs more than many a test, and pages of two contexts share no more than those of two browsers. */
async function workersBrowser(): Promise<Browser> {
  const running = await launched;
  if (running?.isConnected()) return running;
  const executablePath = installedBrowser();
  launched = chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-sync',
    ],
  });
  return launched;
}

export async function startLoopback(options: LaunchOptions): Promise<Running> {
  const { host, address } = await startHostProcess(options);
  const context = await (await workersBrowser()).newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const foreign = watchForeign(page);
  await page.goto(address);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (host.exitCode !== null || host.signalCode !== null) return;
    const ended = once(host, 'exit');
    host.kill(signal);
    await ended;
  };
  return {
    page,
    foreign,
    async stop() {
      await context.close();
      await end('SIGTERM');
    },
    // The host first: nothing that a page says on its way out is to be heard.
    async kill() {
      await end('SIGKILL');
      await context.close();
    },
  };
}
