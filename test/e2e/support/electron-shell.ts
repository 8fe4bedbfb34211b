import path from 'node:path';
import { _electron } from '@playwright/test';
import type { LaunchOptions, Running } from './desk.ts';
import { watchForeign } from './foreign.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');

/** The real main and preload: on the stand-in where ELECTRON_OVERRIDE_DIST_PATH names it, else on Electron. */
export async function startElectron({ data, documents, file }: LaunchOptions): Promise<Running> {
  const app = await _electron.launch({
    args: [root, ...(file === undefined ? [] : [file])],
    cwd: root,
    env: { ...environment(), DOLBOOR_DATA: data, DOLBOOR_DOCUMENTS: documents },
  });
  const page = await app.firstWindow();
  // A window begins empty, before the application loads its page into it.
  await page.waitForURL((url) => url.protocol !== 'about:');
  const closed = new Promise<void>((resolve) => app.once('close', () => resolve()));
  return {
    page,
    app,
    foreign: watchForeign(page),
    async stop() {
      // A page with unsaved words would be asked; `exit` asks nobody. An application that ended already has nobody to tell.
      await app.evaluate(({ app: electron }) => electron.exit(0)).catch(() => undefined);
      await closed;
    },
    async kill() {
      // The process that Playwright started may be a launcher: main itself is what has to die.
      void app.evaluate(() => process.kill(process.pid, 'SIGKILL')).catch(() => undefined);
      await closed;
    },
  };
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
