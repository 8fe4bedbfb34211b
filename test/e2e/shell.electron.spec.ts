import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { eventNames, requestNames } from '../../core/bridge/channels.ts';
import type { Bridge, ReplyOf } from '../../core/bridge/contract.ts';
import { type Desk, test, testTogether } from './support/desk.ts';

type Windowed = Window & { readonly dolboor: Bridge };

function ask(desk: Desk, name: string, request: unknown): Promise<unknown> {
  return desk.page.evaluate(
    ([asked, payload]) => (window as unknown as Windowed).dolboor.request(asked as 'app.info', payload as never),
    [name, request] as const,
  );
}

function electron(desk: Desk): NonNullable<Desk['app']> {
  if (desk.app === undefined) throw new Error('This test is about Electron');
  return desk.app;
}

// Those that leave the application as good as they found it share one.
testTogether.describe('the bridge', () => {
  testTogether('is there, frozen, and has the two functions of the contract', async ({ desk }) => {
    const found = await desk.page.evaluate(() => {
      const { dolboor } = window as unknown as Windowed;
      const own = Object.getOwnPropertyDescriptor(window, 'dolboor');
      return { keys: Object.keys(dolboor).sort(), frozen: Object.isFrozen(dolboor), writable: own?.writable };
    });
    expect(found).toEqual({ keys: ['on', 'request'], frozen: true, writable: false });
  });

  testTogether('answers by a result', async ({ desk }) => {
    const manifest = JSON.parse(readFileSync(path.join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'));
    expect(await ask(desk, 'app.info', {})).toEqual({
      ok: true,
      value: { version: manifest.version, shell: 'electron', platform: process.platform },
    });
  });

  testTogether('refuses a payload of the wrong shape, whatever the request', async ({ desk }) => {
    for (const name of requestNames) {
      expect(await ask(desk, name, { unexpected: [1] }), name).toMatchObject({
        ok: false,
        error: { code: 'bad-request' },
      });
      expect(await ask(desk, name, 'no object'), name).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    }
  });

  testTogether('refuses names that are not in the contract', async ({ desk }) => {
    for (const name of ['fs.readFile', 'toString', ...eventNames]) {
      expect(await ask(desk, name, {}), name).toEqual({ ok: false, error: { code: 'bad-request' } });
    }
  });

  testTogether('brings an event to who listens, and not after they stopped', async ({ desk }) => {
    await desk.page.evaluate(() => {
      const page = window as unknown as Windowed & { heard: string[] };
      page.heard = [];
      const stop = page.dolboor.on('command', ({ id }) => {
        page.heard.push(id);
        stop();
      });
      page.dolboor.on('command', ({ id }) => page.heard.push(`still ${id}`));
    });
    const choose = (id: string) =>
      electron(desk).evaluate(({ Menu }, line) => Menu.getApplicationMenu()?.getMenuItemById(line)?.click(), id);
    await choose('about');
    await choose('about');
    const heard = () => desk.page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await expect.poll(heard).toEqual(['about', 'still about', 'still about']);
  });
});

testTogether.describe('the page', () => {
  testTogether('stays where it is', async ({ desk }) => {
    const before = desk.page.url();
    const asked = await electron(desk).evaluate(
      ({ BrowserWindow }) =>
        new Promise<string>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          contents?.once('will-navigate', (event) => resolve(`${event.url} ${event.defaultPrevented ?? ''}`));
          void contents?.executeJavaScript("location.href = 'https://example.com/'");
        }),
    );
    expect(asked).toContain('https://example.com/');
    expect(await desk.page.evaluate(() => document.readyState)).toBe('complete');
    expect(desk.page.url()).toBe(before);
  });

  testTogether('opens no window, and no address that a person did not agree to', async ({ desk }) => {
    await electron(desk).evaluate(({ dialog, shell }) => {
      const seen = globalThis as unknown as { questions: string[]; opened: string[] };
      seen.questions = [];
      seen.opened = [];
      Object.assign(dialog, {
        showMessageBox: (_window: unknown, options: { detail: string }) => {
          seen.questions.push(options.detail);
          return Promise.resolve({ response: options.detail.endsWith('/yes') ? 0 : 1 });
        },
      });
      Object.assign(shell, { openExternal: (url: string) => Promise.resolve(seen.opened.push(url)) });
    });
    const addresses = [
      'https://example.com/no',
      'http://example.com/',
      'file:///etc/passwd',
      'https://u:p@example.com/',
      'https://example.com/yes',
    ];
    for (const address of addresses) await desk.page.evaluate((url) => void window.open(url), address);
    const seen = () =>
      electron(desk).evaluate(() => ({ ...(globalThis as unknown as { questions: string[]; opened: string[] }) }));
    await expect.poll(async () => (await seen()).opened).toEqual(['https://example.com/yes']);
    expect((await seen()).questions).toEqual(['https://example.com/no', 'https://example.com/yes']);
    await expect
      .poll(() => electron(desk).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
      .toBe(1);
  });

  testTogether('is granted nothing', async ({ desk }) => {
    const state = await desk.page.evaluate(async () => {
      const denied = await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve(false),
          () => resolve(true),
        ),
      );
      return { denied, notification: await Notification.requestPermission() };
    });
    expect(state).toEqual({ denied: true, notification: 'denied' });
  });

  testTogether('gets no file that was not built', async ({ desk }) => {
    const statuses = await desk.page.evaluate(() =>
      Promise.all(
        ['../package.json', '%2e%2e/package.json', 'main.js', 'toString'].map(
          async (file) => (await fetch(file)).status,
        ),
      ),
    );
    expect(statuses).toEqual([404, 404, 404, 404]);
  });
});

