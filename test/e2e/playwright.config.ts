import path from 'node:path';
import { defineConfig } from '@playwright/test';

const root = path.join(import.meta.dirname, '..', '..');

/**
 * The same specs run in both shells. `loopback`: what `npm start` falls back to, in Chromium. `electron`: the real main and preload, on
 * the stand-in where ELECTRON_OVERRIDE_DIST_PATH names it, else on Electron itself. Specs named `*.loopback.spec.ts` or
 * `*.electron.spec.ts` are about one shell alone.
 */
export default defineConfig<{ shell: 'loopback' | 'electron' }>({
  testDir: '.',
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  outputDir: path.join(root, 'test-results'),
  projects: [
    { name: 'loopback', testIgnore: '**/*.electron.spec.ts', use: { shell: 'loopback' } },
    { name: 'electron', testIgnore: '**/*.loopback.spec.ts', use: { shell: 'electron' } },
  ],
});
