import { Worker } from 'node:worker_threads';
import { unreachable } from '../../core/base/invariant.ts';
import type { ExportMessage, RunExport } from './contract.ts';
import { workerEntry } from './worker-entry.ts';

const source = new URL('./export-worker.ts', import.meta.url);

/** Rejects when the thread broke, which means a bug or no memory: the caller tells the person that the export failed. */
export const runExport: RunExport = (job, progress, signal) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) {
      resolve('cancelled');
      return;
    }
    const worker = new Worker(workerEntry('export-worker', source), { workerData: job });
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
          // Not at its exit: a thread that a debugger is attached to does not end by itself.
          resolve(message.result);
          return void worker.terminate();
        default:
          return unreachable(message);
      }
    });
    worker.on('error', reject);
    // Says nothing to a promise that was kept.
    worker.on('exit', (code) => {
      signal.removeEventListener('abort', cancel);
      reject(new Error(`The export thread ended with ${code}`));
    });
  });
