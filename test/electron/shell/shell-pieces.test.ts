import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEarlyOffers } from '../../../electron/shell/early-offers.ts';
import { draftArgument, readLaunch, unsafeSwitch } from '../../../electron/shell/file-argument.ts';
import { browserProfile, dataFolder } from '../../../electron/shell/folders.ts';
import { findDiskTrouble, NoDisk, startFailure } from '../../../electron/shell/no-disk.ts';
import { listPageFiles } from '../../../electron/shell/page-files.ts';
import { contentSecurityPolicy } from '../../../electron/shell/page-policy.ts';
import { pickLanguage, systemLanguage } from '../../../electron/shell/system-language.js';
import { pageOpener, systemOpener } from '../../../electron/web-host/browser.ts';
import { createCloseQuestion } from '../../../electron/windows/close-question.ts';
import { fitToScreens, readWindowState, writeWindowState } from '../../../electron/windows/window-state.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'dolboor-shell-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the policy', () => {
  test('lets nothing inline, nothing foreign and no string become markup', () => {
    const policy = contentSecurityPolicy();
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("trusted-types 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('http');
  });
  test('adds the socket of the loopback host and nothing else', () => {
    expect(contentSecurityPolicy('ws://127.0.0.1:1')).toContain("connect-src 'self' ws://127.0.0.1:1;");
  });
});

describe('the list of the page', () => {
  test('knows the files that are there at the start, by their address', () => {
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(path.join(folder, 'index.html'), '');
    writeFileSync(path.join(folder, 'assets', 'desk.js'), '');
    const files = listPageFiles(folder);
    expect([...files.keys()].sort()).toEqual(['/', '/assets/desk.js', '/index.html']);
    expect(files.get('/')?.type).toBe('text/html; charset=utf-8');
    expect(files.get('/assets/desk.js')?.type).toBe('text/javascript; charset=utf-8');
  });
  test('has no way up and no second spelling', () => {
    writeFileSync(path.join(folder, 'index.html'), '');
    const files = listPageFiles(folder);
    for (const address of ['/../index.html', '/%2e%2e/index.html', '//index.html', '/INDEX.HTML', '/index.html/', '']) {
      expect(files.has(address), address).toBe(false);
    }
  });
});

