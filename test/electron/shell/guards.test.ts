import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { listensChannel, requestNames } from '../../../core/bridge/channels.ts';
import { followListening, registerRequests } from '../../../electron/ipc.ts';
import { denyNetwork, denyPermissions, guardPages } from '../../../electron/windows/guards.ts';
import { openLink } from '../../../electron/windows/links.ts';
import { openMainWindow } from '../../../electron/windows/main-window.ts';
import { pageAddress } from '../../../electron/windows/page-protocol.ts';

/* The main process against an Electron that only remembers what it was told: what the stand-in's specs see from outside. */

const electron = vi.hoisted(() => ({
  handlers: new Map<string, (event: unknown, request: unknown) => unknown>(),
  listeners: new Map<string, (event: unknown, told: unknown) => void>(),
  windows: [] as Record<string, unknown>[],
  app: { listeners: new Map<string, (event: unknown, contents: unknown) => void>() },
  opened: [] as string[],
  answer: 0,
}));

vi.mock('electron', () => {
  class BrowserWindow {
    readonly webContents = { on: () => undefined, reload: () => undefined };
    constructor(options: Record<string, unknown>) {
      electron.windows.push(options);
    }
    on(): void {}
    once(): void {}
    async loadURL(address: string): Promise<void> {
      electron.opened.push(address);
    }
  }
  return {
    BrowserWindow,
    app: { on: (name: string, listen: never) => void electron.app.listeners.set(name, listen) },
    ipcMain: {
      handle: (name: string, handle: never) => void electron.handlers.set(name, handle),
      on: (name: string, listen: never) => void electron.listeners.set(name, listen),
    },
    screen: { getAllDisplays: () => [] },
    dialog: { showMessageBox: async () => ({ response: electron.answer }) },
    shell: { openExternal: async (address: string) => void electron.opened.push(address) },
    protocol: {},
  };
});

beforeEach(() => {
  electron.handlers.clear();
  electron.listeners.clear();
  electron.opened.length = 0;
  electron.windows.length = 0;
});

