import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { pageLimits } from '../../core/base/limits.ts';
import { validateRequest } from '../../core/bridge/validate.ts';
import type { Services } from '../../electron/services/world.ts';
import { startHost } from '../../electron/web-host/host.ts';
import { counted, type Edges, times } from './edges.ts';

const services: Services = {
  call: async (_name, request) => ({ ok: true, value: String(request).length }),
  releasePage: async () => undefined,
  offerFile: (file) => ({ id: 'offered', name: file }),
  dispose: async () => undefined,
};

/** A loopback host for one question, by its address. */
async function atHost<T>(asks: (address: URL) => Promise<T>): Promise<T> {
  const application = await mkdtemp(join(tmpdir(), 'dolboor-page-edges-'));
  await mkdir(join(application, 'out', 'renderer'), { recursive: true });
  await writeFile(join(application, 'package.json'), '{"version":"1.2.3"}');
  await writeFile(join(application, 'out', 'renderer', 'index.html'), '<!doctype html>');
  const host = await startHost({
    application,
    around: { platform: 'linux', env: { DOLBOOR_DATA: join(application, 'data') }, home: application },
    messages: (key) => key,
    createServices: async () => services,
    runExport: () => Promise.reject(new Error('not here')),
    idleMilliseconds: 600_000,
  });
  try {
    return await asks(new URL(host.address));
  } finally {
    await host.stop('stopped');
    await rm(application, { recursive: true, force: true });
  }
}

function get(address: URL, headers: Record<string, string> = {}): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    http.get(address, { headers }, (answer) => resolve(answer.resume())).on('error', reject);
  });
}

/** Whether a message of so many bytes is answered; else the socket ends because of its size. */
function isAnswered(address: URL, bytes: number): Promise<boolean> {
  return get(address).then(({ headers }) => {
    const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const page = new WebSocket(`ws://${address.host}/rpc`, { headers: { cookie, origin: address.origin } });
    const frame = JSON.stringify({ id: 1, name: 'recents.forget', request: '' });
    return new Promise((resolve, reject) => {
      page.once('open', () => page.send(frame.replace('""', `"${'x'.repeat(bytes - frame.length)}"`)));
      page.once('message', () => resolve(true));
      page.once('close', (code) => (code === 1009 ? resolve(false) : reject(new Error(`closed: ${code}`))));
      page.once('error', () => undefined);
    });
  });
}

/** Whether the last of so many connections stays open. */
async function isHeld({ hostname, port }: URL, count: number): Promise<boolean> {
  const connectOne = () =>
    new Promise<net.Socket>((resolve) => {
      const socket = net.connect(Number(port), hostname, () => resolve(socket));
    });
  const open: net.Socket[] = [];
  for (let at = 0; at < count; at += 1) open.push(await connectOne());
  try {
    const last = open.at(-1);
    if (!last) throw new Error();
    // Who is let in can ask, and is refused for having no token; who is not is hung up on.
    return await new Promise((resolve) => {
      last.once('data', () => resolve(true)).once('close', () => resolve(false));
      last.on('error', () => undefined);
      last.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    });
  } finally {
    for (const socket of open) socket.destroy();
  }
}

/** Whether a request comes in whose head has so many bytes of names and values, as Node counts them. */
async function isHeadRead(address: URL, bytes: number): Promise<boolean> {
  const { statusCode } = await get(address, { 'x-long': 'x'.repeat(bytes) });
  return statusCode !== 431;
}

const edit = { operations: [{ type: 'insert_text', path: [0, 0, 0], offset: 0, text: 'а' }] };

export const pageEdges: Edges<typeof pageLimits> = {
  message: counted(pageLimits.message, (count) => atHost((address) => isAnswered(address, count))),
  edits: counted(pageLimits.edits, (count) => {
    const edits = times(count, (at) => ({ sequence: at + 1, edit }));
    return validateRequest('draft.append', { handle: 'h-1', edits }).ok;
  }),
  connections: counted(pageLimits.connections, (count) => atHost((address) => isHeld(address, count))),
  head: {
    at: () => atHost((address) => isHeadRead(address, pageLimits.head - 1_000)),
    past: () => atHost((address) => isHeadRead(address, pageLimits.head)),
  },
};
