import { once } from 'node:events';
import type { WorkerOptions } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import { importLimits } from '../../../core/base/limits.ts';
import { importAct } from '../../../electron/services/import-act.ts';

interface Thread {
  readonly options: WorkerOptions;
  readonly begun: Promise<unknown>;
  /** The exit code: 1 for a thread that was ended, 0 for one that came to its end. */
  readonly exit: Promise<number>;
}

const threads: Thread[] = vi.hoisted(() => []);

vi.mock('node:worker_threads', async (original) => {
  const real = await original<typeof import('node:worker_threads')>();
  class WatchedWorker extends real.Worker {
    constructor(file: string | URL, options: WorkerOptions) {
      super(file, options);
      threads.push({ options, begun: once(this, 'online'), exit: once(this, 'exit').then(([code]) => code as number) });
    }
  }
  return { ...real, Worker: WatchedWorker };
});

test('the thread that reads a foreign file is told nothing of this machine', async () => {
  threads.length = 0;
  await importAct(new TextEncoder().encode('Статья 1. Образец'), 'a.txt');
  expect(threads).toHaveLength(1);
  expect(threads[0]?.options).toMatchObject({
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: importLimits.heap },
  });
});

test('a thread whose answer nobody waits for is ended', async () => {
  threads.length = 0;
  const page = `<html><body>${'<p>Статья 1. Образец</p>'.repeat(400_000)}</body></html>`;
  const asked = new AbortController();
  const limits = { ...importLimits, lines: 1e9, elements: 1e9 };
  const reading = importAct(new TextEncoder().encode(page), 'a.html', { signal: asked.signal, limits });
  await threads[0]?.begun;
  asked.abort();
  expect(await reading).toEqual({ ok: false, error: 'cancelled' });
  expect(await threads[0]?.exit).toBe(1);
});
