import type { Failure } from '../../core/bridge/failure.ts';
import type { Edit } from '../../core/draft/operation.ts';

/** An edit with its place in the draft's history. */
export interface NumberedEdit {
  readonly sequence: number;
  readonly edit: Edit;
}

export interface JournalQueue {
  /** Takes an edit in; it leaves for the journal within `delay`. */
  readonly add: (edit: Edit) => void;
  /** Sends what waits and comes back when everything taken in so far is on the disk or has failed. */
  readonly flush: () => Promise<void>;
  /** Number of the last edit taken in. */
  readonly sequence: () => number;
  /** A saved file holds everything up to this edit: what still waited for the journal need not go there. */
  readonly settle: (sequence: number) => void;
}

export interface JournalQueueOptions {
  /** Number of the last edit that the draft holds already. */
  readonly sequence: number;
  /** Milliseconds that edits are gathered before they leave together. */
  readonly delay: number;
  readonly append: (
    edits: readonly NumberedEdit[],
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly error: Failure }>;
  /** Called after every attempt; `undefined` when the journal holds everything sent. */
  readonly onOutcome: (failure: Failure | undefined) => void;
}

/** Milliseconds between two attempts at a journal that keeps failing. */
const longestWait = 15_000;

/**
 * Gathers edits and hands them to the journal in order, one batch at a time: a batch leaves when the one before it is
 * acknowledged, so that the journal is always a prefix. What could not be written stays at the head and goes again, with the
 * next batch or by itself after a while.
 */
export function createJournalQueue(options: JournalQueueOptions): JournalQueue {
  let last = options.sequence;
  let pending: NumberedEdit[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | undefined;
  let failures = 0;

  async function sendAll(): Promise<void> {
    while (pending.length > 0) {
      const batch = [...pending];
      const outcome = await options.append(batch);
      if (!outcome.ok) {
        options.onOutcome(outcome.error);
        // Nobody may press another key: the last words must not wait for one.
        timer ??= setTimeout(() => void flush(), Math.min(options.delay * 2 ** failures, longestWait));
        failures += 1;
        return;
      }
      failures = 0;
      const acknowledged = batch.at(-1)?.sequence ?? 0;
      pending = pending.filter((edit) => edit.sequence > acknowledged);
      options.onOutcome(undefined);
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    sending ??= sendAll().finally(() => {
      sending = undefined;
    });
    return sending;
  }

  return {
    add: (edit) => {
      last += 1;
      pending.push({ sequence: last, edit });
      timer ??= setTimeout(() => void flush(), options.delay);
    },
    flush,
    sequence: () => last,
    settle: (sequence) => {
      pending = pending.filter((edit) => edit.sequence > sequence);
    },
  };
}
