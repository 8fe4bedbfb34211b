import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { newDraftFile } from '../../../electron/files/documents.ts';
import { packDraft } from '../../../electron/files/package-file.ts';
import { startHostProcess } from '../../e2e/support/loopback-shell.ts';
import { fixedPorts } from '../../support/builder.ts';
import { launch } from '../editor/subject.ts';
import { deskBill } from './bill.ts';
import { gatherEventTimes } from './trace.ts';

/** The desk in a browser, served by the loopback host, with a large bill among its documents. */
export interface Scene {
  readonly browser: Browser;
  readonly page: Page;
  readonly session: CDPSession;
  readonly articles: number;
  /** The draft's file, and its name as one types it. */
  readonly file: string;
  readonly name: string;
  /** A file of plain words of as many articles, to be put into the draft. */
  readonly incoming: string;
  readonly stop: () => Promise<void>;
}

export async function openScene(articles: number): Promise<Scene> {
  const home = await mkdtemp(join(tmpdir(), 'desk-bench-'));
  const [data, documents] = [join(home, 'data'), join(home, 'documents')];
  for (const folder of [data, documents]) await mkdir(folder);
  await writeFile(join(data, 'settings.json'), JSON.stringify({ language: 'en', author: 'Bench' }));
  const name = 'bill.dolboor';
  const file = join(documents, name);
  await writeFile(file, packDraft(newDraftFile(deskBill(articles), fixedPorts())));
  const incoming = 'words.txt';
  await writeFile(join(documents, incoming), plainArticles(articles));
  const { host, address } = await startHostProcess({ data, documents });
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(address).origin });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.addInitScript(gatherEventTimes);
  await page.goto(address);
  await page.getByRole('article').first().waitFor();
  const stop = async (): Promise<void> => {
    await browser.close();
    host.kill('SIGTERM');
    await new Promise((done) => host.once('exit', done));
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  return { browser, page, articles, session: await context.newCDPSession(page), file, name, incoming, stop };
}

const plainWords = 'сотрудник милиции и члены его семьи имеют право на получение в порядке установленном законом';

function plainArticles(count: number): string {
  const lines = Array.from({ length: count }, (_, i) => [
    `Статья ${i + 1}. Гарантии`,
    ...[1, 2, 3].map((part) => `${part}. ${plainWords}.`),
  ]);
  return lines.flat().join('\n');
}
