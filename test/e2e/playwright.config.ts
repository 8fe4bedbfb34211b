import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { installedBrowser } from '../../.ci/browsers.js';

const root = path.join(import.meta.dirname, '..', '..');

/** `npm test` brings one where none is installed; without it Playwright takes its own. */
const executablePath = installedBrowser();

/** For the desk and for pages of a test's own alike; no sandbox, because a container's root may have none. */
const launchOptions = {
  ...(executablePath ? { executablePath } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-sync',
  ],
};

/**
 * What these look at is the page and the services, the same files in both shells: on the stand-in, whose page is the same Chromium, a
 * second run would only cost its minutes. On real Electron they run. What a shell does by itself is left: its windows, its dialogs, its
 * end, a power cut, the printer, and the main journey in one language.
 */
const ofThePage = [
  'accessibility',
  'audit',
  'caret',
  'conflict',
  'find',
  'going',
  'history',
  'inline',
  'insert-file',
  'languages',
  'matrix',
  'official-text',
  'outline',
  'paste',
  'refusals',
  'register',
  'second-opener',
  'secret',
  'structure',
  'view',
].map((name) => `**/${name}.spec.ts`);
const inOtherLanguages = /with the interface in (ru|en)/;
const onStandIn = Boolean(process.env.ELECTRON_OVERRIDE_DIST_PATH);

/**
 * The same specs run in both shells. `loopback`: what `npm start` falls back to, in Chromium. `electron`: the real main and preload, on
 * the stand-in where ELECTRON_OVERRIDE_DIST_PATH names it, else on Electron itself. Specs named `*.loopback.spec.ts` or
 * `*.electron.spec.ts` are about one shell alone. `editor`: the editor on a page of its own, without any shell.
 */
export default defineConfig<{ shell: 'loopback' | 'electron' }>({
  testDir: '.',
  // Each test has its own host, browser page, folders and port; two cores are the least that a machine of ours has.
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // For a machine that is busy with other things: a scenario has many steps, and what any one of them waits for is bounded by itself.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  outputDir: path.join(root, 'test-results'),
  use: { launchOptions },
  projects: [
    { name: 'editor', testMatch: '**/editor-*.spec.ts' },
    { name: 'loopback', testIgnore: ['**/editor-*.spec.ts', '**/*.electron.spec.ts'], use: { shell: 'loopback' } },
    {
      name: 'electron',
      testIgnore: ['**/editor-*.spec.ts', '**/*.loopback.spec.ts', ...(onStandIn ? ofThePage : [])],
      ...(onStandIn ? { grepInvert: inOtherLanguages } : {}),
      use: { shell: 'electron' },
    },
  ],
});
