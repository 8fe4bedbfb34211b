import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { toApplication, toPage } from './addresses.ts';
import { app, emitPreventable } from './app.ts';
import { type CdpValue, cdp } from './cdp.ts';
import { ipcMain } from './ipc-main.ts';
import { accelerators } from './menu.ts';
import { isolatedWorld, mainWorld } from './page-world.js';
import { log, registry } from './registry.ts';
import { serve } from './serve.ts';
import { defaultSession } from './session.ts';
import { decode, encode } from './wire.ts';

const isolated = 'Electron Isolated Context';

export interface WebPreferences {
  readonly preload?: string;
  readonly sandbox?: boolean;
  readonly contextIsolation?: boolean;
  readonly nodeIntegration?: boolean;
  readonly additionalArguments?: readonly string[];
}

/** What the page needs of its window. */
export interface Owner {
  readonly size: { readonly width: number; readonly height: number };
  readonly preferences: WebPreferences;
  readonly painted: () => void;
  readonly gone: () => void;
  readonly close: () => void;
}

type OpenHandler = (details: { url: string; frameName: string; features: string }) => { action: 'allow' | 'deny' };

let lastId = 0;

/** A page of Chromium in the place of Electron's web contents. */
export class WebContents extends EventEmitter {
  readonly id = ++lastId;
  readonly session = defaultSession;
  /** Addresses that the page asked for and did not get, in the order in which it asked. */
  readonly blocked: string[] = [];
  readonly #owner: Owner;
  readonly #channel = `standin${randomBytes(12).toString('hex')}`;
  readonly #ready: Promise<void>;
  #target = '';
  #sessionId = '';
  #address = '';
  #context = 0;
  #isDestroyed = false;
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  /** The address that the application itself asked for: `will-navigate` is not for it. */
  #expected = '';

  constructor(owner: Owner) {
    super();
    this.#owner = owner;
    this.#ready = this.#attach();
    this.#ready.catch((error) => console.error('stand-in: a window failed:', error));
  }

  #send(method: string, params: object = {}): Promise<CdpValue> {
    return cdp.send(method, params, this.#sessionId);
  }

