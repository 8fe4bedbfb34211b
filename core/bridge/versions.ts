import type { Notice } from '../base/notice.ts';
import type { Draft } from '../draft/types.ts';

/** A state of a draft that this machine kept while somebody worked on it. */
export interface HistoryEntry {
  readonly id: string;
  /** ISO 8601, UTC: when it was kept. */
  readonly at: string;
  /** Number of the last edit in it. */
  readonly sequence: number;
  /** Size of its package. */
  readonly bytes: number;
  /** The name that a person gave the version; absent for one that was kept by itself and goes after seven days. */
  readonly label?: string;
  /** Under whose name the program ran when it was kept; absent when nobody had given one. */
  readonly author?: string;
  /** It lies in the draft's file and not on this machine. */
  readonly inFile?: true;
}

/** What such a state holds. */
export interface HistoryState extends HistoryEntry {
  readonly draft: Draft;
  /** What was damaged in it; empty as a rule. */
  readonly notices: readonly Notice[];
}

/**
 * How the draft's file stands to what this session last read or wrote there. `unreadable`: something is there that cannot be
 * read now, such as what a sync client has not fetched.
 */
export interface OutsideLook {
  readonly state: 'same' | 'changed' | 'gone' | 'unreadable';
  /** Names of files in the same folder that hold another state of the same draft: what a sync client makes of a conflict. */
  readonly copies: readonly string[];
}

/** `other`: by another password; `none`: by none, the draft by one; `only`: by one, the draft by none. */
export type OutsideSeal = 'other' | 'none' | 'only';

/** The draft as a file on the disk has it now. */
export interface OutsideState {
  /** Names these very bytes, for the save that takes their place. */
  readonly id: string;
  readonly draft: Draft;
  /** The last state that both have in common, proven by the files themselves; absent when none is known: then nothing is merged unasked. */
  readonly base?: Draft;
  /** False when another draft lies under the name. */
  readonly isSameDraft: boolean;
  /** How the file is protected, where that is not how the open draft is; saved over, it is protected as the draft is. Absent: alike. */
  readonly seal?: OutsideSeal;
  readonly notices: readonly Notice[];
}

/** What goes along with a copy for a reviewer. */
export interface SentAlong {
  readonly comments: boolean;
  readonly versions: boolean;
  readonly trail: boolean;
}
