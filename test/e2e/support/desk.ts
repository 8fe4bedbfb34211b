import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base, type ElectronApplication, type Page } from '@playwright/test';
import type { Language } from '../../../core/base/language.ts';
import { startElectron } from './electron-shell.ts';
import { startLoopback } from './loopback-shell.ts';

export type Shell = 'loopback' | 'electron';

/** What a shell needs in order to start: folders of its own, so that no test sees another's work or the developer's. */
export interface LaunchOptions {
  readonly data: string;
  readonly documents: string;
  /** A draft on the command line. */
  readonly file?: string;
}

/** A running application. */
export interface Running {
  readonly page: Page;
  /** Electron's main process; undefined on the loopback host. */
  readonly app?: ElectronApplication;
  /** Web addresses that the page asked for outside itself. Always to be empty. */
  readonly foreign: readonly string[];
  /** Ends the application as the system does, without asking. */
  stop(): Promise<void>;
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>;
}

/** The application under test, in whichever shell the project names. */
export interface Desk {
  readonly shell: Shell;
  readonly data: string;
  readonly documents: string;
  readonly page: Page;
  readonly app: ElectronApplication | undefined;
  readonly foreign: readonly string[];
  /** Ends and starts again on the same folders. `kill` ends as a power cut does. */
  restart(how?: { readonly kill?: boolean; readonly file?: string }): Promise<Page>;
  /** The answer to Electron's next open dialog; undefined cancels. */
  chooseToOpen(file: string | undefined): Promise<void>;
  /** The answer to Electron's next save dialog; undefined cancels. */
  chooseToSave(file: string | undefined): Promise<void>;
}

interface Fixtures {
  readonly shell: Shell;
  /** The interface's language: `test.use({ language: 'ru' })`. */
  readonly language: Language;
  /** Other settings to begin with. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly desk: Desk;
}

const start = { loopback: startLoopback, electron: startElectron };

/** `test` with a fresh application for each test. */
export const test = base.extend<Fixtures>({
  shell: ['loopback', { option: true }],
  language: ['ky', { option: true }],
  settings: [{}, { option: true }],
  desk: async ({ shell, language, settings }, use, info) => {
    const isAbsent = shell === 'electron' && Boolean(process.env.DOLBOOR_TEST_WITHOUT_ELECTRON);
    info.skip(isAbsent, 'needs Electron, which is not on this machine and could not be fetched');
    const home = mkdtempSync(path.join(os.tmpdir(), 'dolboor-e2e-'));
    const [data, documents] = [path.join(home, 'data'), path.join(home, 'documents')];
    for (const folder of [data, documents]) mkdirSync(folder);
    writeFileSync(path.join(data, 'settings.json'), JSON.stringify({ ...settings, language }));
    let running = await start[shell]({ data, documents });
    await use({
      shell,
      data,
      documents,
      get page() {
        return running.page;
      },
      get app() {
        return running.app;
      },
      get foreign() {
        return running.foreign;
      },
      async restart({ kill = false, file } = {}) {
        await (kill ? running.kill() : running.stop());
        running = await start[shell]({ data, documents, ...(file === undefined ? {} : { file }) });
        return running.page;
      },
      chooseToOpen: (file) => answerDialog(running.app, 'showOpenDialog', file),
      chooseToSave: (file) => answerDialog(running.app, 'showSaveDialog', file),
    });
    await running.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  },
});

/** Dialogs are the system's and no page: a test puts the answer in their place. */
async function answerDialog(
  app: ElectronApplication | undefined,
  name: 'showOpenDialog' | 'showSaveDialog',
  file: string | undefined,
): Promise<void> {
  if (app === undefined) throw new Error('The loopback host has no dialogs: use files.browse in the page');
  await app.evaluate(
    ({ dialog }, answer) => {
      const reply = {
        canceled: answer.file === undefined,
        filePath: answer.file ?? '',
        filePaths: answer.file ? [answer.file] : [],
      };
      Object.assign(dialog, { [answer.name]: () => Promise.resolve(reply) });
    },
    { name, ...(file === undefined ? {} : { file }) },
  );
}
