import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '../../core/base/invariant.ts';
import type { ExportJob, ExportMessage } from './contract.ts';
import { exportDocument } from './export-document.ts';
import { wordWords } from './word-words.ts';

// The entry of the worker thread: one job, handed over at the start; then the thread ends.
const port = parentPort;
invariant(port, 'the export runs in a worker thread');
const send = (message: ExportMessage): void => port.postMessage(message);

const result = await exportDocument(workerData as ExportJob, wordWords, (done, total) =>
  send({ type: 'progress', done, total }),
);
send({ type: 'done', result });
