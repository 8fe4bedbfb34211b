import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '../../core/base/invariant.ts';
import type { ImportJob } from './contract.ts';
import { readAct } from './read-act.ts';
import { readWords } from './read-words.ts';

// The entry of the thread: one foreign file, handed over at the start; then the thread ends.
const port = parentPort;
invariant(port, 'foreign files are read in a worker thread');
const { as, bytes, fileName, limits } = workerData as ImportJob;
port.postMessage(await (as === 'act' ? readAct : readWords)(bytes, fileName, limits));
