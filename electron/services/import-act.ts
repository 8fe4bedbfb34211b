import { Worker } from 'node:worker_threads';
import { type ImportLimits, importLimits } from '../../core/base/limits.ts';
import { fail, type Result } from '../../core/base/result.ts';
import type { ForeignText } from '../../core/draft/foreign-paragraphs.ts';
import type { OfficialText } from '../../core/law/official-text/types.ts';
import type { ImportedAs, ImportJob, ImportReply } from '../import/contract.ts';
import type { ImportRefusal } from '../import/refused.ts';
import { workerEntry } from '../workers/worker-entry.ts';

export interface ImportOptions {
  /** Ends the reading; the answer is then `cancelled`. */
  readonly signal?: AbortSignal;
  /** Smaller ones, for a test. */
  readonly limits?: ImportLimits;
}

/** `cancelled` by the person; every other code has its sentence in `locales/<language>/import.json` under `refusals`. */
export type ImportFailure = ImportRefusal | 'cancelled';

/**
 * The one door for foreign files: the official text of an act, read in a thread of its own under the limits of
 * `core/base/limits.ts`. The bytes are copied once, so that nothing can change them meanwhile. Never throws and never hangs:
 * a thread that runs out of memory or time, or breaks, is an answer like another.
 */
export function importAct(
  bytes: Uint8Array,
  fileName: string,
  options: ImportOptions = {},
): Promise<Result<OfficialText, ImportFailure>> {
  return inThread('act', bytes, fileName, options);
}

/** The same door for a file whose words come into a draft. */
export function importWords(
  bytes: Uint8Array,
  fileName: string,
  options: ImportOptions = {},
): Promise<Result<ForeignText, ImportFailure>> {
  return inThread('words', bytes, fileName, options);
}

function inThread<A extends keyof ImportedAs>(
  as: A,
  bytes: Uint8Array,
  fileName: string,
  { signal, limits = importLimits }: ImportOptions,
): Promise<Result<ImportedAs[A], ImportFailure>> {
  if (signal?.aborted) return Promise.resolve(fail('cancelled'));
  // Before a copy is made of what would be refused.
  if (bytes.length > limits.file) return Promise.resolve(fail('too-large'));
  const { promise, resolve } = Promise.withResolvers<Result<ImportedAs[A], ImportFailure>>();
  const worker = startThread({ as, bytes: new Uint8Array(bytes), fileName, limits });
  const end = (why: ImportFailure): void => resolve(fail(why));
  const cancel = (): void => end('cancelled');
  const clock = setTimeout(() => end('out-of-time'), limits.time);
  signal?.addEventListener('abort', cancel, { once: true });
  worker.once('message', (reply: ImportReply<A>) => resolve(reply));
  worker.once('error', (error: NodeJS.ErrnoException) =>
    end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'not-finished'),
  );
  // Says nothing to a promise that was kept.
  worker.once('exit', () => end('not-finished'));
  return promise.finally(() => {
    clearTimeout(clock);
    signal?.removeEventListener('abort', cancel);
    void worker.terminate();
  });
}

function startThread(job: ImportJob): Worker {
  return new Worker(workerEntry('import-worker', new URL('../import/import-worker.ts', import.meta.url)), {
    workerData: job,
    transferList: [job.bytes.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: job.limits.heap, maxYoungGenerationSizeMb: youngHeap },
    // What a thread that reads foreign bytes may know of this machine: nothing.
    env: {},
    // Nor what was loaded into the process that starts it.
    execArgv: [],
    stdout: true,
    stderr: true,
  });
}

/** MiB for what lives briefly. */
const youngHeap = 32;
