import type { FormRules } from '../draft/form-rules.ts';
import type { Library, TextSummary } from '../law/library.ts';
import type { OfficialText } from '../law/official-text/types.ts';
import type { ParityResources } from '../law/parity.ts';
import type { ActRegister } from '../law/types.ts';

/** The file of a text to import. */
export type TextSource =
  | { readonly from: 'dialog' }
  /** Loopback only: a file that `files.browse` listed. */
  | { readonly from: 'listed'; readonly folder: string; readonly name: string };

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

/** Whether official texts go along in the file of an open draft, from the next save on. */
export interface TextTravel {
  readonly on: boolean;
  /** How many texts there are of the acts that the draft cites: on this machine, or in its file. */
  readonly texts: number;
  /** Of all of them, before they are packed. */
  readonly bytes: number;
  /** How many more there are than one file can hold. */
  readonly left: number;
}

/** A text that was read from a file and is in no library yet: the person looks at it first. */
export interface TextProposal {
  /** Names it for `text.accept`; it is forgotten when the next file is read or the page goes. */
  readonly id: string;
  /** Name of the file without its folder. */
  readonly file: string;
  readonly text: OfficialText;
}
