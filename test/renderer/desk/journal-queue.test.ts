import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Edit } from '../../../core/draft/operation.ts';
import { createJournalQueue, type NumberedEdit } from '../../../renderer/state/journal-queue.ts';

const edit = (text: string): Edit => ({ operations: [{ type: 'insert_text', path: [0, 0, 0], offset: 0, text }] });

type Outcome = { ok: true } | { ok: false; error: { code: 'not-writable' } };

/** A queue whose journal answers only when the test says so. */
function setUp() {
  const batches: (readonly NumberedEdit[])[] = [];
  const answers: ((outcome: Outcome) => void)[] = [];
  const onOutcome = vi.fn();
  const queue = createJournalQueue({
    sequence: 7,
    delay: 250,
    append: (edits) => {
      batches.push(edits);
      return new Promise((resolve) => answers.push(resolve));
    },
    onOutcome,
  });
  const numbers = () => batches.map((batch) => batch.map(({ sequence }) => sequence));
  return { queue, numbers, onOutcome, answer: (outcome: Outcome) => answers.shift()?.(outcome) };
}

describe('the queue of edits for the journal', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('gathers what is typed within a quarter second into one batch, numbered on from what the draft holds', async () => {
    const { queue, numbers } = setUp();
    queue.add(edit('a'));
    await vi.advanceTimersByTimeAsync(200);
    queue.add(edit('b'));
    expect(numbers()).toEqual([]);
    await vi.advanceTimersByTimeAsync(50);
    expect(numbers()).toEqual([[8, 9]]);
    expect(queue.sequence()).toBe(9);
  });

  test('sends the next batch only when the one before it is acknowledged', async () => {
    const { queue, numbers, answer, onOutcome } = setUp();
    queue.add(edit('a'));
    await vi.advanceTimersByTimeAsync(250);
    queue.add(edit('b'));
    await vi.advanceTimersByTimeAsync(250);
    expect(numbers()).toEqual([[8]]);
    answer({ ok: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(numbers()).toEqual([[8], [9]]);
    expect(onOutcome).toHaveBeenLastCalledWith(undefined);
  });

  test('keeps what could not be written and sends it again, first and in order', async () => {
    const { queue, numbers, answer, onOutcome } = setUp();
    queue.add(edit('a'));
    await vi.advanceTimersByTimeAsync(250);
    answer({ ok: false, error: { code: 'not-writable' } });
    await vi.advanceTimersByTimeAsync(0);
    expect(onOutcome).toHaveBeenLastCalledWith({ code: 'not-writable' });
    queue.add(edit('b'));
    await vi.advanceTimersByTimeAsync(250);
    expect(numbers()).toEqual([[8], [8, 9]]);
  });

  test('flushing waits for everything taken in, also while a batch is on its way', async () => {
    const { queue, numbers, answer } = setUp();
    queue.add(edit('a'));
    const first = queue.flush();
    queue.add(edit('b'));
    const second = queue.flush();
    let isDone = false;
    void second.then(() => {
      isDone = true;
    });
    answer({ ok: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(isDone).toBe(false);
    answer({ ok: true });
    await Promise.all([first, second]);
    expect(numbers()).toEqual([[8], [9]]);
  });

  test('does not send again what a saved file holds', async () => {
    const { queue, numbers, answer } = setUp();
    queue.add(edit('a'));
    await vi.advanceTimersByTimeAsync(250);
    answer({ ok: false, error: { code: 'not-writable' } });
    await vi.advanceTimersByTimeAsync(0);
    queue.settle(8);
    queue.add(edit('b'));
    await vi.advanceTimersByTimeAsync(250);
    expect(numbers()).toEqual([[8], [9]]);
  });

  test('tries again by itself after a failure, later each time, and not without end of patience', async () => {
    const { queue, numbers, answer } = setUp();
    queue.add(edit('a'));
    await vi.advanceTimersByTimeAsync(250);
    for (const wait of [250, 500, 1000]) {
      answer({ ok: false, error: { code: 'not-writable' } });
      await vi.advanceTimersByTimeAsync(wait - 1);
      const before = numbers().length;
      await vi.advanceTimersByTimeAsync(1);
      expect(numbers().length).toBe(before + 1);
    }
    answer({ ok: true });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(numbers()).toEqual([[8], [8], [8], [8]]);
  });
});
