import { describe, expect, it } from 'vitest';
import { exportDocument } from '../../../electron/workers/export-document.ts';
import { runExport } from '../../../electron/workers/run-export.ts';
import { wordWords } from '../../../electron/workers/word-words.ts';
import { generateBill } from '../../support/builder.ts';
import { aFullDraft, aJob } from '../../word/export-support.ts';

const never = new AbortController().signal;

describe('an export in a worker thread', () => {
  it('tells its progress to the end and gives the bytes that this thread would have made', async () => {
    const job = aJob(aFullDraft(), { profile: 'internal', language: 'parallel' });
    const told: (readonly [number, number])[] = [];
    const result = await runExport(job, (done, total) => told.push([done, total]), never);
    const here = await exportDocument(job, wordWords, () => undefined);
    expect(result).toEqual(here);
    expect(told).toEqual([1, 2, 3, 4].map((done) => [done, 4]));
  });

  it('gives the same bytes twice, also in one thread', async () => {
    const job = aJob(aFullDraft(), { profile: 'review' });
    const [first, second] = [
      await exportDocument(job, wordWords, () => undefined),
      await exportDocument(job, wordWords, () => undefined),
    ];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  it('is cancelled in the middle of its work', async () => {
    const controller = new AbortController();
    const progress = (): void => controller.abort();
    expect(await runExport(aJob(generateBill({ articles: 60 })), progress, controller.signal)).toBe('cancelled');
  });

  it('does not begin when it was cancelled before', async () => {
    expect(await runExport(aJob(aFullDraft()), () => expect.unreachable(), AbortSignal.abort())).toBe('cancelled');
  });

  it('rejects when the thread breaks, so that nobody waits for ever', async () => {
    const broken = { ...aJob(aFullDraft()), forms: { formulas: {} } } as unknown as ReturnType<typeof aJob>;
    await expect(runExport(broken, () => undefined, never)).rejects.toThrow();
  });
});
