import { mkdtempSync, rmSync } from 'node:fs';
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
