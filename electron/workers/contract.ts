import type { Language } from '../../core/base/language.ts';
import type { Notice } from '../../core/base/notice.ts';
import type { ExportOptions } from '../../core/bridge/contract.ts';
import type { FormRules } from '../../core/draft/form-rules.ts';
import type { Draft } from '../../core/draft/types.ts';
import type { ParityResources } from '../../core/law/parity.ts';
import type { ActRegister } from '../../core/law/types.ts';

/** Which document: the bill, or the matrix of guarantees, which is a table in one language (`csv` for a spreadsheet). */
export type DocumentOptions =
  | ExportOptions
  | { readonly document: 'parity'; readonly language: Language; readonly format: 'docx' | 'text' | 'csv' };

/** Everything a document is made of: a frozen snapshot, so that typing may go on meanwhile. */
export interface ExportJob {
  readonly draft: Draft;
  readonly options: DocumentOptions;
  readonly register: ActRegister;
  readonly forms: FormRules;
  /** Needed for the matrix alone. */
  readonly parity?: ParityResources;
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
