import type { Language } from '../../core/base/language.ts';
import type { Notice } from '../../core/base/notice.ts';
import type { Ports } from '../../core/base/ports.ts';
import type { Result } from '../../core/base/result.ts';
import type { FormRules } from '../../core/draft/form-rules.ts';
import type { PlacedLink } from '../../core/draft/inline-edits.ts';
import type { Edit } from '../../core/draft/operation.ts';
import type { Refusal } from '../../core/draft/placing.ts';
import type {
  CommentThread,
  DocumentKind,
  Draft,
  GrammaticalCase,
  Unit,
  UnitId,
  UnitKind,
} from '../../core/draft/types.ts';
import type { ActIndex } from '../../core/law/acts.ts';
import type { ActRegister } from '../../core/law/types.ts';
import type { CitationRequest } from './citations.ts';
import type { LinkFate } from './links.ts';
import type { AskBeforeLoss } from './with-question.ts';

/** Where the caret is. */
export interface Whereabouts {
  readonly unit: UnitId;
  readonly kind: UnitKind;
  readonly language: Language;
  /** Whether some words are selected; a citation or reference on which the caret stands is. */
  readonly selected: boolean;
}

/** What the editor tells the desk; read it by `useSyncExternalStore`. Replaced, never changed in place. */
export interface EditorState {
  /** Rises by one at every change of text, structure or comments. */
  readonly version: number;
  readonly units: readonly Unit[];
  readonly comments: readonly CommentThread[];
  readonly activeLanguage: Language;
  readonly whereabouts: Whereabouts | undefined;
  /** The comment whose words the caret stands in, if any. */
  readonly activeComment: string | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Nothing can be changed: the commands on the text and the buttons that would are not offered. */
  readonly isReadOnly: boolean;
  /** What the draft is; absent for a bill. */
  readonly document?: DocumentKind | undefined;
}

/**
 * One open draft on the desk: the Slate value, the comment threads and the one undo stack of all three languages.
 * Made by `createDraftEditor`, shown by `<DraftEditorView>`.
 */
export interface DraftEditor {
  readonly state: () => EditorState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Called once for each edit that a person made, undid or redid, in order: what the journal takes. `isKnown`: by undo or redo, or agreed to before. */
  readonly onEdit: (listener: (edit: Edit, isKnown: boolean) => void) => () => void;
  /** Called after each paste with what it repaired, left out or refused (codes `editor.<name>`); an empty list when there is nothing to tell. */
  readonly onNotices: (listener: (notices: readonly Notice[]) => void) => () => void;

  /** The register has changed (an act was verified or added): citations are worded and marked by the new one. No edit of the draft. */
  readonly setActs: (acts: ActIndex) => void;
  /** The draft as it stands, for saving and exporting. */
  readonly draft: () => Draft;
  /** A long paste is being read: nothing else may change the draft until it is in or stopped. */
  readonly isPasting: () => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly focus: () => void;
  /** Takes in what was selected a moment ago, so that a command pressed at once acts on it. Call before asking what applies. */
  readonly settle: () => void;
  readonly setActiveLanguage: (language: Language) => void;
  /** Scrolls to a unit and puts the caret there (start of the cell unless `start` is given), or selects from `start` to `end`. */
  readonly goTo: (place: { unit: UnitId; language?: Language; start?: number; end?: number }) => void;
  readonly goToComment: (id: string) => void;

  /**
   * Applies an edit that core builds from the units as they stand now (a repair): one step of undo, which sets the states of texts
   * itself. False when it builds none.
   */
  readonly apply: (build: (units: readonly Unit[]) => Edit | undefined) => boolean;

