/**
 * In the place of the `electron` module: the application's own main and preload bundles run unchanged, a BrowserWindow is a page of
 * a local Chromium driven over the DevTools protocol. It proves our code, not Electron's: see `README.md` beside it for what it cannot show.
 */
import { app } from './app.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu, MenuItem } from './menu.ts';
import { registry } from './registry.ts';
import { protocol, session } from './session.ts';
import { clipboard, dialog, nativeTheme, net, powerMonitor, screen, shell } from './surroundings.ts';
import type { WebContents } from './web-contents.ts';
import { BrowserWindow } from './windows.ts';

const webContents = {
  getAllWebContents: (): WebContents[] => [...registry.contents.values()],
  fromId: (id: number): WebContents | undefined =>
    [...registry.contents.values()].find((contents) => contents.id === id),
  /** Playwright finds a page's window by this. */
  fromDevToolsTargetId: (target: string): WebContents | undefined => registry.contents.get(target),
};

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  webContents,
};

const electron = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  webContents,
};
// `require('electron')` and `import electron` give the whole.
export default electron;