describe('a window', () => {
  test('has no Node, a world of its own, the sandbox, and shows only our own page', async () => {
    const none = () => undefined;
    await openMainWindow({
      preload: '/p.cjs',
      stateFile: '/none.json',
      opened: none,
      askToClose: none,
      pageGone: none,
      endNow: none,
    });
    expect(electron.opened).toEqual([pageAddress]);
    expect(electron.windows[0]?.webPreferences).toEqual({
      preload: '/p.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
  });
});

describe('the session', () => {
  type Answer = (allowed: unknown) => void;
  function pretendSession() {
    const said: { request?: (contents: unknown, name: string, answer: Answer) => void; check?: () => boolean } = {};
    const state = { device: undefined as unknown, spelling: true, before: undefined as unknown };
    const session = {
      setPermissionRequestHandler: (handler: never) => {
        said.request = handler;
      },
      setPermissionCheckHandler: (handler: never) => {
        said.check = handler;
      },
      setDevicePermissionHandler: (handler: () => boolean) => {
        state.device = handler();
      },
      setSpellCheckerEnabled: (is: boolean) => {
        state.spelling = is;
      },
      webRequest: {
        onBeforeRequest: (_filter: unknown, handler: unknown) => {
          state.before = handler;
        },
      },
    };
    return { said, state, session: session as never };
  }

  /** Every permission that Electron knows, from its own typings. */
  const typings = readFileSync(new URL('../../../node_modules/electron/electron.d.ts', import.meta.url), 'utf8');
  const union = /setPermissionRequestHandler\(handler: [^;]*?permission: ([^,]*),/s.exec(typings)?.[1] ?? '';
  const permissions = [...union.matchAll(/'([\w-]+)'/g)].map(([, name]) => name ?? '');

  test('grants no permission that Electron knows, and none that it may come to know', () => {
    const { said, state, session } = pretendSession();
    denyPermissions(session);
    expect(permissions.length).toBeGreaterThan(8);
    for (const name of [...permissions, 'something-new']) {
      let answer: unknown;
      said.request?.({}, name, (allowed) => {
        answer = allowed;
      });
      expect([name, answer, said.check?.(), state.device]).toEqual([name, false, false, false]);
    }
  });

  test('lets no request out, whatever its scheme, and fetches no word lists', () => {
    const { state, session } = pretendSession();
    denyNetwork(session);
    const isCancelled = (url: string) => {
      let cancelled: unknown;
      (state.before as (details: unknown, answer: (reply: { cancel: boolean }) => void) => void)({ url }, (reply) => {
        cancelled = reply.cancel;
      });
      return cancelled;
    };
    const out = [
      'https://x.kg/',
      'http://127.0.0.1:1/',
      'ws://x.kg/',
      'wss://x.kg/',
      'ftp://x.kg/',
      'file:///etc/passwd',
      'x',
      '',
    ];
    expect(out.map(isCancelled)).toEqual(out.map(() => true));
    expect([pageAddress, 'blob:x', 'data:,x'].map(isCancelled)).toEqual([false, false, false]);
    expect(state.spelling).toBe(false);
  });
});

describe('a page', () => {
  function guarded() {
    const contents = Object.assign(new EventEmitter(), {
      open: undefined as unknown as (details: { url: string }) => { action: string },
      setWindowOpenHandler(handler: never) {
        this.open = handler;
      },
    });
    const asked: string[] = [];
    guardPages((address) => void asked.push(address));
    electron.app.listeners.get('web-contents-created')?.({}, contents);
    return { contents, asked };
  }

  const elsewhere = [
    'https://example.com/',
    'http://dolboor/',
    'app://dolboor.evil/',
    'app://dolboor@evil/',
    'app://evil/dolboor',
    'app:dolboor',
    'file:///c:/x.html',
    'javascript:alert(1)',
    'data:text/html,x',
    'about:blank',
    'ms-msdt:x',
    '//dolboor/',
    '',
  ];

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays where it is: %s', (name) => {
    const { contents } = guarded();
    const isPrevented = (url: string) => {
      let prevented = false;
      contents.emit(name, {
        url,
        preventDefault: () => {
          prevented = true;
        },
      });
      return prevented;
    };
    for (const url of elsewhere) expect(isPrevented(url), url).toBe(true);
    expect(isPrevented(`${pageAddress}index.html`)).toBe(false);
  });

  test('gets no window and no webview', () => {
    const { contents, asked } = guarded();
    expect(contents.open({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
    expect(asked).toEqual(['https://example.com/']);
    let prevented = false;
    contents.emit('will-attach-webview', {
      preventDefault: () => {
        prevented = true;
      },
    });
    expect(prevented).toBe(true);
  });
});

describe('a link', () => {
  const window = {} as never;
  const say = ((key: string) => key) as never;
  test('opens in the browser when it is of https, holds no name, and the person agrees', async () => {
    electron.answer = 0;
    const refused = [
      'http://example.com/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'ms-msdt:x',
      'smb://server/x',
      '\\\\server\\share',
      'https://u:p@example.com/',
      'https://u@example.com/',
      'vbscript:x',
      'data:text/html,x',
      'search-ms:x',
      'mailto:a@b.kg',
      'app://dolboor/',
      '',
    ];
    for (const address of refused) await openLink(window, address, say);
    expect(electron.opened).toEqual([]);
    await openLink(window, 'https://example.com/x', say);
    expect(electron.opened).toEqual(['https://example.com/x']);
    electron.answer = 1;
    await openLink(window, 'https://example.com/y', say);
    await openLink(undefined, 'https://example.com/z', say);
    expect(electron.opened).toEqual(['https://example.com/x']);
  });
});

describe('a request', () => {
  const own = { url: pageAddress, parent: null };
  const strangers = [
    null,
    { url: pageAddress, parent: own },
    ...['https://example.com/', 'app://evil/', 'app://dolboor@evil/', 'file:///x', 'about:blank', ''].map((url) => ({
      url,
      parent: null,
    })),
  ];

  test('is heard from the top frame of our own page alone', async () => {
    const called: unknown[] = [];
    registerRequests(async (name) => {
      called.push(name);
      return { ok: true, value: null };
    });
    for (const handle of electron.handlers.values()) {
      for (const senderFrame of strangers) {
        expect(await handle({ senderFrame }, {})).toEqual({ ok: false, error: { code: 'bad-request' } });
      }
    }
    expect(called).toEqual([]);
    expect(await electron.handlers.get('app.info')?.({ senderFrame: own }, {})).toEqual({ ok: true, value: null });
    expect(called).toEqual(['app.info']);
  });

  test('has a channel of its own in the contract, and beside them there is only the one that tells of listening', () => {
    registerRequests(async () => ({ ok: true, value: null }));
    const told: boolean[] = [];
    followListening((listens) => void told.push(listens));
    expect([...electron.handlers.keys()]).toEqual([...requestNames]);
    expect([...electron.listeners.keys()]).toEqual([listensChannel]);
    const listen = electron.listeners.get(listensChannel);
    for (const senderFrame of strangers) listen?.({ senderFrame }, true);
    expect(told).toEqual([]);
    // Whatever is told is a yes or a no.
    for (const payload of [true, false, 'yes', { true: true }, undefined]) listen?.({ senderFrame: own }, payload);
    expect(told).toEqual([true, false, false, false, false]);
  });
});
