import type { Language, Trilingual } from '../base/language.ts';
import type { ActId } from '../draft/types.ts';

/** How well a fact is known: `verified` was seen in a source, `partly` in part, `unverified` rests on general knowledge, `gap` was looked for and not found. */
export const confidences = ['verified', 'partly', 'unverified', 'gap'] as const;
export type Confidence = (typeof confidences)[number];

/** Whether an act lives. `historic`: spent or of a former state. `unknown`: nobody has checked. */
export const actStatuses = ['in-force', 'repealed', 'replaced', 'historic', 'unknown'] as const;
export type ActStatus = (typeof actStatuses)[number];

/**
 * What an act is; decides its noun in each language. `presidential-decree`: Президенттин Жарлыгы, Указ Президента. `agency-order`:
 * буйрук, приказ of a ministry or another body, which the act names as its issuer.
 */
export const actTypes = [
  'law',
  'constitutional-law',
  'code',
  'constitution',
  'parliament-resolution',
  'presidential-decree',
  'government-resolution',
  'cabinet-resolution',
  'agency-order',
  'ussr-act',
] as const;
export type ActType = (typeof actTypes)[number];

/** An act that ended another, as a source names it. */
export interface EndingAct {
  readonly type: ActType;
  /** ISO date of that act, which need not be the day on which the other ended. */
  readonly date: string;
  readonly number: string;
  /** The article that says so, where the source gives it. */
  readonly article?: string;
  /** Its id, where the register has it. */
  readonly act?: ActId;
}

/** One act of the register, as `resources/acts/register.json` holds it. Facts come from the facts file and nowhere else. */
export interface Act {
  readonly id: ActId;
  readonly type: ActType;
  /** ISO date; `null` where no source showed it. */
  readonly date: string | null;
  /** As printed: `102`, `930-XII`; `null` where no source showed it. */
  readonly number: string | null;
  /** ISO date on which the Jogorku Kenesh adopted it, before it was signed; absent where no source showed it. */
  readonly adopted?: string;
  /**
   * The title without type and quotes; `null` where the facts have none or call it unverified. A code's title names the state
   * and the type itself. An English title is ours unless `titleSeen` has `en`.
   */
  readonly title: Trilingual<string | null>;
  /** Of an `agency-order`, and of no other: who gave it, as a citation has it, in the genitive (Министерства внутренних дел); absent where nobody said. */
  readonly issuer?: Trilingual<string | null>;
  /** The languages in which a source showed the title itself. */
  readonly titleSeen: readonly Language[];
  /** Wordings that are no title (a second spelling in use, one that no source confirmed): to find the act by, never to write into a draft. */
  readonly otherTitles?: Readonly<Partial<Record<Language, readonly string[]>>>;
  readonly status: ActStatus;
  /** What the source says of the status, in the words of the facts file (English). */
  readonly statusDetail: string;
  /** ISO date since when the status holds; absent where no source gave the day. */
  readonly since?: string;
  /** The act that ended this one; absent where no source named it. */
  readonly endedBy?: EndingAct;
  readonly statusConfidence: Confidence;
  /** The living act that took its place, where one is known. */
  readonly successor: ActId | null;
  /** Number in the Ministry of Justice's database. */
  readonly databaseId: string | null;
  /** Amending acts seen, `1994-01-14 №1388-XII`, in the order of the source; may be empty. */
  readonly amendments: readonly string[];
  /** Units of the act that a source showed, in the words of the facts file. */
  readonly structure: readonly string[];
  /** What the act's own Kyrgyz text calls an article, where a source showed the older word; absent means берене. */
  readonly articleWord?: 'статья';
  readonly note: string;
  readonly sources: readonly string[];
  readonly confidence: Confidence;
  /** Who added the act on this machine, and when; absent for an act that ships. */
  readonly local?: { readonly by: string; readonly on: string };
  /** What a person of this machine found out about it; its status lies over the shipped one. */
  readonly verification?: ActVerification;
}

/** What a person found out about an act, where and when. There is one at most for an act: the last. */
export interface ActVerification {
  readonly act: ActId;
  /** ISO date of the day on which the person looked. */
  readonly on: string;
  /** Who looked; may be empty where the person gave no name. */
  readonly by: string;
  /** Where: an address, a journal, an edition of a database; never empty. */
  readonly source: string;
  readonly status: ActStatus;
  /** ISO date since when the status holds; absent where the source does not say. */
  readonly since?: string;
  /** The act that took its place. */
  readonly successor?: ActId;
  readonly note?: string;
  /** What the register that shipped said on that day, to tell later whether it has changed; absent for an act of one's own. */
  readonly shipped?: ShippedStatus;
}

/** The part of a shipped act that a verification lies over. */
export type ShippedStatus = Pick<Act, 'status' | 'statusDetail' | 'successor'>;

/** The register of acts, with the day on which its facts were compiled. */
export interface ActRegister {
  /** ISO date. */
  readonly compiled: string;
  readonly acts: readonly Act[];
}
