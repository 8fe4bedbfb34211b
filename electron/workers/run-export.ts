import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { unreachable } from '../../core/base/invariant.ts';
import type { ExportMessage, ExportResult, RunExport } from './contract.ts';

/** Rejects when the thread broke, which means a bug or no memory: the caller tells the person that the export failed. */
export const runExport: RunExport = (job, progress, signal) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) {
      resolve('cancelled');
      return;
    }
    const worker = new Worker(workerEntry(), { workerData: job });
    let outcome: ExportResult | undefined;
    // The thread has no moment at which it listens, so it is ended from outside; it holds no file.
    const cancel = (): void => {
      resolve('cancelled');
      void worker.terminate();
    };
    signal.addEventListener('abort', cancel, { once: true });
    worker.on('message', (message: ExportMessage) => {
      switch (message.type) {
        case 'progress':
          return progress(message.done, message.total);
        case 'done':
          outcome = message.result;
          return undefined;
        default:
          return unreachable(message);
      }
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      signal.removeEventListener('abort', cancel);
      if (outcome) resolve(outcome);
      else reject(new Error(`The export thread ended with ${code}`));
    });
  });

/** The bundled worker beside `main.js` or one folder above a chunk; the source where nothing is bundled, as in tests. */
function workerEntry(): URL {
  const bundled = ['./export-worker.js', '../export-worker.js'].map((path) => new URL(path, import.meta.url));
  return bundled.find((url) => existsSync(url)) ?? new URL('./export-worker.ts', import.meta.url);
}