  async #attach(): Promise<void> {
    await app.whenReady();
    const { targetId } = await cdp.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      ...this.#owner.size,
    });
    this.#target = targetId;
    registry.contents.set(targetId, this);
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true });
    this.#sessionId = sessionId;
    cdp.on(sessionId, (method: string, params: CdpValue) => {
      this.#event(method, params).catch((error) => log(method, error));
    });
    await Promise.all([
      this.#send('Page.enable'),
      this.#send('Page.setLifecycleEventsEnabled', { enabled: true }),
      this.#send('Runtime.enable'),
      this.#send('Runtime.addBinding', { name: '__standinSend', executionContextName: isolated }),
      this.#send('Page.addScriptToEvaluateOnNewDocument', {
        source: `(${mainWorld.toString()})(${JSON.stringify(this.#channel)})`,
      }),
      this.#send('Page.addScriptToEvaluateOnNewDocument', { source: this.#isolatedSource(), worldName: isolated }),
      this.#send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    ]);
  }

  /** The preload as Electron runs it: CommonJS, in a world of its own, with a `require` that knows only Electron. */
  #isolatedSource(): string {
    const { preload, sandbox, contextIsolation, nodeIntegration, additionalArguments } = this.#owner.preferences;
    if (sandbox === false || contextIsolation === false || nodeIntegration === true) {
      throw new Error('stand-in: only a sandboxed, isolated page without Node is imitated');
    }
    const source = preload === undefined ? '' : readFileSync(preload, 'utf8');
    const { electron, node } = process.versions;
    const info = {
      accelerators: accelerators(),
      process: {
        platform: process.platform,
        arch: process.arch,
        argv: additionalArguments ?? [],
        versions: { electron, node },
        env: {},
      },
    };
    const run = `function (require, module, exports, process, setImmediate, clearImmediate, global) {${source}\n}`;
    const channel = JSON.stringify(this.#channel);
    return `(${isolatedWorld.toString()})(${channel}, (message) => __standinSend(message), ${JSON.stringify(info)}, ${run});\n//# sourceURL=standin-preload.js`;
  }

  async #event(method: string, params: CdpValue): Promise<void> {
    switch (method) {
      case 'Fetch.requestPaused':
        return this.#request(params);
      case 'Runtime.executionContextCreated':
        if (params.context.name === isolated && params.context.auxData?.frameId === this.#target) {
          this.#context = params.context.id;
        }
        return;
      case 'Page.frameNavigated':
        if (params.frame.parentId) return;
        this.#address = toApplication(params.frame.url);
        this.emit('did-navigate', {}, this.#address);
        return;
      case 'Page.domContentEventFired':
        this.emit('dom-ready');
        return;
      case 'Page.loadEventFired':
        this.emit('did-finish-load');
        return;
      case 'Page.lifecycleEvent':
        if (params.name === 'firstPaint' && this.#address !== '' && this.#address !== 'about:blank')
          this.#owner.painted();
        return;
      case 'Runtime.bindingCalled':
        if (params.name === '__standinSend') await this.#message(JSON.parse(params.payload), params.executionContextId);
        return;
      case 'Runtime.exceptionThrown':
        log('page', params.exceptionDetails?.exception?.description);
        return;
      case 'Inspector.targetCrashed':
        this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
        return;
      case 'Inspector.detached':
        this.#owner.gone();
    }
  }

  async #request(params: CdpValue): Promise<void> {
    const url = toApplication(params.request.url);
    const isPage = params.resourceType === 'Document' && params.frameId === this.#target;
    if (isPage && url !== this.#expected && emitPreventable(this, 'will-navigate', { url, isMainFrame: true }, url)) {
      await this.#send('Fetch.failRequest', { requestId: params.requestId, errorReason: 'Aborted' });
      return;
    }
    if (isPage) this.#expected = '';
    const answer = await serve(this.session, url, params);
    if (answer.method === 'Fetch.failRequest') this.blocked.push(url);
    await this.#send(answer.method, { requestId: params.requestId, ...answer.params });
  }

  async #message(message: CdpValue, context: number): Promise<void> {
    if (message.k === 'accelerator') {
      for (const item of registry.menu?.walk() ?? []) if (item.commandId === message.commandId) item.click();
      return;
    }
    if (message.k === 'open') {
      this.#openHandler({ url: toApplication(message.url), frameName: message.name, features: message.features });
      return;
    }
    const event = ipcEvent(this);
    const args = (message.args as unknown[]).map(decode);
    if (message.k === 'send') ipcMain.emit(message.channel, event, ...args);
    else await this.#deliver(await this.#invoke(message, event, args), context);
  }

  async #invoke(message: CdpValue, event: unknown, args: readonly unknown[]): Promise<object> {
    const { id, channel } = message;
    try {
      const handler = ipcMain.handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      return { k: 'reply', id, value: encode(await handler(event, ...args)) };
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      return { k: 'reply', id, error: `Error invoking remote method '${channel}': ${error}` };
    }
  }

  async #deliver(message: object, contextId = this.#context): Promise<void> {
    // Before the first document there is nobody to deliver to.
    if (this.#isDestroyed || contextId === 0) return;
    const expression = `globalThis.__standinDeliver?.(${JSON.stringify(message)})`;
    await this.#send('Runtime.evaluate', { expression, contextId }).catch((error) => log('deliver', error));
  }

  get mainFrame(): object {
    return {
      url: this.#address,
      parent: null,
      top: null,
      detached: false,
      name: '',
      frames: [],
      isDestroyed: () => this.#isDestroyed,
    };
  }
  send(channel: string, ...args: unknown[]): void {
    const encoded = args.map(encode);
    void this.#ready.then(() => this.#deliver({ k: 'event', channel, args: encoded }));
  }
  sendAccelerators(): void {
    void this.#ready.then(() => this.#deliver({ k: 'accelerators', list: accelerators() }));
  }
  async loadURL(address: string): Promise<void> {
    await this.#ready;
    const url = toPage(address);
    this.#expected = toApplication(url);
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()));
    const { errorText } = await this.#send('Page.navigate', { url });
    if (errorText) throw new Error(`${errorText} loading '${address}'`);
    await loaded;
  }
  getURL(): string {
    return this.#address;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }
  async executeJavaScript(expression: string, userGesture = false): Promise<unknown> {
    await this.#ready;
    const reply = await this.#send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    if (reply.exceptionDetails)
      throw new Error(reply.exceptionDetails.exception?.description ?? reply.exceptionDetails.text);
    return reply.result.value;
  }
  edit(command: string): void {
    void this.executeJavaScript(`document.execCommand(${JSON.stringify(command)})`, true);
  }
  /** There is no printer here: the pages are made, as the system's dialog would have them, and go nowhere. */
  print(_options: object, done: (isSent: boolean, reason: string) => void): void {
    this.printToPDF().then(
      () => done(true, ''),
      () => done(false, 'Print job failed'),
    );
  }
  async printToPDF(): Promise<Buffer> {
    await this.#ready;
    const { data } = await this.#send('Page.printToPDF', { printBackground: true, preferCSSPageSize: true });
    return Buffer.from(data, 'base64');
  }
  async setColorScheme(value: 'light' | 'dark' | ''): Promise<void> {
    await this.#ready;
    await this.#send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
  }
  async reload(): Promise<void> {
    this.#expected = this.#address;
    await this.#send('Page.reload');
  }
  focus(): void {}
  close(): void {
    this.#owner.close();
  }
  async closeTarget(): Promise<void> {
    await this.#ready.catch(() => undefined);
    await cdp.send('Target.closeTarget', { targetId: this.#target }).catch(() => undefined);
  }
  forget(): void {
    this.#isDestroyed = true;
    registry.contents.delete(this.#target);
    this.emit('destroyed');
  }
}

/** The event that a handler of `ipcMain` gets. */
function ipcEvent(sender: WebContents): object {
  return {
    sender,
    senderFrame: sender.mainFrame,
    processId: 1,
    frameId: 1,
    type: 'frame',
    ports: [],
    preventDefault() {},
  };
}
