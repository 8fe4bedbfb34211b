import { BrowserWindow, screen } from 'electron';
import { pageAddress } from './page-protocol.ts';
import { fitToScreens, readWindowState, writeWindowState } from './window-state.ts';

export interface MainWindowOptions {
  /** The built preload. */
  readonly preload: string;
  readonly stateFile: string;
  /** The window is there, though its page is still loading. */
  readonly opened: (main: MainWindow) => void;
  /** The person wants to close; the page answers by `window.close`. */
  readonly askToClose: () => void;
  /** The system is shutting down: there is no time to ask. */
  readonly endNow: () => void;
}

export interface MainWindow {
  readonly window: BrowserWindow;
  /** Closes without asking again: the page has agreed. */
  closeNow(): void;
}

/**
 * The one window. Closing it is a question to the page, which may hold unsaved words. A page that cannot answer, because it never
 * loaded, crashed or hangs, is not asked: every edit is in the journal, and the person must be able to leave.
 */
export async function openMainWindow(options: MainWindowOptions): Promise<void> {
  const window = createWindow(options);
  let mayClose = false;
  let answers = false;
  window.webContents.on('did-finish-load', () => {
    answers = true;
  });
  window.webContents.on('unresponsive', () => {
    answers = false;
  });
  window.webContents.on('responsive', () => {
    answers = true;
  });
  window.webContents.on('render-process-gone', () => {
    answers = false;
    if (!window.isDestroyed()) window.webContents.reload();
  });
  window.on('close', (event) => {
    writeWindowState(options.stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() });
    if (mayClose || !answers) return;
    event.preventDefault();
    options.askToClose();
  });
  window.on('session-end', options.endNow);
  options.opened({
    window,
    closeNow: () => {
      mayClose = true;
      if (!window.isDestroyed()) window.close();
    },
  });
  await window.loadURL(pageAddress);
}

function createWindow({ preload, stateFile }: MainWindowOptions): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const { maximized, ...bounds } = fitToScreens(readWindowState(stateFile), areas);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 640,
    minHeight: 400,
    show: false,
    title: 'Dolboor',
    // The page has its own menu bar. The system's stays for macOS, where it is at the top of the screen.
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  return window;
}
