import type { ImportLimits } from '../../core/base/limits.ts';
import type { Result } from '../../core/base/result.ts';
import type { ForeignText } from '../../core/draft/foreign-paragraphs.ts';
import type { OfficialText } from '../../core/law/official-text/types.ts';
import type { ImportRefusal } from './refused.ts';

/** What the thread that reads foreign files is given at its start: one file. */
export interface ImportJob {
  /** What the file is read as: an act of the library, or words for a draft. */
  readonly as: keyof ImportedAs;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly limits: ImportLimits;
}

export interface ImportedAs {
  readonly act: OfficialText;
  readonly words: ForeignText;
}

/** What it says, once: what was read, or why the file is refused. */
export type ImportReply<A extends keyof ImportedAs = keyof ImportedAs> = Result<ImportedAs[A], ImportRefusal>;
