import { contextBridge, ipcRenderer } from 'electron';
import { eventNames, listensChannel, requestNames } from '../core/bridge/channels.ts';
import type { Bridge, EventName, Events, ReplyOf, RequestName, RequestOf } from '../core/bridge/contract.ts';

type Listener = (event: never) => void;

const requests: ReadonlySet<string> = new Set(requestNames);
const listeners = new Map<EventName, Set<Listener>>(eventNames.map((name) => [name, new Set()]));
// What arrives before the page listens (a file that the system asked to open) waits for the first listener.
const waiting = new Map<EventName, unknown[]>(eventNames.map((name) => [name, []]));
const mostWaiting = 32;

for (const name of eventNames) {
  ipcRenderer.on(name, (_event, payload: unknown) => {
    const listening = listeners.get(name);
    if (listening?.size) for (const listen of listening) listen(payload as never);
    else waiting.set(name, [...(waiting.get(name) ?? []), payload].slice(-mostWaiting));
  });
}

function request<N extends RequestName>(name: N, payload: RequestOf<N>): Promise<ReplyOf<N>> {
  if (!requests.has(name)) return Promise.resolve({ ok: false, error: { code: 'bad-request' } });
  return ipcRenderer.invoke(name, payload);
}

function on<N extends EventName>(name: N, listen: (event: Events[N]) => void): () => void {
  const listening = listeners.get(name);
  if (!listening) return () => undefined;
  listening.add(listen);
  tellWhetherItListens(name);
  for (const payload of waiting.get(name) ?? []) listen(payload as Events[N]);
  waiting.set(name, []);
  return () => {
    listening.delete(listen);
    tellWhetherItListens(name);
  };
}

/** A page whose script failed is not asked whether the window may close: nobody would answer. */
function tellWhetherItListens(name: EventName): void {
  if (name === 'close-asked') ipcRenderer.send(listensChannel, Boolean(listeners.get(name)?.size));
}

const bridge: Bridge = { request, on };

// Electron freezes what it exposes; the page cannot replace it.
contextBridge.exposeInMainWorld('dolboor', bridge);
