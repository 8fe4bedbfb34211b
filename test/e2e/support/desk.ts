import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base, type ElectronApplication, type Page, type TestInfo } from '@playwright/test';
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
    skipWithoutElectron(shell, info);
    const { desk, end } = await openDesk(shell, { ...settings, language });
    await use(desk);
    await end();
  },
});

/** `test` with one application of a shell, in English, for all tests that leave it as good as they found it. */
export const testTogether = test.extend<object, { together: (shell: Shell) => Promise<Desk> }>({
  together: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here.
    async ({}, use) => {
      const opened = new Map<Shell, ReturnType<typeof openDesk>>();
      await use(async (shell) => {
        const opening = opened.get(shell) ?? openDesk(shell, { language: 'en' });
        opened.set(shell, opening);
        return (await opening).desk;
      });
      for (const opening of opened.values()) await (await opening).end();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  desk: async ({ together, shell }, use, info) => {
    skipWithoutElectron(shell, info);
    await use(await together(shell));
  },
});

function skipWithoutElectron(shell: Shell, info: TestInfo): void {
  const reason = 'needs Electron, which is not on this machine and could not be fetched';
  info.skip(shell === 'electron' && Boolean(process.env.DOLBOOR_TEST_WITHOUT_ELECTRON), reason);
}

/** Starts an application on folders of its own, with these settings. `end` ends it and takes the folders away. */
async function openDesk(shell: Shell, settings: object): Promise<{ desk: Desk; end: () => Promise<void> }> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'dolboor-e2e-'));
  const [data, documents] = [path.join(home, 'data'), path.join(home, 'documents')];
  for (const folder of [data, documents]) mkdirSync(folder);
  writeFileSync(path.join(data, 'settings.json'), JSON.stringify(settings));
  let running = await start[shell]({ data, documents });
  const desk: Desk = {
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
  };
  const end = async (): Promise<void> => {
    await running.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  return { desk, end };
}

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
