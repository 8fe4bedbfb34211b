import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { pageLimits } from '../../core/base/limits.ts';
import { fail, type Result } from '../../core/base/result.ts';
import { requestNames } from '../../core/bridge/channels.ts';
import type { EventName, Events, RequestName } from '../../core/bridge/contract.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { Services } from '../services/world.ts';

/** How many events wait for the first page. */
const mostWaiting = 32;

const names: ReadonlySet<string> = new Set(requestNames);

/**
 * The bridge over a WebSocket, JSON both ways.
 * - page to host: `{ id, name, request }`, `id` a number that the page chooses;
 * - host to page: `{ id, reply }`, the reply being the contract's `Result`;
 * - host to page, unasked: `{ event: true, name, payload }`.
 */
export interface PageSockets {
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  emit<N extends EventName>(name: N, payload: Events[N]): void;
  close(): void;
}

export interface PageSocketsOptions {
  readonly call: Services['call'];
  /** This page is gone: what it had open is nobody's now. */
  readonly release: Services['releasePage'];
  /** The number of open pages changed. */
  readonly changed: (pages: number) => void;
}

export function createPageSockets({ call, release, changed }: PageSocketsOptions): PageSockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: pageLimits.message, perMessageDeflate: false });
  const waiting: string[] = [];
  const count = (): void => changed(server.clients.size);

  /** A page that was loaded again asks before the socket of the one it replaces has closed to the end. */
  function releaseLeaving(): void {
    for (const page of server.clients) if (page.readyState !== page.OPEN) void release(page);
  }

  function welcome(page: WebSocket): void {
    page.on('message', (data, isBinary) => {
      releaseLeaving();
      void answer(page, data, isBinary, call);
    });
    // An error ends the socket; its `close` follows.
    page.on('error', () => page.terminate());
    page.on('close', () => {
      void release(page);
      count();
    });
    for (const message of waiting.splice(0)) page.send(message);
    count();
  }

  return {
    accept: (request, socket, head) => server.handleUpgrade(request, socket, head, welcome),
    emit(name, payload) {
      const message = JSON.stringify({ event: true, name, payload });
      if (server.clients.size === 0) waiting.push(message);
      for (const page of server.clients) page.send(message);
      waiting.splice(0, waiting.length - mostWaiting);
    },
    close() {
      for (const page of server.clients) page.close(1000);
      server.close();
    },
  };
}

async function answer(page: WebSocket, data: RawData, isBinary: boolean, call: Services['call']): Promise<void> {
  const message = isBinary ? undefined : readMessage(String(data));
  // What is not even a message comes from no page of ours.
  if (message === undefined) return page.close(1008);
  const reply: Result<unknown, Failure> = names.has(message.name)
    ? await call(message.name as RequestName, message.request, page)
    : fail({ code: 'bad-request' });
  if (page.readyState === page.OPEN) page.send(JSON.stringify({ id: message.id, reply }));
}

function readMessage(text: string): { id: number; name: string; request: unknown } | undefined {
  try {
    const value = JSON.parse(text) as Partial<Record<'id' | 'name' | 'request', unknown>> | null;
    if (typeof value !== 'object' || value === null) return undefined;
    const { id, name, request } = value;
    return Number.isSafeInteger(id) && typeof name === 'string' ? { id: id as number, name, request } : undefined;
  } catch {
    return undefined;
  }
}
