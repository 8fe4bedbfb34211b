import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { pageLimits } from '../../core/base/limits.ts';
import type { Messages } from '../messages.ts';
import type { PageFiles } from '../shell/page-files.ts';
import { pageHeaders } from '../shell/page-policy.ts';
import { createEntrance, type Entrance } from './entrance.ts';

export interface PageServerOptions {
  readonly files: PageFiles;
  readonly messages: Messages;
  /** A request for the socket that has passed every check. */
  readonly accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

export interface PageServer {
  /** The address to open; it works once. */
  readonly address: string;
  close(): Promise<void>;
}

/** Milliseconds for a request: one browser on this machine needs few. */
const patience = { headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: pageLimits.head };

type Refusal = 'spent' | 'stranger' | 'refused' | 'missing';

/** Serves the page on 127.0.0.1 alone, on a port that the system picks, to the one browser that brings the token. */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const server = createServer({ ...patience, insecureHTTPParser: false, requireHostHeader: true });
  server.maxConnections = pageLimits.connections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  const entrance = createEntrance(port);
  const door = new Door(options, host, entrance);
  server.on('request', (request, response) => void door.answer(request, response));
  server.on('upgrade', (request, socket, head) => door.upgrade(request, socket, head));
  return { address: `http://${host}/?t=${entrance.token}`, close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

class Door {
  readonly #options: PageServerOptions;
  readonly #host: string;
  readonly #entrance: Entrance;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(options: PageServerOptions, host: string, entrance: Entrance) {
    this.#options = options;
    this.#host = host;
    this.#entrance = entrance;
    this.#headers = { ...pageHeaders(`ws://${host}`), 'cache-control': 'no-store' };
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { headers, method, url: target = '' } = request;
    // Another name for this address means that a foreign page resolved its own name to us (DNS rebinding).
    if (!this.#isForUs(request)) return this.#refuse(response, 421, 'refused');
    if (method !== 'GET') return this.#refuse(response, 405, 'refused');
    if (!this.#isFromUs(request)) return this.#refuse(response, 403, 'refused');
    // The whole address of another host, or a host after two strokes, in the place of a path.
    const url = /^\/(?![/\\])/.test(target) ? URL.parse(target, `http://${this.#host}`) : null;
    if (url === null) return this.#refuse(response, 400, 'refused');
    const token = url.searchParams.get('t');
    if (token !== null) return this.#enter(request, response, token);
    if (!this.#entrance.isKnown(headers.cookie)) return this.#refuse(response, 401, 'stranger');
    return this.#sendFile(response, url.pathname);
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Node lets go of an upgraded socket: a client that resets it would otherwise end the whole process.
    socket.on('error', () => socket.destroy());
    const { headers, url } = request;
    const isOurs =
      this.#isForUs(request) &&
      this.#isFromUs(request) &&
      headers.origin !== undefined &&
      url === '/rpc' &&
      this.#entrance.isKnown(headers.cookie);
    if (isOurs) this.#options.accept(request, socket, head);
    else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  }

  /** Exactly one `Host`, and exactly ours. Of two, Node would show the first, and a proxy may have looked at the second. */
  #isForUs({ headers, rawHeaders }: IncomingMessage): boolean {
    const hosts = rawHeaders.filter((word, at) => at % 2 === 0 && word.toLowerCase() === 'host');
    return hosts.length === 1 && headers.host === this.#host;
  }

  /** Whatever says where a request comes from says that it is this page, or the person. */
  #isFromUs({ headers }: IncomingMessage): boolean {
    const { origin, 'sec-fetch-site': site } = headers;
    return (
      (origin === undefined || origin === `http://${this.#host}`) &&
      (site === undefined || site === 'same-origin' || site === 'none')
    );
  }

  #enter(request: IncomingMessage, response: ServerResponse, token: string): void {
    const verdict = this.#entrance.exchange(token);
    if (verdict === 'welcome') {
      response.writeHead(303, { ...this.#headers, location: '/', 'set-cookie': this.#entrance.cookie }).end();
    } else if (verdict === 'spent' && this.#entrance.isKnown(request.headers.cookie)) {
      // The same browser came back by the printed address.
      response.writeHead(303, { ...this.#headers, location: '/' }).end();
    } else this.#refuse(response, 403, verdict === 'spent' ? 'spent' : 'stranger');
  }

  async #sendFile(response: ServerResponse, pathname: string): Promise<void> {
    const found = this.#options.files.get(pathname);
    const bytes = found && (await readFile(found.file).catch(() => undefined));
    if (found === undefined || bytes === undefined) return this.#refuse(response, 404, 'missing');
    response.writeHead(200, { ...this.#headers, 'content-type': found.type }).end(bytes);
  }

  /** A refusal says why in words: a person may be looking at it. */
  #refuse(response: ServerResponse, status: number, why: Refusal): void {
    const body = this.#options.messages(`shell.host.${why}`);
    response
      .writeHead(status, { ...this.#headers, 'content-type': 'text/plain; charset=utf-8' })
      .end(`${status} ${body}\n`);
  }
}
