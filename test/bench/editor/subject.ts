import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { installedBrowser } from '../../../.ci/browsers.js';
import type { EditorName } from '../page/contract.ts';

/** An editor with a bill, open in a page of its own. */
export interface Subject {
  readonly page: Page;
  readonly session: CDPSession;
}

export interface SubjectOptions {
  readonly editor: EditorName;
  readonly articles: number;
  /** Comments on the words of the live column; none at first. */
  readonly comments?: number;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--enable-precise-memory-info',
  '--js-flags=--expose-gc',
];

export function launch(): Promise<Browser> {
  const executablePath = installedBrowser();
  // Not on standard output: that may be read as JSON.
  console.error(`Browser: ${executablePath ?? "Playwright's own"}`);
  return chromium.launch({ ...(executablePath && { executablePath }), args: flags });
}

/** Opens the page; the editor is not there before `mount`. */
export async function openSubject(browser: Browser, url: string, options: SubjectOptions): Promise<Subject> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { editor, articles, comments = 0 } = options;
  await page.goto(`${url}?editor=${editor}&articles=${articles}&comments=${comments}`);
  await page.locator('html[data-ready]').waitFor();
  return { page, session };
}

export async function closeSubject({ page }: Subject): Promise<void> {
  await page.context().close();
}

/** The browser's own counters; times are seconds of the main thread, whatever else the machine does. */
async function countersOf({ session }: Subject): Promise<Readonly<Record<string, number>>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** CPU time of the main thread for what `action` does, milliseconds. */
export async function cpuOf(subject: Subject, action: () => Promise<unknown>): Promise<number> {
  const before = await countersOf(subject);
  await action();
  const after = await countersOf(subject);
  return ((after.TaskDuration ?? 0) - (before.TaskDuration ?? 0)) * 1000;
}

/** The heap of scripts after a collection, megabytes. */
export async function heapOf(subject: Subject): Promise<number> {
  await subject.session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize = 0 } = await countersOf(subject);
  return JSHeapUsedSize / 1_048_576;
}

/** Painted, and twice idle: what one idle moment puts off is done in the next. */
export async function rested({ page }: Subject): Promise<void> {
  await page.waitForFunction(() => window.bench.editor.isWhole());
  await page.evaluate(async () => {
    const idle = (): Promise<void> => new Promise((done) => requestIdleCallback(() => done()));
    await window.bench.probe.painted();
    await idle();
    await idle();
  });
}

const codes: Readonly<Record<string, string>> = { а: 'KeyF', т: 'KeyN', о: 'KeyJ', н: 'KeyY', е: 'KeyT', ' ': 'Space' };

function keyEvent(key: string) {
  if (key === 'Enter') return { key, code: key, windowsVirtualKeyCode: 13, text: '\r' };
  if (key === 'Backspace') return { key, code: key, windowsVirtualKeyCode: 8 };
  return { key, code: codes[key] ?? 'KeyF', text: key, unmodifiedText: key };
}

/** Presses a key and waits until it is painted. */
export async function press({ page, session }: Subject, key: string): Promise<void> {
  const event = keyEvent(key);
  await session.send('Input.dispatchKeyEvent', { type: 'text' in event ? 'keyDown' : 'rawKeyDown', ...event });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: event.code });
  await page.evaluate(() => window.bench.probe.settled());
}

/** Ctrl+V as a person's: with the browser's own command. */
export async function pressPaste({ page, session }: Subject): Promise<void> {
  const event = { key: 'v', code: 'KeyV', windowsVirtualKeyCode: 86, modifiers: 2 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event, commands: ['paste'] });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  await page.evaluate(() => window.bench.probe.settled());
}
