import type { Trilingual } from '../base/language.ts';
import type { Notice } from '../base/notice.ts';
import type { Result } from '../base/result.ts';
import type { ForeignText } from '../draft/foreign-paragraphs.ts';
import type { Edit } from '../draft/operation.ts';
import type { Draft } from '../draft/types.ts';
import type { TemplateAbout } from '../file/template-about.ts';
import type { Library, LocalAct, StoredText, TextKey, TextSummary } from '../law/library.ts';
import type { OfficialText } from '../law/official-text/types.ts';
import type { OwnFact } from '../law/own-facts.ts';
import type { ActVerification } from '../law/types.ts';
import type {
  Handle,
  Listing,
  OpenedDraft,
  OpenSource,
  PlaceInDraft,
  RecentDraft,
  Recoverable,
  SaveTarget,
  TemplateSummary,
} from './drafts.ts';
import type { ExportedFile, ExportOptions } from './exports.ts';
import type { Failure } from './failure.ts';
import type { DeskResources, LibraryState, TextProposal, TextSource, TextTravel } from './library.ts';
import type { AppInfo, Settings } from './settings.ts';
import type { PageDeed, TrailState } from './trail.ts';
import type { HistoryEntry, HistoryState, OutsideLook, OutsideState, SentAlong } from './versions.ts';

/** Every request that the page can make. Each reply is a `Result`; nothing thrown crosses the bridge. */
export interface Requests {
  readonly 'app.info': { request: Record<string, never>; reply: AppInfo };
  readonly 'settings.read': { request: Record<string, never>; reply: Settings };
  readonly 'settings.write': { request: Partial<Settings>; reply: Settings };
  /** What the desk needs of the law and of form: read once at the start. */
  readonly 'resources.read': { request: Record<string, never>; reply: DeskResources };
  /** Those that ship, then this machine's own, then those that were removed. */
  readonly 'templates.list': { request: Record<string, never>; reply: readonly TemplateSummary[] };
  /** Keeps the open draft, as it stands on the page, as a template of one's own. The draft itself is not changed. */
  readonly 'templates.keep': { request: { handle: Handle; draft: Draft; about: TemplateAbout }; reply: null };
  /** Makes a template of one's own from another, also from one that ships. */
  readonly 'templates.copy': { request: { template: string; about: TemplateAbout }; reply: null };
  readonly 'templates.rename': { request: { template: string; about: TemplateAbout }; reply: null };
  /** Puts one of one's own among those that were removed; `forGood` erases it from there. */
  readonly 'templates.remove': { request: { template: string; forGood?: true }; reply: null };
  readonly 'templates.restore': { request: { template: string }; reply: null };
  /** Writes one of one's own as a file to hand on. */
  readonly 'templates.export': {
    request: { template: string; target: SaveTarget };
    reply: { name: string; folder: string };
  };
  /** Takes a file in as a template of one's own: one that was handed on, or any draft. `title`: what it is called now. */
  readonly 'templates.import': {
    request: TextSource;
    reply: { title: Trilingual<string>; notices: readonly Notice[] };
  };
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
   * Writes the draft as it stands (its edits must have been appended) into a file for a reviewer, and keeps it here as a version named
   * `label`, from which a merge of the returned copy starts. `comments`, `versions`, `trail`: whether the comments, the named versions and
   * the audit trail go along. Without its comments a copy has no versions either: they hold comments too.
   */
  readonly 'draft.send': {
    request: { handle: Handle; target: SaveTarget; label: string } & SentAlong;
    reply: { name: string; folder: string };
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
  /** The draft's audit trail: what was done to it, by whom and when. */
  readonly 'trail.read': { request: { handle: Handle }; reply: TrailState };
  /** Begins or ends keeping one; it is in the file, or no more, from the next save on. */
  readonly 'trail.turn': { request: { handle: Handle; on: boolean }; reply: TrailState };
  /** Enters what the page did; nothing where no trail is kept. */
  readonly 'trail.note': { request: { handle: Handle; deed: PageDeed }; reply: null };
  /** Writes the trail into the documents folder, over nothing that is there. */
  readonly 'trail.save': {
    request: { handle: Handle; format: 'csv' | 'json' };
    reply: { name: string; folder: string };
  };
  /** Looks whether somebody else changed the draft's file, or a sync client put copies beside it. */
  readonly 'outside.look': { request: { handle: Handle }; reply: OutsideLook };
  /** Lets the person choose a copy that came back, wherever it lies. `isOwn`: it is the draft's own file. */
  readonly 'outside.pick': {
    request: { handle: Handle; source: TextSource };
    reply: { picked: string; name: string; isOwn: boolean };
  };
  /** Reads the draft's file as it is now, or one of its copies: beside it by name, elsewhere as it was picked. Nothing is changed. */
  readonly 'outside.read': {
    request: { handle: Handle; copy?: string; picked?: string; password?: string };
    reply: OutsideState;
  };
  /** The open draft has taken in the state of this id: from now on it is one of its ancestors. */
  readonly 'outside.merged': { request: { handle: Handle; id: string }; reply: null };
  /** `kind: 'text'` lists files that an act's text may be in, instead of drafts. */
  readonly 'files.browse': { request: { folder?: string; kind?: 'text' }; reply: Listing };
  /** Opens the exported file, or its folder, in the system. */
  readonly 'files.reveal': { request: { id: string; open: 'file' | 'folder' }; reply: null };
  readonly 'export.start': {
    /** `brought`: what the draft came with of acts, verifications and facts. `day`: an ISO date on which the acts must be law; absent is today. */
    request: {
      job: string;
      draft: Draft;
      options: ExportOptions;
      target: SaveTarget;
      brought?: Library;
      day?: string;
    };
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
  /** Reads a file whose words are to come into a draft; `file` is its name without the folder. */
  readonly 'text.words': { request: TextSource; reply: ForeignText & { readonly file: string } };
  /** Ends the reading that `text.propose` or `text.words` began, which then answers `cancelled`. */
  readonly 'text.cancel': { request: Record<string, never>; reply: null };
  /** Keeps a proposed text, with the structure as the person corrected it, in place of the text of that act and language. */
  readonly 'text.accept': {
    request: { id: string; act: string; text: OfficialText; corrected: boolean; by: string };
    reply: LibraryState;
  };
  /** `handle`: the text that this open draft brings, instead of this machine's own. */
  readonly 'text.read': { request: TextKey & { handle?: Handle }; reply: StoredText };
  /** Whether the official texts of the acts that a draft cites go along in its file; `on` changes it, from the next save on. */
  readonly 'texts.travel': { request: { handle: Handle; on?: boolean }; reply: TextTravel };
  /** The texts that came in the draft's file. */
  readonly 'texts.brought': { request: { handle: Handle }; reply: readonly TextSummary[] };
  /** Keeps one of them on this machine, in place of the text of that act and language. */
  readonly 'texts.keep': { request: TextKey & { handle: Handle }; reply: LibraryState };
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
  /** The machine is about to sleep, or its screen is locked: nobody may come back. What is not on the disk yet goes there now. */
  readonly suspending: Record<string, never>;
}

export type EventName = keyof Events;

/** What the preload exposes to the page as `window.dolboor`. The loopback page gets the same over a socket. */
export interface Bridge {
  request<N extends RequestName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>>;
  /** Returns the function that stops listening. */
  on<N extends EventName>(name: N, listen: (event: Events[N]) => void): () => void;
  /** Settles when the other side has gone and nothing is written any more; absent where the page goes with it. */
  readonly ended?: Promise<void>;
}