describe('the draft on a command line', () => {
  test('is the last argument that names one, taken from the folder of the caller', () => {
    expect(draftArgument(['electron', '.', '--flag', 'a.dolboor'], '/home/u')).toBe(path.resolve('/home/u/a.dolboor'));
    expect(draftArgument(['x', 'a.dolboor', 'МЫЙЗАМ.DOLBOOR'], '/h')).toBe(path.resolve('/h/МЫЙЗАМ.DOLBOOR'));
    expect(draftArgument(['a.dolboor'], '/h')).toBeUndefined();
    expect(draftArgument(['x', '--open=a.dolboor'], '/h')).toBeUndefined();
    expect(draftArgument(['x', 'a.docx'], '/h')).toBeUndefined();
  });
  test('is no device of Windows and no address', () => {
    for (const word of [
      '\\\\?\\C:\\a.dolboor',
      '\\\\.\\pipe\\a.dolboor',
      '//?/a.dolboor',
      'https://x/a.dolboor',
      'a\0b.dolboor',
    ]) {
      expect(draftArgument(['x', word], '/h'), word).toBeUndefined();
    }
  });
  test('is found, or nothing is, whatever the words', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('--inspect', '-', 'a.dolboor', '..\\a.dolboor', '\\\\?\\x.dolboor'),
    );
    fc.assert(
      fc.property(fc.array(word), (argv) => {
        const found = draftArgument(argv, path.resolve('/h'));
        expect(found === undefined || (path.isAbsolute(found) && /\.dolboor$/i.test(found))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
  test('is not read beside a switch that would open the packed application to others', () => {
    for (const word of [
      '--remote-debugging-port=1',
      '--inspect',
      '--no-sandbox',
      '--proxy-server=x',
      '--load-extension=x',
    ]) {
      expect(unsafeSwitch(['dolboor', 'a.dolboor', word]), word).toBe(word);
    }
    expect(unsafeSwitch(['--inspect', 'a.dolboor', '--force-device-scale-factor=2'])).toBeUndefined();
  });
  test('comes from another process only in the shape that ours sends', () => {
    const launch = { argv: ['x', 'y.dolboor'], folder: '/h' };
    expect(readLaunch(launch)).toEqual(launch);
    const longOf = (length: number) => ({ argv: ['x'.repeat(length)], folder: '/h' });
    const manyOf = (length: number) => ({ argv: Array.from({ length }, () => 'x'), folder: '/h' });
    for (const most of [longOf(32_767), manyOf(1_000)]) expect(readLaunch(most)).toEqual(most);
    const [long, many] = [longOf(32_768), manyOf(1_001)];
    for (const other of [undefined, null, 'x', {}, { argv: [1], folder: '/h' }, { argv: [], folder: 1 }, long, many]) {
      expect(readLaunch(other)).toBeUndefined();
    }
  });
});

describe('the language of the system', () => {
  test('is the first that the application speaks, however it is written', () => {
    expect(pickLanguage(['de-DE', 'ky-KG', 'ru'])).toBe('ky');
    expect(pickLanguage(['ru_RU.UTF-8'])).toBe('ru');
    expect(pickLanguage(['en-GB', 'ru'])).toBe('en');
  });
  test('is Russian when it speaks none of them', () => {
    for (const tags of [[], ['C', undefined], ['de-DE', 'rum'], ['']]) expect(pickLanguage(tags)).toBe('ru');
  });
  test('is read from the environment in the order of POSIX', () => {
    expect(systemLanguage({ LANG: 'ru_RU.UTF-8' })).toBe('ru');
    expect(systemLanguage({ LC_ALL: 'ky_KG.UTF-8', LANG: 'ru_RU.UTF-8' })).toBe('ky');
    expect(systemLanguage({ LANGUAGE: 'ky:ru', LANG: 'ru_RU.UTF-8' })).toBe('ky');
    expect(systemLanguage({ LC_ALL: '', LANG: 'C' })).toBe('ru');
    expect(systemLanguage({}, 'ky-KG')).toBe('ky');
  });
});

describe('the data folder', () => {
  test('on Windows is the one that no domain copies to a server', () => {
    const env = { LOCALAPPDATA: '/local', APPDATA: '/roaming' };
    expect(dataFolder({ platform: 'win32', env, home: '/u' })).toBe(path.join('/local', 'Dolboor'));
  });
  test('follows DOLBOOR_DATA everywhere', () => {
    for (const platform of ['win32', 'darwin', 'linux']) {
      expect(dataFolder({ platform, env: { DOLBOOR_DATA: folder }, home: '/u' })).toBe(folder);
    }
  });
});

test('each shell has a browser profile of its own', () => {
  expect(browserProfile('/d', 'electron')).not.toBe(browserProfile('/d', 'loopback'));
});

describe('a data folder that cannot be used', () => {
  const say = (key: string): string => key;
  test('is found before anything is written, and told with its own exit code', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    const trouble = findDiskTrouble(path.join(file, 'data'));
    expect(startFailure(trouble, say)).toEqual({ sentence: 'shell.failed.folder', exit: 4 });
    expect(findDiskTrouble(path.join(folder, 'new'))).toBeUndefined();
  });
  test('says so when it is full', () => {
    const error = new NoDisk('/d', Object.assign(new Error('no'), { code: 'ENOSPC' }));
    expect(startFailure(error, say)).toEqual({ sentence: 'shell.failed.full', exit: 4 });
  });
  test('is not blamed for another failure', () => {
    expect(startFailure(new Error('other'), say)).toEqual({ sentence: 'shell.failed.unknown', exit: 1 });
  });
});

test('a file that comes before the page is kept for it, in its order', () => {
  const offers = createEarlyOffers();
  const taken: string[] = [];
  for (const file of ['a', 'b']) offers.offer(file);
  expect(taken).toEqual([]);
  offers.begin((file) => taken.push(file));
  offers.offer('c');
  expect(taken).toEqual(['a', 'b', 'c']);
});

describe('closing the window', () => {
  let clock = 0;
  let asked = 0;
  const question = () => {
    [clock, asked] = [10_000, 0];
    return createCloseQuestion(
      () => {
        asked += 1;
      },
      () => clock,
    );
  };
  test('needs no answer of a page that never listened, ceased to, hangs or has gone', () => {
    expect(question().mayClose()).toBe(true);
    for (const act of ['ceased', 'hangs', 'gone']) {
      const page = question();
      page.listens(true);
      if (act === 'ceased') page.listens(false);
      else if (act === 'hangs') page.hangs(true);
      else page.gone();
      expect(page.mayClose(), act).toBe(true);
    }
    expect(asked).toBe(0);
  });
  test('asks a page that listens, once for a double click', () => {
    const page = question();
    page.listens(true);
    expect(page.mayClose()).toBe(false);
    clock += 200;
    expect(page.mayClose()).toBe(false);
    expect(asked).toBe(1);
    page.agree();
    expect(page.mayClose()).toBe(true);
  });
  test('happens when the page gives no answer and the person insists, but asks anew later', () => {
    const page = question();
    page.listens(true);
    expect(page.mayClose()).toBe(false);
    clock += 60_000;
    expect([page.mayClose(), asked]).toEqual([false, 2]);
    clock += 1000;
    expect(page.mayClose()).toBe(true);
  });
});

describe('opening a browser', () => {
  const address = 'http://127.0.0.1:1/?t=x&y';
  test('takes an installed one as an application window, with a profile of its own and no extensions', () => {
    const around = { platform: 'linux', env: { DISPLAY: ':0', PATH: '/usr/bin' }, home: '/u' };
    const opener = pageOpener(address, '/data/browser', around, (file) => file === '/usr/bin/chromium');
    expect(opener?.program).toBe('/usr/bin/chromium');
    expect(opener?.args).toContain(`--app=${address}`);
    expect(opener?.args).toContain('--user-data-dir=/data/browser');
    expect(opener?.args).toContain('--disable-extensions');
  });
  test('lets it ask no server of its own accord: all but this machine is behind a proxy that is not there', () => {
    const around = { platform: 'linux', env: { DISPLAY: ':0', PATH: '/usr/bin' }, home: '/u' };
    expect(pageOpener(address, 'p', around, () => true)?.args).toEqual(
      expect.arrayContaining([
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-pings',
        '--proxy-server=http://127.0.0.1:9',
      ]),
    );
  });
  test('finds Edge on Windows and gives no shell an address to read', () => {
    const around = { platform: 'win32', env: { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' }, home: 'C:\\u' };
    expect(pageOpener(address, 'p', around, (file) => file.endsWith('msedge.exe'))?.program).toContain('Edge');
    expect(systemOpener(address, around)).toEqual({
      program: 'rundll32',
      args: ['url.dll,FileProtocolHandler', address],
    });
  });
  test('takes the one that CHROMIUM_PATH names first', () => {
    const around = {
      platform: 'linux',
      env: { DISPLAY: ':0', PATH: '/usr/bin', CHROMIUM_PATH: '/own/chrome' },
      home: '/u',
    };
    expect(pageOpener(address, 'p', around, () => true)?.program).toBe('/own/chrome');
  });
  test('never takes a headless shell, which would show nobody anything', () => {
    const env = { DISPLAY: ':0', PATH: '/usr/bin', CHROMIUM_PATH: '/usr/bin/chromium-headless-shell' };
    const tried: string[] = [];
    pageOpener(address, 'p', { platform: 'linux', env, home: '/u' }, (file) => tried.push(file) < 0);
    expect(tried.length).toBeGreaterThan(0);
    expect(tried.filter((file) => file.includes('headless'))).toEqual([]);
  });
  test('starts none as root, whose sandbox it would refuse', () => {
    const around = { platform: 'linux', env: { DISPLAY: ':0', PATH: '/usr/bin', USER: 'u' }, home: '/u', isRoot: true };
    expect(pageOpener(address, 'p', around, () => true)?.program).toBe('xdg-open');
  });
  test('leaves it where there is no screen', () => {
    expect(pageOpener(address, 'p', { platform: 'linux', env: {}, home: '/u' }, () => true)).toBeUndefined();
  });
});

describe('the place of the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1040 };
  test('comes back as it was left', () => {
    const file = path.join(folder, 'new', 'window.json');
    const state = { x: 10, y: 20, width: 1000, height: 700, maximized: true };
    writeWindowState(file, state);
    expect(readWindowState(file)).toEqual(state);
    expect(fitToScreens(state, [screen])).toEqual(state);
  });
  test('is the usual one when what was kept is damaged', () => {
    const file = path.join(folder, 'window.json');
    for (const text of ['', 'null', '{"width":"wide"}', '[]', '{"width":1.5,"height":2}']) {
      writeFileSync(file, text);
      expect(readWindowState(file), text).toEqual({ width: 1366, height: 768, maximized: false });
    }
  });
  test('is given up when its screen is gone, and never larger than a screen', () => {
    const lost = fitToScreens({ x: 5000, y: 20, width: 3000, height: 2000, maximized: false }, [screen]);
    expect(lost).toEqual({ width: 1920, height: 1040, maximized: false });
  });
});
