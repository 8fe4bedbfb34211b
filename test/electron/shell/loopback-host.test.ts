import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Services, World } from '../../../electron/services/world.ts';
import { type Host, startHost } from '../../../electron/web-host/host.ts';
import { createIdleEnd } from '../../../electron/web-host/idle.ts';

let application: string;
let host: Host;
let world: World;
let disposed: number;
let released: unknown[];
let callers: unknown[];

const services: Services = {
  call: async (name, request, page) => {
    callers.push(page);
    return { ok: true, value: { name, request } };
  },
  releasePage: async (page) => {
    released.push(page);
  },
  offerFile: (file) => ({ id: 'offered', name: path.basename(file) }),
  dispose: async () => {
    disposed += 1;
  },
};

async function start(idleMilliseconds = 600_000): Promise<Host> {
  return startHost({
    application,
    around: { platform: 'linux', env: { DOLBOOR_DATA: path.join(application, 'data') }, home: application },
    messages: (key) => key,
    createServices: async (given) => {
      world = given;
      return services;
    },
    runExport: () => Promise.reject(new Error('not here')),
    idleMilliseconds,
  });
}

beforeEach(async () => {
  disposed = 0;
  released = [];
  callers = [];
  application = mkdtempSync(path.join(os.tmpdir(), 'dolboor-host-'));
  mkdirSync(path.join(application, 'out', 'renderer'), { recursive: true });
  writeFileSync(path.join(application, 'package.json'), '{"version":"1.2.3"}');
  writeFileSync(path.join(application, 'out', 'renderer', 'index.html'), '<!doctype html>');
  host = await start();
});
afterEach(async () => {
  await host.stop('stopped');
  rmSync(application, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

function ask(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(address, { headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    request.on('error', reject).end();
  });
}

const origin = (): string => new URL(host.address).origin;

async function enter(): Promise<string> {
  const { headers } = await ask(host.address);
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

function connect(headers: Record<string, string>): WebSocket {
  return new WebSocket(`${origin().replace('http', 'ws')}/rpc`, { headers });
}

function nextMessage(socket: WebSocket): Promise<unknown> {
  return new Promise((resolve) => socket.once('message', (data) => resolve(JSON.parse(String(data)))));
}

function opened(socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => socket.once('open', () => resolve()).once('error', reject));
}

function closed(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => socket.once('close', (code) => resolve(code)));
}

describe('the door', () => {
  test('listens on 127.0.0.1, on a port that was free, and hears nobody who entered another', async () => {
    const cookie = await enter();
    const other = await start();
    const [own, another] = [host.address, other.address].map((address) => new URL(address));
    expect([own?.hostname, another?.hostname]).toEqual(['127.0.0.1', '127.0.0.1']);
    expect(another?.port).not.toBe(own?.port);
    expect((await ask(`${another?.origin}/`, { cookie })).status).toBe(401);
    expect((await ask(`${another?.origin}/${own?.search}`)).status).toBe(403);
    await other.stop('stopped');
  });

  test('exchanges the token for a cookie once', async () => {
    const first = await ask(host.address);
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    expect(first.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict/);
    const second = await ask(host.address);
    expect([second.status, second.body]).toEqual([403, '403 shell.host.spent\n']);
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  test('lets the browser that entered come back by the printed address', async () => {
    const cookie = await enter();
    const again = await ask(host.address, { cookie });
    expect([again.status, again.headers.location, again.headers['set-cookie']]).toEqual([303, '/', undefined]);
  });

  test('refuses a wrong token and spends nothing', async () => {
    expect((await ask(`${origin()}/?t=wrong`)).status).toBe(403);
    expect((await ask(host.address)).status).toBe(303);
  });

  test('serves the page to who holds the cookie, under the policy', async () => {
    const { status, headers, body } = await ask(`${origin()}/`, { cookie: await enter() });
    expect([status, body]).toEqual([200, '<!doctype html>']);
    expect(headers['content-security-policy']).toContain("trusted-types 'none'");
    expect(headers['content-security-policy']).toContain(origin().replace('http', 'ws'));
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('outlives a refused socket whose client resets the connection', async () => {
    const { port } = new URL(origin());
    const request = `GET /rpc HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
    // Each of several, because a reset is noticed only when it comes before the refusal has left.
    for (let client = 0; client < 20; client += 1) {
      await new Promise<void>((resolve) => {
        const socket = net.connect(Number(port), '127.0.0.1', () => {
          socket.write(request, () => socket.resetAndDestroy());
        });
        socket.once('close', () => resolve());
      });
    }
    expect((await ask(`${origin()}/`)).status).toBe(401);
  });

  test('knows nobody without the cookie', async () => expect((await ask(`${origin()}/`)).status).toBe(401));

  test('answers to no other name, so that no foreign page can call it by its own', async () => {
    const cookie = await enter();
    const { port } = new URL(origin());
    for (const name of [`localhost:${port}`, 'evil.example', '127.0.0.1', `127.0.0.1:${port}.`]) {
      expect((await ask(`${origin()}/`, { cookie, host: name })).status, name).toBe(421);
    }
  });

  /** The status of an answer to bytes that no client of Node's would send. */
  function askRaw(...lines: readonly string[]): Promise<string> {
    return new Promise((resolve) => {
      const { port } = new URL(origin());
      let text = '';
      const socket = net.connect(Number(port), '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
      socket.on('data', (chunk) => {
        text += String(chunk);
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 'closed'));
    });
  }

  test('takes exactly one host: none and two are refused, in any order', async () => {
    const cookie = `Cookie: ${await enter()}`;
    const own = `Host: ${new URL(origin()).host}`;
    const get = 'GET / HTTP/1.1';
    const last = 'Connection: close';
    expect(await askRaw(get, own, cookie, last)).toBe('200');
    for (const hosts of [
      [own, 'Host: evil.example'],
      ['Host: evil.example', own],
      [own, own],
      [own, 'host: x'],
    ]) {
      expect(await askRaw(get, ...hosts, cookie, last), hosts.join()).toMatch(/^4/);
    }
    expect(await askRaw(get, cookie, last)).toBe('400');
    expect(await askRaw('GET / HTTP/1.0', cookie, last)).toBe('421');
  });

  test('takes no whole address, no second host and no foreign method in the place of a path', async () => {
    const rest = [`Host: ${new URL(origin()).host}`, `Cookie: ${await enter()}`, 'Connection: close'];
    for (const target of ['http://evil.example/', `${origin()}/`, '//evil.example/', '/\\evil.example/', '*']) {
      expect(await askRaw(`GET ${target} HTTP/1.1`, ...rest), target).toBe('400');
    }
    for (const method of ['OPTIONS', 'TRACE', 'PUT', 'DELETE', 'POST', 'HEAD']) {
      expect(await askRaw(`${method} / HTTP/1.1`, ...rest), method).toBe('405');
    }
    expect(await askRaw('CONNECT evil.example:443 HTTP/1.1', ...rest)).toMatch(/^(?:4\d\d|closed)$/);
  });

  test('takes no request that says two lengths, and no head without an end', async () => {
    const rest = [`Host: ${new URL(origin()).host}`, `Cookie: ${await enter()}`, 'Connection: close'];
    expect(await askRaw('POST / HTTP/1.1', ...rest, 'Content-Length: 1', 'Transfer-Encoding: chunked')).toBe('400');
    expect(await askRaw('GET / HTTP/1.1', ...rest, `X: ${'x'.repeat(20_000)}`)).toBe('431');
  });

  test('gives no other site leave to read: no answer has a CORS header', async () => {
    const cookie = await enter();
    const answers = [
      await ask(`${origin()}/`, { cookie }),
      await ask(`${origin()}/`),
      await ask(`${origin()}/`, { cookie, origin: 'http://evil.example' }),
      await ask(`${origin()}/`, { cookie, 'access-control-request-method': 'POST' }, 'OPTIONS'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 403, 405]);
    for (const { headers } of answers) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    }
  });

  test('takes no request whose origin is another, nor one of a page without an origin', async () => {
    const cookie = await enter();
    for (const other of [
      'null',
      'http://evil.example',
      `${origin()}.evil.example`,
      origin().replace('http', 'https'),
    ]) {
      expect((await ask(`${origin()}/`, { cookie, origin: other })).status, other).toBe(403);
    }
    expect((await ask(`${origin()}/`, { cookie, origin: origin() })).status).toBe(200);
  });

  test('is not there at any other address of this machine', async () => {
    const { port } = new URL(origin());
    const others = Object.values(os.networkInterfaces()).flatMap((found) => found ?? []);
    for (const { address, internal } of others) {
      if (address === '127.0.0.1') continue;
      const error = await new Promise<unknown>((resolve) => {
        const socket = net.connect(Number(port), address, () => resolve(undefined));
        socket.setTimeout(2_000, () => resolve(new Error('no answer')));
        socket.on('error', resolve);
      });
      expect(error, `${address} ${internal}`).toBeInstanceOf(Error);
    }
  });

  test('refuses what another site asks for', async () => {
    const cookie = await enter();
    for (const site of ['cross-site', 'same-site']) {
      expect((await ask(`${origin()}/`, { cookie, 'sec-fetch-site': site })).status, site).toBe(403);
    }
    expect((await ask(`${origin()}/`, { cookie, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  test('has no file that was not listed, and takes nothing but GET', async () => {
    const cookie = await enter();
    writeFileSync(path.join(application, 'out', 'renderer', 'late.js'), '');
    for (const file of ['late.js', '../package.json', '%2e%2e/package.json', '..%2fpackage.json', 'data']) {
      expect((await ask(`${origin()}/${file}`, { cookie })).status, file).toBe(404);
    }
    expect((await ask(`${origin()}/`, { cookie }, 'POST')).status).toBe(405);
  });

  test('puts the policy on refusals too', async () => {
    expect((await ask(`${origin()}/`)).headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('the socket', () => {
  test('opens for the page of this origin with its cookie, and for nobody else', async () => {
    const cookie = await enter();
    const refused = [
      { cookie },
      { origin: origin() },
      { cookie, origin: 'http://evil.example' },
      { cookie, origin: origin(), host: 'evil.example' },
      { cookie, origin: 'null' },
      { cookie, origin: origin(), 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of refused) await expect(opened(connect(headers))).rejects.toThrow('403');
    const socket = connect({ cookie, origin: origin() });
    await opened(socket);
    socket.close();
  });

  async function page(): Promise<WebSocket> {
    const socket = connect({ cookie: await enter(), origin: origin() });
    await opened(socket);
    return socket;
  }

  test('carries a request and its reply under one number', async () => {
    const socket = await page();
    socket.send(JSON.stringify({ id: 7, name: 'recents.forget', request: { id: 'ң' } }));
    expect(await nextMessage(socket)).toEqual({
      id: 7,
      reply: { ok: true, value: { name: 'recents.forget', request: { id: 'ң' } } },
    });
    socket.close();
  });

  test('gives back what a page had open when that page goes, and nothing of another', async () => {
    const cookie = await enter();
    const [first, second] = [connect({ cookie, origin: origin() }), connect({ cookie, origin: origin() })];
    await Promise.all([opened(first), opened(second)]);
    for (const socket of [first, second]) {
      socket.send(JSON.stringify({ id: 1, name: 'app.info', request: {} }));
      await nextMessage(socket);
    }
    first.terminate();
    await expect.poll(() => released.includes(callers[0])).toBe(true);
    expect(released.includes(callers[1])).toBe(false);
    second.close();
  });

  test('gives back what a page had open when another asks while the socket of the first still closes', async () => {
    const cookie = await enter();
    const [first, second] = [connect({ cookie, origin: origin() }), connect({ cookie, origin: origin() })];
    await Promise.all([opened(first), opened(second)]);
    first.send(JSON.stringify({ id: 1, name: 'app.info', request: {} }));
    await nextMessage(first);
    // Says goodbye (close frame, code 1001, under an empty mask) and hangs up only much later.
    first.pause();
    (first as unknown as { _socket: net.Socket })._socket.write(Buffer.from([0x88, 0x82, 0, 0, 0, 0, 0x03, 0xe9]));
    await expect
      .poll(async () => {
        second.send(JSON.stringify({ id: 2, name: 'app.info', request: {} }));
        await nextMessage(second);
        return released.includes(callers[0]);
      })
      .toBe(true);
    expect(released.includes(callers[1])).toBe(false);
    first.terminate();
    second.close();
  });

  test('refuses a name that the contract does not know', async () => {
    const socket = await page();
    for (const name of ['toString', '__proto__', 'files.delete']) {
      socket.send(JSON.stringify({ id: 1, name }));
      expect(await nextMessage(socket)).toEqual({ id: 1, reply: { ok: false, error: { code: 'bad-request' } } });
    }
    socket.close();
  });

  test.each(['no JSON', '[]', '{"id":"1","name":"app.info"}', 'null'])(
    'ends on what is no message: %s',
    async (text) => {
      const socket = await page();
      const end = closed(socket);
      socket.send(text);
      expect(await end).toBe(1008);
    },
  );

  test('ends on bytes that are no text', async () => {
    const socket = await page();
    const end = closed(socket);
    socket.send(Buffer.from('{"id":1,"name":"app.info","request":{}}'), { binary: true });
    expect(await end).toBe(1008);
  });

  test('keeps events until the first page is there, then tells every page', async () => {
    world.emit('open-requested', { id: 'x', name: 'a.dolboor' });
    const cookie = await enter();
    const first = connect({ cookie, origin: origin() });
    const kept = nextMessage(first);
    await opened(first);
    expect(await kept).toEqual({ event: true, name: 'open-requested', payload: { id: 'x', name: 'a.dolboor' } });
    const second = connect({ cookie, origin: origin() });
    await opened(second);
    const both = [nextMessage(first), nextMessage(second)];
    world.emit('close-asked', {});
    expect(await Promise.all(both)).toEqual(Array(2).fill({ event: true, name: 'close-asked', payload: {} }));
    first.close();
    second.close();
  });
});

describe('the end', () => {
  test('comes when the page asks for it, and releases the drafts once', async () => {
    world.closeWindow();
    expect(await host.ended).toBe('closed');
    expect(disposed).toBe(1);
    await expect(ask(`${origin()}/`)).rejects.toThrow('ECONNREFUSED');
  });

  test('comes when nobody looks', async () => {
    await host.stop('stopped');
    host = await start(1);
    expect(await host.ended).toBe('idle');
  });

  test('does not come while a page is open, and counts anew when the last one goes', () => {
    vi.useFakeTimers();
    let ended = 0;
    const idle = createIdleEnd(1_000, () => {
      ended += 1;
    });
    const endsAfter = (milliseconds: number): number => {
      vi.advanceTimersByTime(milliseconds);
      return ended;
    };
    expect(endsAfter(999)).toBe(0);
    idle.pages(1);
    expect(endsAfter(100_000)).toBe(0);
    idle.pages(2);
    idle.pages(1);
    expect(endsAfter(100_000)).toBe(0);
    idle.pages(0);
    expect(endsAfter(999)).toBe(0);
    expect(endsAfter(1)).toBe(1);
    idle.pages(0);
    idle.stop();
    expect(endsAfter(100_000)).toBe(1);
    vi.useRealTimers();
  });
});
