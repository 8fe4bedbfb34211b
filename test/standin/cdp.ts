import { EventEmitter } from 'node:events';

/** What the DevTools protocol answers: its own documentation says what is in it. */
// biome-ignore lint/suspicious/noExplicitAny: the protocol's shapes are thousands, and only a few fields of each are read here
export type CdpValue = any;

interface Pending {
  readonly method: string;
  readonly resolve: (value: CdpValue) => void;
  readonly reject: (error: Error) => void;
}

/** A raw connection to Chromium's DevTools protocol. Emits, under a session's id, `(method, params)`; `browser` for those of no session. */
class Cdp extends EventEmitter {
  #socket: WebSocket | undefined;
  #lastId = 0;
  readonly #pending = new Map<number, Pending>();

  async connect(address: string): Promise<void> {
    const socket = new WebSocket(address);
    this.#socket = socket;
    await new Promise<void>((resolve, reject) => {
      socket.onopen = () => resolve();
      socket.onerror = () => reject(new Error('stand-in: no connection to Chromium'));
    });
    socket.onmessage = ({ data }) => this.#read(JSON.parse(String(data)));
  }

  #read(message: CdpValue): void {
    if (message.id === undefined) {
      this.emit(message.sessionId ?? 'browser', message.method, message.params);
      return;
    }
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.error) pending?.reject(new Error(`${pending.method}: ${message.error.message}`));
    else pending?.resolve(message.result);
  }

  send(method: string, params: object = {}, sessionId?: string): Promise<CdpValue> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#pending.set(id, { method, resolve, reject });
      this.#socket?.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
    });
  }
}

export const cdp = new Cdp();
