import type { Browser, Page } from '@playwright/test';

/** What one deed cost the window. All in milliseconds. */
export interface Cost {
  /** The main thread's longest task by the clock: for so long nothing answered. */
  readonly longest: number;
  /** The same by the thread's own CPU time, which other programs of the machine do not lengthen. */
  readonly longestCpu: number;
  /** CPU time of the main thread for all of it, what is done afterwards in the background included. */
  readonly cpu: number;
  /** The longest time from a key or a press to the paint that follows it. */
  readonly toPaint: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const categories = ['toplevel', 'disabled-by-default-devtools.timeline'];

/** Does something and tells what it cost, until the page rests again. */
export async function costOf(browser: Browser, page: Page, deed: () => Promise<unknown>): Promise<Cost> {
  await page.evaluate(() => window.eventTimes.splice(0));
  await browser.startTracing(page, { categories });
  await deed();
  await rested(page);
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: readonly TraceEvent[] };
  const toPaint = Math.max(0, ...(await page.evaluate(() => window.eventTimes.splice(0))));
  const tasks = mainTasks(trace.traceEvents);
  const most = (of: (task: TraceEvent) => number): number => Math.max(0, ...tasks.map(of)) / 1000;
  return {
    longest: most(({ dur = 0 }) => dur),
    longestCpu: most(({ tdur = 0 }) => tdur),
    cpu: tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000,
    toPaint,
  };
}

/** The tasks of the page's main thread: of the renderer that did most. */
function mainTasks(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const mains = new Set(
    events.flatMap(({ name, args, pid, tid }) =>
      name === 'thread_name' && args?.name === 'CrRendererMain' ? [`${pid} ${tid}`] : [],
    ),
  );
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && mains.has(`${pid} ${tid}`),
  );
  const byProcess = [...Map.groupBy(tasks, ({ pid }) => pid).values()];
  const sum = (list: readonly TraceEvent[]): number => list.reduce((total, { tdur = 0 }) => total + tdur, 0);
  return byProcess.toSorted((a, b) => sum(b) - sum(a))[0] ?? [];
}

/** Until the sheet is drawn as a whole and the page was idle for a while; not for ever. */
async function rested(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const [calm, most] = [700, 15_000];
    const began = performance.now();
    for (let since = began; performance.now() - since < calm && performance.now() - began < most; ) {
      await new Promise((done) => requestIdleCallback(done, { timeout: 1000 }));
      await new Promise((done) => setTimeout(done, 50));
      if (document.querySelector('.draft-chunk-waiting, .draft-waiting, [aria-busy="true"]')) since = performance.now();
    }
  });
}

declare global {
  interface Window {
    /** How long each key and press took to be painted. */
    eventTimes: number[];
  }
}

/** In the page, before anything of it runs. */
export function gatherEventTimes(): void {
  window.eventTimes = [];
  new PerformanceObserver((list) => {
    for (const { duration, name } of list.getEntries())
      if (/^(key|mouse|pointer|click|paste|input|beforeinput)/.test(name)) window.eventTimes.push(duration);
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}