testTogether.describe('a second instance', () => {
  testTogether('hands its draft to the first, whose page is offered it', async ({ desk }) => {
    await desk.page.evaluate(() => {
      const page = window as unknown as Windowed & { offered: unknown[] };
      page.offered = [];
      page.dolboor.on('open-requested', (event) => page.offered.push(event));
    });
    const file = path.join(desk.documents, 'мыйзам.dolboor');
    await electron(desk).evaluate(
      ({ app }, launch) => {
        app.emit('second-instance', {}, [], launch.folder, launch);
        app.emit('second-instance', {}, [], launch.folder, { argv: ['dolboor', '--flag'], folder: launch.folder });
        app.emit('second-instance', {}, [], launch.folder, 'nonsense');
      },
      { argv: ['dolboor', 'мыйзам.dolboor'], folder: desk.documents },
    );
    const offered = () => desk.page.evaluate(() => (window as unknown as { offered: unknown[] }).offered);
    await expect.poll(offered).toEqual([{ id: expect.any(String), name: path.basename(file) }]);
  });
});

testTogether.describe('a machine that goes to sleep', () => {
  testTogether('tells the page first', async ({ desk }) => {
    await desk.page.evaluate(() => {
      const page = window as unknown as Windowed & { told: number };
      page.told = 0;
      page.dolboor.on('suspending', () => {
        page.told += 1;
      });
    });
    await electron(desk).evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
    await expect.poll(() => desk.page.evaluate(() => (window as unknown as { told: number }).told)).toBe(1);
  });
});

testTogether.describe('the system menu', () => {
  testTogether('speaks the language of the settings and of what is open, and follows both', async ({ desk }) => {
    const lines = () =>
      electron(desk).evaluate(({ Menu }) => {
        const menu = Menu.getApplicationMenu();
        return [menu?.items[0]?.label, menu?.getMenuItemById('menu-help')?.label];
      });
    const words = { en: ['File', 'Help'], ky: ['Файл', 'Жардам'], ru: ['Файл', 'Справка'] };
    expect(await lines()).toEqual(words.en);
    for (const language of ['ky', 'ru', 'en'] as const) {
      await ask(desk, 'settings.write', { language });
      await expect.poll(lines).toEqual(words[language]);
    }

    // It speaks of what is open: a note has sections where a bill has articles, and nothing to insert that it lacks.
    const inserts = () =>
      electron(desk).evaluate(({ Menu }) => {
        const menu = Menu.getApplicationMenu();
        return ['insert-article', 'insert-part'].map((id) => menu?.getMenuItemById(id)?.label);
      });
    const bill = await inserts();
    expect(bill).toEqual(['Insert an article', 'Insert a part']);
    const opened = (await ask(desk, 'draft.create', { template: 'justification-note' })) as ReplyOf<'draft.create'>;
    if (!opened.ok) throw new Error(opened.error.code);
    await expect.poll(inserts).toEqual(['Insert a section', undefined]);
    await ask(desk, 'draft.close', { handle: opened.value.handle, discard: true });
    await expect.poll(inserts).toEqual(bill);
  });
});

test.describe('closing', () => {
  test('asks the page first, waits for its answer, and lets a person go who insists while none comes', async ({
    desk,
  }) => {
    const app = electron(desk);
    await expect(desk.page.getByRole('button').first()).toBeVisible();
    await desk.page.evaluate(async () => {
      const page = window as unknown as Windowed & { asked: number };
      page.asked = 0;
      page.dolboor.on('close-asked', () => {
        page.asked += 1;
      });
      // The main process knows that the page listens once it has answered what was asked after.
      await page.dolboor.request('app.info', {});
    });
    // The desk would answer at once when nothing is unsaved: its answer is held back here.
    await app.evaluate(({ ipcMain }) => {
      ipcMain.removeHandler('window.close');
      ipcMain.handle('window.close', () => ({ ok: true, value: null }));
    });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(() => desk.page.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(1);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);

    let isOpen = true;
    app.once('close', () => {
      isOpen = false;
    });
    const insist = (): Promise<unknown> =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
    await expect
      .poll(async () => {
        if (isOpen) await insist();
        return isOpen;
      })
      .toBe(false);
  });

  test('asks no page whose script does not listen', async ({ desk }) => {
    const app = electron(desk);
    // The page as it is when its script does not load: the preload is there and nobody listens.
    await app.evaluate(({ session }) => {
      session.defaultSession.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, (details, answer) =>
        answer({ cancel: details.url.endsWith('.js') }),
      );
    });
    await desk.page.reload();
    const closed = app.waitForEvent('close');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await closed;
  });

  test('ends the application when the page agrees, and keeps the place of the window', async ({ desk }) => {
    const app = electron(desk);
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ width: 1000, height: 650 }),
    );
    const closed = app.waitForEvent('close');
    await desk.page.evaluate(() => void (window as unknown as Windowed).dolboor.request('window.close', {}));
    await closed;
    const file = path.join(desk.data, 'window.json');
    expect(existsSync(file)).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ width: 1000, height: 650, maximized: false });
  });
});