  readonly toggleMark: (mark: 'bold' | 'italic' | 'superscript' | 'blank') => void;
  /** Puts a sign in as if it had been typed: a space or hyphen at which no line ends. */
  readonly insertSign: (sign: Sign) => void;
  /** Small letters, a capital first one, capitals, by turns: of what is selected, else of the word at the caret. False where there are no letters. */
  readonly changeCase: () => boolean;
  /** Whether what is selected is so, or what is typed would be. */
  readonly isMarked: (mark: 'bold' | 'italic' | 'superscript') => boolean;
  /** The units that the selection touches, in reading order; the one with the caret when no words are selected. */
  readonly chosenUnits: () => readonly UnitId[];
  /** Structure: each is one edit on the chosen units, with their subtrees where that is meant. False when it does not apply. */
  readonly insertUnit: (kind: UnitKind, where: 'before' | 'after') => boolean;
  /** Copies whole units with all that they enclose, in all three languages; `cut` takes them away. Gives how many were chosen. */
  readonly copyUnits: (ids: readonly UnitId[], data: Pick<DataTransfer, 'setData'>, as: 'copy' | 'cut') => number;
  /** Puts whole units of the clipboard behind a unit: the outermost of them, or why not. */
  readonly pasteUnits: (
    data: Pick<DataTransfer, 'getData'>,
    beside: UnitId,
  ) => Result<readonly UnitId[], Refusal | 'foreign'>;
  readonly setKind: (kind: UnitKind) => boolean;
  readonly demote: () => boolean;
  readonly promote: () => boolean;
  readonly moveUp: () => boolean;
  readonly moveDown: () => boolean;
  readonly removeUnit: () => boolean;
  /** Puts the citation at the caret of the active language and at the end of the other languages' cells of the same unit that are not empty of it. */
  readonly insertCitation: (citation: CitationRequest) => boolean;
  /** Puts words of an act in quotation marks at the caret of the active language, with their citation in brackets behind them. */
  readonly insertQuotation: (words: string, citation: CitationRequest) => boolean;
  /** Puts one reference to these units at the caret of the active language; at least one. */
  readonly insertReference: (targets: readonly UnitId[], grammaticalCase?: GrammaticalCase) => boolean;
  /** The citation or reference that the caret is on or beside. */
  readonly linkAtCaret: () => PlacedLink | undefined;
  /** Changes a citation or reference, makes plain text of it or takes it away; `all`: with its counterparts in the other languages. */
  readonly changeLink: (placed: PlacedLink, fate: LinkFate, scope: 'active' | 'all') => boolean;
  /** The selected words of the live column as they are read, citations included; empty when nothing is selected. */
  readonly selectedText: () => string;
  /** Whether something is selected that can carry a comment: words, a citation, a reference. */
  readonly canComment: () => boolean;
  /** Opens a thread on what is selected, citations and references included; undefined when nothing is. */
  readonly addComment: (text: string, author: string) => string | undefined;
  /** Replaces a thread (reply, resolve) or removes it with its marks. */
  readonly changeComment: (id: string, change: (thread: CommentThread) => CommentThread | undefined) => void;
  /** State of the active cell: approve, take back the approval, or confirm that a stale text has been brought up to date. */
  readonly approve: () => boolean;
  readonly confirmUpToDate: () => boolean;
}

/** Signs that a keyboard lacks. */
export type Sign = 'no-break-space' | 'no-break-hyphen';

export interface DraftEditorOptions {
  readonly draft: Draft;
  readonly register: ActRegister;
  readonly forms: FormRules;
  readonly ports: Ports;
  /** The draft is only read: the caret goes everywhere, and nothing changes. */
  readonly isReadOnly?: boolean;
  /** Asked before most of the text goes in one step; without it everything goes at once, and undo brings it back. */
  readonly askBeforeLoss?: AskBeforeLoss;
}

/** Properties of `<DraftEditorView>`. */
export interface DraftEditorViewProps {
  readonly editor: DraftEditor;
  readonly columns: readonly Language[];
  /** Percent. */
  readonly zoom: number;
  /** The person typed `@` (the editor did not insert it) or pressed Ctrl+K. */
  readonly onCite: () => void;
  /** A citation was clicked or the caret went over it with Enter. */
  readonly onCitation: (act: string) => void;
  readonly onComment: (id: string) => void;
}
