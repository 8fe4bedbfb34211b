import type { Result } from '../../core/base/result.ts';
import type { OfficialText } from '../../core/law/official-text/types.ts';
import type { ImportLimits, ImportRefusal } from './limits.ts';

/** What the thread that reads foreign files is given at its start: one file. */
export interface ImportJob {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly limits: ImportLimits;
}

/** What it says, once: the act, or why the file is refused. */
export type ImportReply = Result<OfficialText, ImportRefusal>;
