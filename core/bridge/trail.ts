import type { Notice } from '../base/notice.ts';
import type { TrailEntry } from '../file/trail.ts';

/** The audit trail of an open draft. */
export interface TrailState {
  /** Whether one is kept. */
  readonly isOn: boolean;
  /** Oldest first. */
  readonly entries: readonly TrailEntry[];
  /** How many of the last entries are in no file yet. */
  readonly unsaved: number;
  /** SHA-256 of the last entry that the file holds, to be noted elsewhere; absent where it holds none. */
  readonly head?: string;
  /** Where the trail does not hold, or did not when the draft was opened; empty as a rule. */
  readonly breaks: readonly Notice[];
}

/** What the page alone knows to have been done. */
export const pageDeeds = ['printed', 'restored', 'restored-provision', 'imported', 'file-inserted'] as const;
export type PageDeed = (typeof pageDeeds)[number];
