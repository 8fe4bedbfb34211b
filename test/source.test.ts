import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SourceFile } from './support/layers.ts';
import { checkPage, checkSource, modules, ruleOf } from './support/source-check.ts';

const root = path.join(import.meta.dirname, '..');

function filesOf(pattern: RegExp): readonly SourceFile[] {
  return ['core', 'electron', 'renderer']
    .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ name: path.relative(root, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }));
}

const sources = filesOf(/\.(?:tsx?|m?js)$/);
const pages = filesOf(/\.(?:html|css)$/);

test('every file is looked at', () => {
  expect(sources.length).toBeGreaterThan(250);
  expect(pages.length).toBeGreaterThan(5);
});

test('no file opens a window, speaks to the other process, makes markup or code of a string, or reaches the network, but the one that may', () => {
  expect(sources.flatMap(checkSource)).toEqual([]);
});

test('no page and no style sheet loads anything from elsewhere or holds a script', () => {
  expect(pages.flatMap(checkPage)).toEqual([]);
});

describe('a seeded defect is found:', () => {
  test.each([
    ['windows', 'electron/windows/x.ts', "import { BrowserWindow } from 'electron'; new BrowserWindow();"],
    ['windows', 'electron/windows/x.ts', "import * as all from 'electron'; new all.WebContentsView();"],
    ['windows', 'renderer/x.ts', 'window.open(address);'],
    ['ipc', 'electron/menu/x.ts', "import { ipcMain } from 'electron';"],
    ['ipc', 'electron/main.ts', "electron.ipcMain.handle('x', () => 1);"],
    ['ipc', 'renderer/x.ts', 'window.ipcRenderer.send();'],
    ['markup', 'renderer/x.ts', 'node.innerHTML = text;'],
    ['markup', 'renderer/x.ts', "node['innerHTML'] = text;"],
    ['markup', 'renderer/x.tsx', 'const x = <p dangerouslySetInnerHTML={{ __html: text }} />;'],
    ['markup', 'renderer/x.ts', 'node.insertAdjacentHTML("beforeend", text);'],
    ['markup', 'renderer/x.ts', 'document.write(text);'],
    ['markup', 'renderer/x.ts', 'new DOMParser().parseFromString(text, "text/html");'],
    ['markup', 'renderer/x.tsx', 'const x = <iframe srcdoc={text} />;'],
    ['code', 'renderer/x.ts', 'eval(text);'],
    ['code', 'renderer/x.ts', '(0, eval)(text);'],
    ['code', 'core/x.ts', 'new Function(text);'],
    ['code', 'core/x.ts', 'globalThis["Function"](text);'],
    ['code', 'renderer/x.ts', 'setTimeout("act()", 1);'],
    ['code', 'renderer/x.ts', 'const { eval: run } = globalThis;'],
    ['code', 'electron/x.ts', 'contents.executeJavaScript(text);'],
    ['code', 'electron/x.ts', "import vm from 'node:vm';"],
    ['code', 'electron/x.ts', 'await import(name);'],
    ['code', 'electron/x.ts', "require('node:http');"],
    ['code', 'electron/x.ts', "import { createRequire } from 'node:module';"],
    ['code', 'electron/x.ts', "process.getBuiltinModule('http');"],
    ['network', 'renderer/x.ts', 'await fetch(address);'],
    ['network', 'renderer/x.ts', "new window['RTCPeerConnection']();"],
    ['network', 'renderer/x.ts', 'window["fetch"](address);'],
    ['network', 'renderer/x.ts', 'new XMLHttpRequest();'],
    ['network', 'renderer/state/x.ts', 'new WebSocket(address);'],
    ['network', 'renderer/x.ts', 'navigator.sendBeacon(address);'],
    ['network', 'renderer/x.ts', 'new EventSource(address);'],
    ['network', 'renderer/x.ts', 'new RTCPeerConnection();'],
    ['network', 'electron/x.ts', "import { request } from 'node:https';"],
    ['network', 'electron/web-host/server.ts', "import { get } from 'node:http';"],
    ['network', 'electron/web-host/server.ts', "import http from 'node:http';"],
    ['network', 'electron/web-host/socket.ts', "import { WebSocket } from 'ws';"],
    ['network', 'electron/x.ts', "import { connect } from 'node:net';"],
    ['network', 'electron/x.ts', "import dns from 'node:dns/promises';"],
    ['network', 'electron/x.ts', "const http = await import('node:http');"],
    ['network', 'electron/x.ts', "export { request } from 'http';"],
    ['network', 'electron/x.ts', "import { net } from 'electron';"],
    ['network', 'electron/x.ts', "import { autoUpdater } from 'electron';"],
    ['processes', 'electron/services/x.ts', "import { exec } from 'node:child_process';"],
    ['links', 'electron/windows/x.ts', 'shell.openExternal(address);'],
    ['keys', 'electron/x.ts', "import { safeStorage } from 'electron';"],
    ['keys', 'electron/x.ts', "electron['safeStorage'].encryptString(key);"],
    ['safety', 'electron/windows/main-window.ts', 'const x = { webPreferences: { nodeIntegration: true } };'],
    ['safety', 'electron/windows/main-window.ts', 'const x = { sandbox: false };'],
    ['safety', 'electron/windows/main-window.ts', "const x = { 'contextIsolation': false };"],
    ['safety', 'electron/windows/main-window.ts', 'const x = { webSecurity: false };'],
    ['safety', 'electron/windows/main-window.ts', 'const x = { webviewTag: true };'],
    ['safety', 'electron/x.ts', "app.setAsDefaultProtocolClient('dolboor');"],
    ['safety', 'electron/x.ts', "app.on('certificate-error', trust);"],
    ['safety', 'electron/x.ts', "app.commandLine.appendSwitch('no-sandbox');"],
    ['safety', 'renderer/x.tsx', 'const x = <webview />;'],
    ['safety', 'electron/windows/main-window.ts', 'window.loadFile(page);'],
    ['remote', 'renderer/x.ts', "const address = 'https://example.com/x';"],
    ['remote', 'renderer/x.ts', 'const address = `http://example.com/x`;'],
    ['unreadable', 'renderer/x.ts', 'const = ;'],
  ])('%s: %s: %s', (rule, name, text) => {
    expect(checkSource({ name, text }).map((finding) => finding.rule)).toContain(rule);
  });

  test.each([...ruleOf])('%s, called, read, taken apart or in quotes', (name, { rule }) => {
    const texts = [`a.${name}();`, `const x = a.${name};`, `const { ${name}: x } = a;`, `a['${name}']();`];
    for (const text of texts) {
      expect(checkSource({ name: 'electron/x.ts', text })).toContainEqual({ rule, file: 'electron/x.ts', what: name });
    }
  });

  test.each(Object.entries(modules))('the module %s', (name, [rule]) => {
    for (const text of [`import '${name}';`, `import x from 'node:${name}';`, `await import('node:${name}');`]) {
      expect(checkSource({ name: 'electron/x.ts', text }).map((finding) => finding.rule)).toContain(rule);
    }
  });

  test.each([
    ['remote', 'renderer/x.html', '<script src="https://example.com/x.js"></script>'],
    ['remote', 'renderer/x.css', "@import '//example.com/x.css';"],
    ['remote', 'renderer/x.css', 'a { background: url(http://example.com/x.png); }'],
    ['code', 'renderer/x.html', '<script>act()</script>'],
    ['code', 'renderer/x.html', '<body onload="act()">'],
  ])('%s: %s: %s', (rule, name, text) => {
    expect(checkPage({ name, text }).map((finding) => finding.rule)).toContain(rule);
  });

  test('and what is allowed is let through', () => {
    const allowed: readonly SourceFile[] = [
      {
        name: 'electron/windows/main-window.ts',
        text: "import { BrowserWindow } from 'electron';\nnew BrowserWindow();",
      },
      { name: 'electron/menu/x.ts', text: "import type { BrowserWindow } from 'electron';\nlet a: BrowserWindow;" },
      { name: 'electron/web-host/server.ts', text: "import { createServer, type Server } from 'node:http';" },
      { name: 'electron/web-host/socket.ts', text: "import { type WebSocket, WebSocketServer } from 'ws';" },
      { name: 'core/x.ts', text: "const namespace = 'http://schemas.openxmlformats.org/x';\nlet f: Function;" },
    ];
    expect(allowed.flatMap(checkSource)).toEqual([]);
  });
});

test('every page forbids the browser to offer a translation and to check the spelling, for which some send the text away', () => {
  const bodies = pages.filter(({ name }) => name.endsWith('.html'));
  expect(bodies).not.toEqual([]);
  for (const { name, text } of bodies) {
    expect(text, name).toMatch(/<html [^>]*translate="no"[^>]*spellcheck="false"/);
    expect(text, name).toContain('<meta name="google" content="notranslate" />');
  }
});
