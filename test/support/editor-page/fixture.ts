import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { buildEditorPage, serve } from './build.ts';
import { Sheet } from './sheet.ts';

/** The editor's page, built once for each worker; `sheet` fails a test in which the page threw. */
export const test = base.extend<{ sheet: Sheet }, { editorPageUrl: string }>({
  editorPageUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'editor-page-'));
      await buildEditorPage(folder);
      const { url, server } = await serve(folder);
      await use(url);
      server.close();
      await rm(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  sheet: async ({ page, context, editorPageUrl }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message.slice(0, 300)));
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.setViewportSize({ width: 1300, height: 800 });
    await use(new Sheet(page, editorPageUrl));
    expect(errors, 'the page threw nothing').toEqual([]);
  },
});
