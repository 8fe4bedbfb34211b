import type { Language, Trilingual } from '../base/language.ts';
import type { Notice } from '../base/notice.ts';
import type { Result } from '../base/result.ts';
import type { FormRules } from '../draft/form-rules.ts';
import type { Edit } from '../draft/operation.ts';
import type { ActId, Draft, UnitId } from '../draft/types.ts';
import type { Library, LocalAct, OwnLaw, StoredText, TextKey, TextSummary } from '../law/library.ts';
import type { OfficialText } from '../law/official-text/types.ts';
import type { OwnFact } from '../law/own-facts.ts';
import type { ParityResources } from '../law/parity.ts';
import type { ActRegister, ActVerification } from '../law/types.ts';

/** Names an open draft to the main process. Opaque; the renderer never sees a path it could forge. */
export type Handle = string;

/** Why a request came to nothing. Every caller switches over the codes; `locales/<language>/failures.json` holds a sentence for each. */
export const failureCodes = [
  'cancelled',
  'not-found',
  'not-readable',
  'not-writable',
  'no-space',
  'busy',
  'not-a-draft',
  'newer-version',
  'damaged',
  /** The file holds no byte: a save that was cut off elsewhere, or a placeholder of a sync client. */
  'empty',
  'too-large',
  'changed-outside',
  'already-exists',
  /** A name that some system keeps for itself or cannot hold, or a path that is too long. */
  'bad-name',
  /** Another window has the draft. `params.id`, where there is one, names its file for `request` with `as`. */
  'in-use',
  /** The draft is protected, and no password came with the request. `params.id`, where there is one, names it for `request`. */
  'password-needed',
  'wrong-password',
  'unknown-template',
  'unknown-act',
  'unknown-handle',
  'bad-request',
  'export-failed',
  /** A file whose text could not be read; `params.reason` is a code of `import.refused`. */
  'import-refused',
  'print-failed',
  'internal',
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** `params` fill the sentence; they hold names of files and numbers, never text of a draft. */
export interface Failure {
  readonly code: FailureCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type Theme = 'system' | 'light' | 'dark';

export type OutlineLanguage = 'writing' | 'interface' | Language;

/** What a person chose; kept on this machine. */
export interface Settings {
  /** In which language the outline names the units: that which is being written, that of the interface, or one for good. */
  readonly outlineLanguage: OutlineLanguage;
  readonly language: Language;
  readonly theme: Theme;
  /** The name under which comments are written; empty until the person gives one. */
  readonly author: string;
  /** The columns shown, in the order of `languages`; never empty. */
  readonly columns: readonly Language[];
  /** Widths of the outline and the inspector in CSS pixels; 0 means hidden. */
  readonly outlineWidth: number;
  readonly inspectorWidth: number;
  /** How the width of the sheet is shared among the columns that are shown, by language; 1 each when nobody changed it. */
  readonly shares: Trilingual<number>;
  /** Percent, 50 to 300. */
  readonly zoom: number;
  /** Whether what prints nothing (paragraph ends, no-break spaces, line breaks) is marked in the text. */
  readonly marks: boolean;
}

export interface AppInfo {
  readonly version: string;
  /** `loopback`: the same services on 127.0.0.1 in a browser, where there is no Electron. It has no dialogs of its own: the page browses by `files.browse`. */
  readonly shell: 'electron' | 'loopback';
  readonly platform: string;
}

export interface TemplateSummary {
  readonly id: string;
  readonly title: Trilingual<string>;
  readonly description: Trilingual<string>;
  readonly leansOn: readonly ActId[];
  readonly counts: { readonly units: number; readonly chapters: number; readonly articles: number };
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
  /** Acts of one's own and verifications that travelled in its file; absent where it brought none. */
  readonly brought?: OwnLaw;
  readonly notices: readonly Notice[];
}

/** Where a caret stands. */
export interface PlaceInDraft {
  readonly unit: UnitId;
  readonly language: Language;
  /** UTF-16 code units into the text as it is read, 0-based. */
  readonly offset: number;
}

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

/** The draft as a file on the disk has it now. */
export interface OutsideState {
  /** Names these very bytes, for the save that takes their place. */
  readonly id: string;
  readonly draft: Draft;
  /** The last state that both have in common, proven by the files themselves; absent when none is known: then nothing is merged unasked. */
  readonly base?: Draft;
  /** False when another draft lies under the name. */
  readonly isSameDraft: boolean;
  readonly notices: readonly Notice[];
}

/** How a draft is opened that another window writes. */
export type OpenAs = 'copy' | 'read-only';

export type OpenSource =
  | { readonly from: 'dialog' }
  | { readonly from: 'recent'; readonly id: string }
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

/** The file of a text to import. */
export type TextSource =
  | { readonly from: 'dialog' }
  /** Loopback only: a file that `files.browse` listed. */
  | { readonly from: 'listed'; readonly folder: string; readonly name: string };

export interface Listing {
  /** Shown to the person; the way up is `parent`, absent at the top. */
  readonly folder: string;
  readonly parent?: string;
  readonly folders: readonly string[];
  readonly files: readonly { readonly name: string; readonly size: number; readonly modifiedAt: string }[];
}

/** Which text goes out: `final` for parliament (clean, no comments, no notes), `review` with comments, `internal` with drafter's notes too. */
export type ExportProfile = 'final' | 'review' | 'internal';

export interface BillOptions {
  readonly document: 'bill';
  /** `parallel`: the three languages in three columns of one document. */
  readonly language: Language | 'parallel';
  readonly format: 'docx' | 'text';
  readonly profile: ExportProfile;
}

/** The matrix of guarantees is a table of many columns: one language at a time, `csv` for a spreadsheet. */
export interface ParityOptions {
  readonly document: 'parity';
  readonly language: Language;
  readonly format: 'docx' | 'text' | 'csv';
  /** `internal`: what people entered is marked with name and day. */
  readonly profile: 'final' | 'internal';
}

export type ExportOptions = BillOptions | ParityOptions;

export interface ExportedFile {
  readonly name: string;
  readonly folder: string;
  readonly bytes: number;
  readonly notices: readonly Notice[];
  /** Names the file for `files.reveal`. */
  readonly id: string;
}

/** The data of law and form that the desk works with. */
export interface DeskResources {
  /** As shipped; `registerWith` lays the library over it. */
  readonly register: ActRegister;
  readonly library: Library;
  readonly forms: FormRules;
  /** The matrix of guarantees; absent where the product ships none. */
  readonly parity?: ParityResources;
}

/** The library after a change, whole. */
export interface LibraryState {
  readonly library: Library;
  /** By act, in the order of the register, then by language. */
  readonly texts: readonly TextSummary[];
}

/** A text that was read from a file and is in no library yet: the person looks at it first. */
export interface TextProposal {
  /** Names it for `text.accept`; it is forgotten when the next file is read or the page goes. */
  readonly id: string;
  /** Name of the file without its folder. */
  readonly file: string;
  readonly text: OfficialText;
}

/** Every request that the page can make. Each reply is a `Result`; nothing thrown crosses the bridge. */
export interface Requests {
  readonly 'app.info': { request: Record<string, never>; reply: AppInfo };
  readonly 'settings.read': { request: Record<string, never>; reply: Settings };
  readonly 'settings.write': { request: Partial<Settings>; reply: Settings };
  /** What the desk needs of the law and of form: read once at the start. */
  readonly 'resources.read': { request: Record<string, never>; reply: DeskResources };
  readonly 'templates.list': { request: Record<string, never>; reply: readonly TemplateSummary[] };
  readonly 'recents.list': { request: Record<string, never>; reply: readonly RecentDraft[] };
  readonly 'recents.forget': { request: { id: string }; reply: null };
  readonly 'recovery.list': { request: Record<string, never>; reply: readonly Recoverable[] };
  readonly 'recovery.discard': { request: { id: string }; reply: null };
  readonly 'draft.create': { request: { template: string }; reply: OpenedDraft };
  readonly 'draft.open': { request: OpenSource; reply: OpenedDraft };
  /** Appends edits to the journal; the reply comes after the flush and names the last durable edit. */
  readonly 'draft.append': {
    request: { handle: Handle; edits: readonly { sequence: number; edit: Edit }[] };
    /** `notices`: what the person may want to know of these edits, such as that most of the text went in one step. */
    reply: { acknowledged: number; notices?: readonly Notice[] };
  };
  readonly 'draft.save': {
    request: { handle: Handle; draft: Draft; sequence: number; target: SaveTarget };
    reply: { name: string; folder: string; bytes: number };
  };
  /**
   * Sets, changes or removes (`password` absent) the draft's password. `current`: the one that it has. A password lives in this
   * request and nowhere else; `left` counts earlier copies on this machine that could not be sealed anew.
   */
  readonly 'draft.protect': {
    request: { handle: Handle; password?: string; current?: string };
    reply: { left: number };
  };
  /** Where the caret stands now; kept on this machine, never in the file, when the draft is put away. */
  readonly 'draft.place': { request: { handle: Handle; place: PlaceInDraft }; reply: null };
  readonly 'draft.close': { request: { handle: Handle; discard: boolean }; reply: null };
  /** Earlier states of the open draft that this machine kept, newest first. */
  readonly 'history.list': { request: { handle: Handle }; reply: readonly HistoryEntry[] };
  /** One of them, to read, compare or take over; the open draft is not changed. */
  readonly 'history.read': { request: { handle: Handle; id: string; password?: string }; reply: HistoryState };
  /** Names the state of now (its edits must have been appended), or one that was kept; an empty label takes the name away. */
  readonly 'history.name': { request: { handle: Handle; id?: string; label: string }; reply: HistoryEntry };
  /** Removes a state that was kept; the last two stay, without a name. */
  readonly 'history.remove': { request: { handle: Handle; id: string }; reply: null };
  /** Whether the named versions travel in the draft's file; `on` changes it, from the next save on. */
  readonly 'history.travel': { request: { handle: Handle; on?: boolean }; reply: boolean };
  /** Looks whether somebody else changed the draft's file, or a sync client put copies beside it. */
  readonly 'outside.look': { request: { handle: Handle }; reply: OutsideLook };
  /** Reads the draft's file as it is now, or one of its copies. Nothing is changed. */
  readonly 'outside.read': { request: { handle: Handle; copy?: string }; reply: OutsideState };
  /** The open draft has taken in the state of this id: from now on it is one of its ancestors. */
  readonly 'outside.merged': { request: { handle: Handle; id: string }; reply: null };
  /** `kind: 'text'` lists files that an act's text may be in, instead of drafts. */
  readonly 'files.browse': { request: { folder?: string; kind?: 'text' }; reply: Listing };
  /** Opens the exported file, or its folder, in the system. */
  readonly 'files.reveal': { request: { id: string; open: 'file' | 'folder' }; reply: null };
  readonly 'export.start': {
    /** `brought`: what the draft came with of acts and verifications. */
    request: { job: string; draft: Draft; options: ExportOptions; target: SaveTarget; brought?: OwnLaw };
    reply: ExportedFile;
  };
  readonly 'export.cancel': { request: { job: string }; reply: null };
  readonly 'library.read': { request: Record<string, never>; reply: LibraryState };
  /** Adds an act of one's own, or replaces the one of that id. */
  readonly 'library.write-act': { request: { act: LocalAct }; reply: LibraryState };
  /** Takes an act of one's own out, with what was verified of it; its imported texts stay until they are removed. */
  readonly 'library.remove-act': { request: { act: string }; reply: LibraryState };
  /** Enters what a person verified, in place of what was verified before. */
  readonly 'library.verify': { request: { verification: ActVerification }; reply: LibraryState };
  readonly 'library.unverify': { request: { act: string }; reply: LibraryState };
  /** Enters a fact in the matrix of guarantees, or replaces the one of that id. */
  readonly 'library.write-fact': { request: { fact: OwnFact }; reply: LibraryState };
  readonly 'library.remove-fact': { request: { fact: string }; reply: LibraryState };
  /** Reads an act's text from a file; nothing is kept of it until it is accepted. */
  readonly 'text.propose': { request: TextSource; reply: TextProposal };
  /** Ends the reading that `text.propose` began, which then answers `cancelled`. */
  readonly 'text.cancel': { request: Record<string, never>; reply: null };
  /** Keeps a proposed text, with the structure as the person corrected it, in place of the text of that act and language. */
  readonly 'text.accept': {
    request: { id: string; act: string; text: OfficialText; corrected: boolean; by: string };
    reply: LibraryState;
  };
  readonly 'text.read': { request: TextKey; reply: StoredText };
  readonly 'text.remove': { request: TextKey; reply: LibraryState };
  /** Sends what the page shows to print to a printer, after the system's own dialog. Electron alone: a browser prints by itself. */
  readonly 'print.send': { request: { landscape: boolean }; reply: null };
  /** Writes the same as PDF. Electron alone: a browser's print dialog saves PDF. */
  readonly 'print.pdf': { request: { target: SaveTarget }; reply: ExportedFile };
  /** What went wrong on this machine, oldest first, without text of drafts, names or paths; empty when nothing did. */
  readonly 'log.read': { request: Record<string, never>; reply: { text: string } };
  /** Writes a copy of it into the documents folder, over nothing that is there. */
  readonly 'log.save': { request: Record<string, never>; reply: { name: string; folder: string } };
  /** The page's answer to `close-asked`: nothing is unsaved, or the person chose to lose nothing. */
  readonly 'window.close': { request: Record<string, never>; reply: null };
}

export type RequestName = keyof Requests;
export type RequestOf<N extends RequestName> = Requests[N]['request'];
export type ReplyOf<N extends RequestName> = Result<Requests[N]['reply'], Failure>;

/** Everything that the main process tells the page unasked. Events announce; they do not steer. */
export interface Events {
  /** A command chosen in the system's menu. */
  readonly command: { id: string };
  /** `done` of `total` units of work. */
  readonly 'export.progress': { job: string; done: number; total: number };
  /** The system asked to open a file; the page offers it by `draft.open`. */
  readonly 'open-requested': { id: string; name: string };
  /** A save waits for a file that another program holds. */
  readonly 'save.waiting': { handle: Handle };
  readonly 'close-asked': Record<string, never>;
}

export type EventName = keyof Events;

/** What the preload exposes to the page as `window.dolboor`. The loopback page gets the same over a socket. */
export interface Bridge {
  request<N extends RequestName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>>;
  /** Returns the function that stops listening. */
  on<N extends EventName>(name: N, listen: (event: Events[N]) => void): () => void;
}
