import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installedBrowser } from '../../.ci/browsers.js';
import { cdp } from './cdp.ts';

/** A throw-away profile, gone with the browser. */
export const profile = mkdtempSync(path.join(os.tmpdir(), 'electron-standin-'));

/** Its keeper, which ends it when this process is gone. */
let browser: ChildProcess | undefined;

function findChromium(): string {
  const found = installedBrowser();
  if (found === undefined) throw new Error('stand-in: no Chromium is installed; set CHROMIUM_PATH');
  return found;
}

/** Starts Chromium and prints the line by which Playwright finds it. No name resolves: nothing can reach a network. */
export async function startChromium(locale: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      path.join(import.meta.dirname, 'keep-browser.mjs'),
      profile,
      findChromium(),
      ...(process.env.STANDIN_HEADED ? [] : ['--headless=new']),
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-extensions',
      '--disable-breakpad',
      '--disable-dev-shm-usage',
      '--password-store=basic',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--remote-debugging-port=0',
      '--remote-allow-origins=*',
      '--no-startup-window',
      `--lang=${locale}`,
      `--user-data-dir=${profile}`,
    ],
    { stdio: ['pipe', 'ignore', 'pipe'], detached: true },
  );
  browser = child;
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`stand-in: Chromium ended with ${code}: ${said.slice(-2000)}`)));
  });
  await cdp.connect(address);
  process.stderr.write(`\nDevTools listening on ${address}\n`);
}

/** Ends Chromium, forgets the profile and ends this process. */
export function stopChromium(code: number): void {
  const finish = (): void => {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    process.exit(code);
  };
  if (browser === undefined || browser.exitCode !== null) {
    finish();
    return;
  }
  browser.removeAllListeners('exit');
  browser.on('exit', finish);
  cdp.send('Browser.close').catch(() => undefined);
  setTimeout(() => browser?.stdin?.destroy(), 3000).unref();
}
