import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Holds a connection for as long as it lives: its other end sees it die, and no id of a process is taken for another's. */
const holding = (port: number) => `require('node:net').connect(${port}, '127.0.0.1'); setInterval(() => 0, 1e6);`;

test.skipIf(process.platform === 'win32')(
  'a browser and all that it started end with their host, whatever kills that',
  async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'dolboor-keeper-'));
    const profile = path.join(folder, 'profile', 'Default');
    let ends = 0;
    const open: net.Socket[] = [];
    const server = net.createServer((socket) => {
      open.push(socket);
      socket.on('close', () => (ends += 1)).on('error', () => undefined);
      socket.resume();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as net.AddressInfo;
    // A script around a program, as some systems install Chromium; and a host that starts it by its keeper.
    const browser = path.join(folder, 'browser');
    const node = JSON.stringify(process.execPath);
    writeFileSync(browser, `#!/bin/sh\n${node} -e "${holding(port)}" &\n${node} -e "${holding(port)}"\n`, {
      mode: 0o755,
    });
    const keeper = [path.join(import.meta.dirname, 'keep-browser.mjs'), path.dirname(profile), browser];
    const start = `require('node:fs').mkdirSync(${JSON.stringify(profile)}, { recursive: true });
    require('node:child_process').spawn(process.execPath, ${JSON.stringify(keeper)}, { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    setInterval(() => 0, 1e6);`;
    const host = spawn(process.execPath, ['-e', start], { stdio: 'ignore' });
    try {
      await expect.poll(() => open.length).toBe(2);
      expect([ends, existsSync(profile)]).toEqual([0, true]);
      host.kill('SIGKILL');
      await expect.poll(() => ends).toBe(2);
      await expect.poll(() => existsSync(profile)).toBe(false);
    } finally {
      host.kill('SIGKILL');
      server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
