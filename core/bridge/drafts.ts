import type { Language, Trilingual } from '../base/language.ts';
import type { Notice } from '../base/notice.ts';
import type { ActId, DocumentKind, Draft, UnitId } from '../draft/types.ts';
import type { TemplateAbout } from '../file/template-about.ts';
import type { Library, TextKey } from '../law/library.ts';

/** Names an open draft to the main process. Opaque; the renderer never sees a path it could forge. */
export type Handle = string;

export interface TemplateSummary {
  readonly id: string;
  readonly title: Trilingual<string>;
  readonly description: Trilingual<string>;
  /** Of a shipped one, as its author named them; of one's own, every act that its text cites. */
  readonly leansOn: readonly ActId[];
  /** One that this machine's people made: in use, or removed and still there. Absent for one that ships. */
  readonly own?: 'kept' | 'removed';
  /** Its file is there and cannot be read; everything else is empty then. */
  readonly isUnreadable?: true;
  /** What it begins; absent for a bill. */
  readonly document?: DocumentKind;
  readonly counts: {
    readonly units: number;
    readonly chapters: number;
    readonly articles: number;
    readonly points: number;
  };
  /** Headings of the chapters, in order. */
  readonly chapters: readonly Trilingual<string>[];
}

export interface RecentDraft {
  readonly id: string;
  /** File name without folder. */
  readonly name: string;
  /** Folder, for show only. */
  readonly folder: string;
  readonly title: Trilingual<string>;
  /** ISO 8601, UTC. */
  readonly openedAt: string;
  /** False when the file is no longer there. */
  readonly present: boolean;
}

/** Edits that were flushed to the journal but are in no saved file. */
export interface Recoverable {
  readonly id: string;
  readonly title: Trilingual<string>;
  /** File name, empty when the draft was never saved. */
  readonly name: string;
  readonly edits: number;
  readonly lastEditAt: string;
  /** Protected: the password is asked for, and nothing but the file's name is known before. */
  readonly isLocked?: boolean;
}

export interface OpenedDraft {
  readonly handle: Handle;
  readonly draft: Draft;
  /** File name, empty for a draft that was never saved. */
  readonly name: string;
  /** Number of the last edit contained in `draft`; the next one is this plus 1. */
  readonly sequence: number;
  /** `recovered`: the draft holds edits that its file does not. */
  readonly state: 'new' | 'saved' | 'recovered';
  /** The draft has a password. */
  readonly isProtected?: boolean;
  /** Where the caret was when this machine put the draft away; it may be there no more. Never kept of a protected draft. */
  readonly place?: PlaceInDraft;
  /** Another window writes the draft: nothing of it can be changed here. `id` names the file for `request`. */
  readonly readOnly?: { readonly id: string };
  /** Name of the file that this draft was begun as a copy of. */
  readonly copyOf?: string;
  /** The draft is a template: it is named so, and what is saved changes it. */
  readonly template?: TemplateAbout;
  /** Acts of one's own, verifications and facts of the matrix that travelled in its file; absent where it brought none. */
  readonly brought?: Library;
  /** Official texts that travelled in its file, by act; absent where it brought none. */
  readonly broughtTexts?: readonly TextKey[];
  readonly notices: readonly Notice[];
}

/** Where a caret stands. */
export interface PlaceInDraft {
  readonly unit: UnitId;
  readonly language: Language;
  /** UTF-16 code units into the text as it is read, 0-based. */
  readonly offset: number;
}

/** How a draft is opened that another window writes. */
export type OpenAs = 'copy' | 'read-only';

export type OpenSource =
  | { readonly from: 'dialog' }
  | { readonly from: 'recent'; readonly id: string }
  /** A template of one's own, to be changed. */
  | { readonly from: 'template'; readonly id: string }
  | { readonly from: 'recovery'; readonly id: string; readonly password?: string }
  /**
   * The file that the system asked the application to open, or one that answered `password-needed` or `in-use`. `as`: what the person
   * chose where another window has it: a copy that is a draft of its own and in no file yet, or only to read it.
   */
  | { readonly from: 'request'; readonly id: string; readonly password?: string; readonly as?: OpenAs }
  /** The file of an open draft once more, as it is now; refused while the draft has edits that are in no file. Closes the handle. */
  | { readonly from: 'again'; readonly handle: Handle }
  /** Loopback only: a file that `files.browse` listed. */
  | { readonly from: 'listed'; readonly folder: string; readonly name: string };

export type SaveTarget =
  /**
   * The draft's own file. `over`: id of the state of it that `outside.read` gave and the draft has taken in. `inPlace`: where the folder
   * takes no new file, the bytes of the old one are written over; a last resort that the person asked for.
   */
  | { readonly to: 'same'; readonly over?: string; readonly inPlace?: true }
  /** Beside the draft's own file, named after it: `name (label 3f2a91c0).dolboor`. */
  | { readonly to: 'copy'; readonly label: string }
  | { readonly to: 'dialog'; readonly suggestedName: string }
  /** Loopback only. */
  | { readonly to: 'listed'; readonly folder: string; readonly name: string; readonly overwrite: boolean };

export interface Listing {
  /** Shown to the person; the way up is `parent`, absent at the top. */
  readonly folder: string;
  readonly parent?: string;
  readonly folders: readonly string[];
  readonly files: readonly { readonly name: string; readonly size: number; readonly modifiedAt: string }[];
}
