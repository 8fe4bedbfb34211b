import type { Notice } from '../../core/base/notice.ts';
import type { Result } from '../../core/base/result.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { Edit } from '../../core/draft/operation.ts';
import type { Draft } from '../../core/draft/types.ts';
import type { ChainPoint } from '../../core/file/chain.ts';
import type { Expected } from './atomic-write.ts';
import type { OwnLaw } from './brought-law.ts';
import type { DraftFile } from './package-file.ts';
import type { Protection } from './seal-key.ts';
import type { Stamp, TrailKeeper } from './trail-keeper.ts';
import type { Travelling } from './travelling.ts';

/** A draft that somebody works on: its history since it was opened, its journal and the file that it belongs to. */
export interface OpenDraft {
  /** Another window writes it; this one only looks. */
  readonly isReadOnly?: true;
  readonly file: () => DraftFile;
  readonly target: () => Target;
  /** The state that the target held when it was last read or written, with its text where that is known. */
  readonly common: () => CommonState;
  /** Notes that the state of `point` has been taken in, or sent to somebody: from now on it is one of the draft's ancestors. */
  absorb(point: ChainPoint, kind?: 'merged' | 'sent'): void;
  /** Its audit trail, kept or not. */
  readonly trail: TrailKeeper;
  /** Takes edits in and comes back when they are on the disk, with the number of the last one that is. */
  append(edits: readonly NumberedEdit[]): Promise<Result<Acknowledged, Failure>>;
  save(task: SaveTask): Promise<Result<SavedFile, Failure>>;
  /**
   * Seals everything of the session under another key from now on, or under none. `reseal` does the same to what earlier sessions
   * left, while nothing else is written; it says how many copies it could not reach.
   */
  protect(protection: Protection | undefined, reseal: () => Promise<number>): Promise<Result<number, Failure>>;
  /** Comes back when what was under way is done, the history included. */
  settled(): Promise<void>;
  /** Ends the session. `discard`: the person wants nothing of the edits that are in no file. */
  close(discard: boolean): Promise<void>;
}

/** The number of the last edit that is on the disk, and what the person should know of the edits. */
export interface Acknowledged {
  readonly sequence: number;
  readonly notices: readonly Notice[];
}

export interface NumberedEdit {
  readonly sequence: number;
  readonly edit: Edit;
}

/** The file of a draft; `path` is empty as long as it has none. */
export interface Target {
  readonly path: string;
  readonly sha256: string;
}

export interface CommonState {
  readonly point: ChainPoint;
  /** Absent after a recovery: the file's state is then to be looked for in the history. */
  readonly draft?: Draft;
}

export interface SaveTask {
  /** `same`: the draft's own file, as it is when the save's turn comes, for an earlier save may still be under way. */
  readonly to: 'same' | { readonly path: string; readonly expected: Expected };
  readonly draft: Draft;
  readonly sequence: number;
  /** Whose state of the target has been taken in and may be replaced: its SHA-256. Counts with `same` alone. */
  readonly over?: string;
  /** Writes over the bytes of the file instead of replacing it. */
  readonly inPlace?: boolean;
  /** The named versions that the file takes along; absent: those that it has. */
  readonly versions?: readonly Travelling[];
  /** This machine's own law, of which the file takes along what the draft cites. */
  readonly law?: OwnLaw;
  /** The official texts that the file takes along, by path; absent: those that it has. */
  readonly texts?: ReadonlyMap<string, Uint8Array>;
  /** Who saves, and when: what the audit trail is to say, where one is kept. */
  readonly stamp?: Stamp;
  readonly onWait?: () => void;
}

export interface SavedFile {
  readonly name: string;
  readonly folder: string;
  readonly bytes: number;
}
