import { EventEmitter } from 'node:events';
import { registry } from './registry.ts';

/** Dialogs and links that the application asked for, in order: a spec reads them by `app.evaluate`. */
interface Asked {
  readonly kind: string;
  readonly options: unknown;
}

const asked: Asked[] = [];
/** Answers that a spec laid ready in the environment: `[{ "kind": "showSaveDialog", "answer": { … } }]`. */
const ready = JSON.parse(process.env.STANDIN_DIALOGS ?? '[]') as { kind: string; answer: unknown }[];

/** Nobody sits before the stand-in: a dialog is answered by what lies ready, else cancelled. */
function answering(kind: string, otherwise: unknown): (...args: unknown[]) => Promise<unknown> {
  return async (...args) => {
    asked.push({ kind, options: args.at(-1) });
    const index = ready.findIndex((entry) => entry.kind === kind);
    return index < 0 ? otherwise : ready.splice(index, 1)[0]?.answer;
  };
}

export const dialog = {
  asked,
  showOpenDialog: answering('showOpenDialog', { canceled: true, filePaths: [] }),
  showSaveDialog: answering('showSaveDialog', { canceled: true, filePath: '' }),
  showMessageBox: answering('showMessageBox', { response: 1, checkboxChecked: false }),
  showErrorBox(title: string, content: string): void {
    asked.push({ kind: 'showErrorBox', options: { title, content } });
    console.error(`stand-in: error box: ${title}: ${content}`);
  },
};

/** Nothing sleeps here unless a spec says so: it emits. */
export const powerMonitor = new EventEmitter();

export const shell = {
  asked,
  async openExternal(url: string): Promise<void> {
    asked.push({ kind: 'openExternal', options: url });
  },
  async openPath(file: string): Promise<string> {
    asked.push({ kind: 'openPath', options: file });
    return '';
  },
  showItemInFolder(file: string): void {
    asked.push({ kind: 'showItemInFolder', options: file });
  },
};

class NativeTheme extends EventEmitter {
  #source: 'system' | 'light' | 'dark' = 'system';
  get themeSource(): 'system' | 'light' | 'dark' {
    return this.#source;
  }
  set themeSource(source: 'system' | 'light' | 'dark') {
    this.#source = source;
    for (const window of registry.windows) void window.webContents.setColorScheme(source === 'system' ? '' : source);
    this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}
export const nativeTheme = new NativeTheme();

const display = {
  id: 1,
  scaleFactor: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
};
export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
});

let clip = '';
export const clipboard = {
  readText: async (): Promise<string> => clip,
  writeText: async (text: string): Promise<void> => {
    clip = text;
  },
};

export const net = {
  fetch: (): Promise<never> => Promise.reject(new Error('stand-in: there is no network')),
  isOnline: (): boolean => false,
};
