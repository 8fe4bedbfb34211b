import type { Notice } from '../../core/base/notice.ts';
import type { ExportOptions } from '../../core/bridge/exports.ts';
import type { FormRules } from '../../core/draft/form-rules.ts';
import type { Draft } from '../../core/draft/types.ts';
import type { StoredText } from '../../core/law/library.ts';
import type { OwnFact } from '../../core/law/own-facts.ts';
import type { ParityResources } from '../../core/law/parity.ts';
import type { ActRegister } from '../../core/law/types.ts';

/** Everything a document is made of: a frozen snapshot, so that typing may go on meanwhile. */
export interface ExportJob {
  readonly draft: Draft;
  readonly options: ExportOptions;
  readonly register: ActRegister;
  readonly forms: FormRules;
  /** The ISO date on which the acts must be law; absent is today. */
  readonly day?: string;
  /** Needed for the matrix alone. */
  readonly parity?: ParityResources;
  /** The official texts of the acts that are cited, as far as there are any; they are compared with, and nothing of them goes out. */
  readonly texts?: readonly StoredText[];
  /** What people entered in the matrix; absent is nothing. */
  readonly facts?: readonly OwnFact[];
}

export interface ExportResult {
  readonly bytes: Uint8Array;
  /** What could not be carried over, and what was left out on purpose. */
  readonly notices: readonly Notice[];
}

/** Runs in a worker thread; `signal` ends the thread and the promise comes back with `cancelled`. */
export type RunExport = (
  job: ExportJob,
  progress: (done: number, total: number) => void,
  signal: AbortSignal,
) => Promise<ExportResult | 'cancelled'>;

/** What the worker thread says: any number of `progress`, then one `done`. */
export type ExportMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly result: ExportResult };
