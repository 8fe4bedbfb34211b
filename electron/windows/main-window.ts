import { BrowserWindow, screen } from 'electron';
import { createCloseQuestion } from './close-question.ts';
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
  /** The page was reloaded or crashed: what it had open is nobody's now. */
  readonly pageGone: () => void;
  /** The system is shutting down: there is no time to ask. */
  readonly endNow: () => void;
}

export interface MainWindow {
  readonly window: BrowserWindow;
  /** Closes without asking again: the page has agreed. */
  closeNow(): void;
  /** The page began, or ceased, to listen to the question whether it may close. */
  pageListens(does: boolean): void;
}

/** The one window. Closing it is a question to the page, which may hold unsaved words. */
export async function openMainWindow(options: MainWindowOptions): Promise<void> {
  const window = createWindow(options);
  const question = createCloseQuestion(options.askToClose, () => performance.now());
  const pageGone = (): void => {
    question.gone();
    options.pageGone();
  };
  // Told when another document has taken the page's place, never of a navigation that was refused: the page lives on then.
  window.webContents.on('did-navigate', pageGone);
  window.webContents.on('unresponsive', () => question.hangs(true));
  window.webContents.on('responsive', () => question.hangs(false));
  window.webContents.on('render-process-gone', () => {
    pageGone();
    if (!window.isDestroyed()) window.webContents.reload();
  });
  window.on('close', (event) => {
    writeWindowState(options.stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() });
    if (!question.mayClose()) event.preventDefault();
  });
  window.on('session-end', options.endNow);
  options.opened({
    window,
    closeNow: () => {
      question.agree();
      if (!window.isDestroyed()) window.close();
    },
    pageListens: question.listens,
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
