import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { test } from './support/desk.ts';
import { startHostProcess } from './support/loopback-shell.ts';

test('the address in the browser holds no token once the page is there', async ({ desk }) => {
  expect(new URL(desk.page.url()).search).toBe('');
  expect(new URL(desk.page.url()).hostname).toBe('127.0.0.1');
});

test('the page has the same services as in Electron, without a bridge in the window', async ({ desk }) => {
  const reply = await desk.page.evaluate(
    () =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://${location.host}/rpc`);
        socket.addEventListener('open', () => socket.send(JSON.stringify({ id: 1, name: 'app.info', request: {} })));
        socket.addEventListener('message', ({ data }) => resolve(JSON.parse(String(data))));
      }),
  );
  expect(reply).toMatchObject({ id: 1, reply: { ok: true, value: { shell: 'loopback' } } });
  expect(await desk.page.evaluate(() => 'dolboor' in window)).toBe(false);
});

test('the host says plainly that it is not Electron, prints the address, and ends when told', async () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'dolboor-e2e-'));
  const { host, said } = await startHostProcess({ data: home, documents: home });
  const ended = new Promise((resolve) => host.once('exit', resolve));
  expect(said()).toContain('Electron is not on this computer. The same application runs in your browser instead');
  host.kill('SIGTERM');
  expect(await ended).toBe(0);
  rmSync(home, { recursive: true, force: true });
});

const root = path.join(import.meta.dirname, '..', '..');

/** A program of ours in a group of its own, as a terminal starts it. `said` waits for words. */
function startGroup(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  return {
    pid: child.pid as number,
    ended,
    said: (words: string) => expect.poll(() => text, { timeout: 60_000 }).toContain(words),
  };
}

function isRunning(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}

test.describe('npm start', () => {
  // One after the other: each may build what is older than its sources.
  test.describe.configure({ mode: 'default' });
  test.skip(process.platform === 'win32', 'groups of processes and scripts as programs are not of Windows');
  let home: string;
  test.beforeEach(() => {
    home = mkdtempSync(path.join(os.tmpdir(), 'dolboor-e2e-'));
  });
  test.afterEach(() => rmSync(home, { recursive: true, force: true }));

  test('ends in order on Ctrl+C, pressed until it has ended', async () => {
    const { pid, ended, said } = startGroup(['electron/start.mjs', '--web', '--no-open'], { DOLBOOR_DATA: home });
    await said('Close it here with Ctrl+C');
    const press = () => {
      // Between its end and our hearing of it there is no group to press for.
      if (isRunning(pid)) process.kill(-pid, 'SIGINT');
    };
    const pressing = setInterval(press, 2);
    try {
      expect(await ended).toEqual([0, null]);
    } finally {
      clearInterval(pressing);
    }
  });

  test('opens the browser when Electron is there and does not run', async () => {
    const program = path.join(home, 'electron');
    writeFileSync(program, '#!/bin/sh\nexit 127\n');
    chmodSync(program, 0o755);
    const { pid, ended, said } = startGroup(['electron/start.mjs', '--no-open'], {
      DOLBOOR_DATA: path.join(home, 'data'),
      ELECTRON_OVERRIDE_DIST_PATH: home,
    });
    await said('Electron did not start here. The same application runs in your browser instead');
    await said('Close it here with Ctrl+C');
    process.kill(pid, 'SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});

test('a data folder that cannot be used ends the host with a sentence and a code of its own', async () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'dolboor-e2e-'));
  const file = path.join(home, 'file');
  writeFileSync(file, '');
  const { ended, said } = startGroup(['out/main/web-host.js', '--no-open'], { DOLBOOR_DATA: path.join(file, 'data') });
  expect(await ended).toEqual([4, null]);
  await said(`The folder ${path.join(file, 'data')} cannot be written to`);
  rmSync(home, { recursive: true, force: true });
});
