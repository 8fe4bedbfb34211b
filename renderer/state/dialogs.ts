import type { Notice } from '../../core/base/notice.ts';
import type { RequestOf } from '../../core/bridge/contract.ts';
import type { OpenAs, TemplateSummary } from '../../core/bridge/drafts.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { TextProposal } from '../../core/bridge/library.ts';
import type { ForeignComment } from '../../core/draft/foreign-paragraphs.ts';
import type { PlacedLink } from '../../core/draft/inline-edits.ts';
import type { ActId, UnitId } from '../../core/draft/types.ts';
import type { Offer } from '../../core/law/recognise/offers.ts';
import type { RowsShown } from '../../core/law/register-rows.ts';
import type { PastedUnit } from '../editor/paste.ts';
import type { FactStart } from '../parity/fact-draft.ts';
import type { OpenedCell } from '../parity/parity-grid.tsx';
import type { Naming } from '../templates/deeds.ts';

/** What the person answers to "there are unsaved changes". */
export type CloseAnswer = 'save' | 'discard' | 'stay';

/** A file chosen in the browser of the loopback shell. */
export type Listed = Extract<RequestOf<'draft.save'>['target'], { to: 'listed' }>;

/** Where a card of an act stands from which a dialog was opened; there the person goes back to. */
export type CardPlace = 'panel' | 'register';

/** Which file the draft is compared with: its own without either; `copy` names one beside it, `picked` one that the person chose. */
export interface OtherFile {
  readonly copy?: string;
  readonly picked?: { readonly id: string; readonly name: string };
}

/** The paragraphs of a file as provisions, and what is to be told of its reading. */
export interface FileText {
  /** Name without its folder. */
  readonly file: string;
  readonly units: readonly PastedUnit[];
  readonly notices: readonly Notice[];
  /** What others remarked in the file. */
  readonly comments: readonly ForeignComment[];
}

/** The dialog on the screen; one at a time. Those that answer a question carry the way to answer it. */
export type DialogState =
  /** `editing`: what is in the text already and is to be changed. */
  | { readonly kind: 'cite'; readonly editing?: PlacedLink }
  | { readonly kind: 'reference'; readonly editing?: PlacedLink }
  /** `only`: one offer alone, to be looked at before it is taken. */
  | { readonly kind: 'recognise'; readonly only?: Offer }
  | { readonly kind: 'go-to' }
  | { readonly kind: 'export' }
  | { readonly kind: 'remove-units'; readonly ids: readonly UnitId[]; readonly fromOutline: boolean }
  | { readonly kind: 'set-number'; readonly id: UnitId; readonly fromOutline: boolean }
  | { readonly kind: 'counts' }
  | { readonly kind: 'print' }
  | { readonly kind: 'history'; readonly chosen?: string }
  | { readonly kind: 'audit-trail' }
  | { readonly kind: 'send-copy' }
  /** `at`: the cell that is open at first. */
  | { readonly kind: 'parity'; readonly at?: OpenedCell }
  /** A cell of the matrix that a person fills. */
  | { readonly kind: 'fact'; readonly start: FactStart }
  | { readonly kind: 'link-guarantee'; readonly unit: UnitId }
  /** The draft and its file as others left it, or a copy of it. */
  | ({ readonly kind: 'conflict' } & OtherFile)
  | { readonly kind: 'in-place' }
  /** Most of the text is to go in one step. */
  | { readonly kind: 'large-deletion'; readonly percent: number; readonly agreed: () => void }
  | { readonly kind: 'verify-act'; readonly act: ActId; readonly from?: CardPlace }
  /** `editing`: an act of one's own; without it one is added. `query`: the words by which it was looked for. */
  | { readonly kind: 'own-act'; readonly editing?: ActId; readonly query?: string; readonly from?: CardPlace | 'cite' }
  | { readonly kind: 'remove-act'; readonly act: ActId; readonly from?: CardPlace }
  /** `opened`: the act whose card is shown. */
  | { readonly kind: 'register'; readonly opened?: ActId; readonly show?: RowsShown }
  /** A file of an act's text is being read. */
  | { readonly kind: 'reading-text' }
  /** What was recognised in it, to be mended and accepted. `act`: for which it was asked. */
  | { readonly kind: 'review-text'; readonly proposal: TextProposal; readonly act?: ActId }
  /** What was read of a file whose words come into the draft, or into a new one. */
  | { readonly kind: 'review-file'; readonly text: FileText; readonly into: 'draft' | 'new' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'palette'; readonly fromOutline: boolean }
  | { readonly kind: 'help' }
  | { readonly kind: 'about' }
  | { readonly kind: 'log' }
  | {
      readonly kind: 'browse';
      readonly purpose: 'open' | 'save' | 'export' | 'text' | 'returned';
      readonly suggestedName: string;
      readonly answer: (chosen: Listed | undefined) => void;
    }
  /** A template is given its name. */
  | { readonly kind: 'template'; readonly naming: Naming }
  /** `forGood`: it was removed before. */
  | { readonly kind: 'remove-template'; readonly template: TemplateSummary; readonly forGood: boolean }
  | { readonly kind: 'password' }
  | {
      readonly kind: 'unlock';
      /** Name of the file; empty for a draft without one. */
      readonly name: string;
      /** What is shut is a version of the draft, and not the draft itself. */
      readonly isVersion?: true;
      /** Tries a password. `earlier`: it is that of the draft now, and what is to be opened was made under one before. */
      readonly attempt: (password: string) => Promise<'open' | 'wrong' | 'earlier'>;
      readonly cancel: () => void;
    }
  /** Another window has the draft of this file. */
  | { readonly kind: 'in-use'; readonly name: string; readonly answer: (as: OpenAs | undefined) => void }
  | { readonly kind: 'unsaved'; readonly answer: (answer: CloseAnswer) => void };

/**
 * Something that went wrong or should be known, shown over the work. An error stays until it is put away or a save mends it; a
 * note goes with the next command; a question stays until it is answered.
 */
export interface Banner {
  readonly severity: 'error' | 'note' | 'question';
  /** What came back, or the key of a sentence. */
  readonly failure?: Failure;
  /** What opening a file found and repaired. */
  readonly notices?: readonly Notice[];
  /** The file of the draft, or a copy of it, can be compared with what is open. */
  readonly compare?: { readonly copy?: string };
  /** Saving may be tried again. */
  readonly retry?: boolean;
  /** The file may be written over where it lies. */
  readonly inPlace?: boolean;
  readonly message?: { readonly key: string; readonly params?: Readonly<Record<string, string | number>> };
  /** The answers to a question, the safe one first: the keys of their words and what they do. The question goes with any. */
  readonly answers?: readonly { readonly key: string; readonly act: () => void }[];
}

/** A sentence that a live region says. A new object each time, so that the same thing done twice is said twice. */
export interface Told {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}
