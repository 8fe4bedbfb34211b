import type { Bridge, EventName, Events, ReplyOf, RequestName, RequestOf } from '../core/bridge/contract.ts';

/** What the socket brings: the reply to the request of this number. */
interface SocketReply {
  readonly id: number;
  readonly reply: unknown;
}

/** Something told unasked. */
interface SocketEvent {
  readonly event: true;
  readonly name: EventName;
  readonly payload: Events[EventName];
}

type SocketMessage = SocketReply | SocketEvent;

type Waiting = (reply: unknown) => void;
type Listener = (event: never) => void;

/** What a socket must do for the bridge; a `WebSocket` does. */
export interface MessageSocket {
  send(text: string): void;
  addEventListener(type: 'message', listen: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'close' | 'open' | 'error', listen: () => void): void;
}

/**
 * The bridge over a socket, for the loopback page. When the host is gone every request, waiting or new, is answered with
 * `internal`: nothing waits for ever and nothing throws.
 */
export function createSocketBridge(socket: MessageSocket): Bridge {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Set<Listener>>();
  /** What came before anybody listened, such as the file that the system asked to open at the start. */
  const early = new Map<string, unknown[]>();
  let lastId = 0;
  let closed = false;
  const ended = Promise.withResolvers<void>();
  const gone = { ok: false, error: { code: 'internal' } } as const;

  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as SocketMessage;
    if ('event' in message) {
      const heard = listeners.get(message.name);
      for (const listen of heard ?? []) listen(message.payload as never);
      if (!heard) early.set(message.name, [...(early.get(message.name) ?? []), message.payload]);
      return;
    }
    waiting.get(message.id)?.(message.reply);
    waiting.delete(message.id);
  });
  socket.addEventListener('close', () => {
    closed = true;
    for (const answer of waiting.values()) answer(gone);
    waiting.clear();
    ended.resolve();
  });

  return {
    ended: ended.promise,
    request<N extends RequestName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>> {
      if (closed) return Promise.resolve(gone);
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        waiting.set(id, (reply) => resolve(reply as ReplyOf<N>));
        socket.send(JSON.stringify({ id, name, request }));
      });
    },
    on<N extends EventName>(name: N, listen: (event: Events[N]) => void): () => void {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listen as Listener));
      for (const payload of early.get(name) ?? []) listen(payload as Events[N]);
      early.delete(name);
      return () => set.delete(listen as Listener);
    },
  };
}

/** The preload's bridge where there is one, else the loopback host's. Rejects when the host does not answer. */
export async function connectBridge(): Promise<Bridge> {
  if (window.dolboor) return window.dolboor;
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
  const socket = new WebSocket(`${scheme}://${window.location.host}/rpc`);
  const bridge = createSocketBridge(socket);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error('The loopback host does not answer.')));
  });
  return bridge;
}
