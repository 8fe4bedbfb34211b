import type { Language, Trilingual } from '../base/language.ts';
import type { ActId } from '../draft/types.ts';
import type { OfficialText } from './official-text/types.ts';
import type { OwnFact } from './own-facts.ts';
import type { Act, ActRegister, ActType, ActVerification, ShippedStatus } from './types.ts';

/*
 * What people on this machine added to the register that ships: acts that it lacks, what they verified of acts that it has, and the
 * official texts that they imported. The register itself is never changed; what a person verified lies over it and stays when a newer
 * register comes, and where the two then differ both are shown.
 */

/** An act that a person added, as its card is filled in. The id begins with `local-`, so that no register to come can have it. */
export interface LocalAct {
  readonly id: ActId;
  readonly type: ActType;
  /** ISO date; `null` where the person left it empty. */
  readonly date: string | null;
  readonly number: string | null;
  /** The title without type and quotes; `null` where the person gave none in that language. */
  readonly title: Trilingual<string | null>;
  /** Who gave an `agency-order`, as its citation has it, in the genitive; absent for other types and where nobody said. */
  readonly issuer?: Trilingual<string | null>;
  readonly articleWord?: 'статья';
  /** Where the person has it from; never empty. */
  readonly source: string;
  readonly addedBy: string;
  /** ISO date. */
  readonly addedOn: string;
}

/** Everything of the register that is this machine's own. Lists are in the order in which things were added. */
export interface Library {
  readonly acts: readonly LocalAct[];
  readonly verifications: readonly ActVerification[];
  /** What they entered in the matrix of guarantees. */
  readonly facts: readonly OwnFact[];
}

/** The part of a library that is laid over the register. */
export type OwnActs = Pick<Library, 'acts' | 'verifications'>;

export const emptyLibrary: Library = { acts: [], verifications: [], facts: [] };

/** Names an imported text: an act has one in each language at most. */
export interface TextKey {
  readonly act: ActId;
  readonly language: Language;
}

/** Where an imported text came from. */
export interface TextOrigin {
  /** ISO date. */
  readonly on: string;
  readonly by: string;
  /** Name of the file without its folder. */
  readonly file: string;
  /** Of the file's bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  /** Present when a person changed the structure that was recognised. */
  readonly corrected?: true;
}

/** An official text that a person imported and accepted. */
export interface StoredText {
  readonly act: ActId;
  readonly origin: TextOrigin;
  readonly text: OfficialText;
}

/** What a list of texts shows of one. */
export interface TextSummary extends TextKey {
  readonly origin: TextOrigin;
  readonly articles: number;
  readonly units: number;
}

/**
 * The register with a library laid over it. Shipped acts keep their order; own acts follow. An act that has a verification keeps it, so
 * that what a draft brings can be laid over what this machine knows.
 */
export function registerWith(shipped: ActRegister, library: OwnActs): ActRegister {
  const verifications = new Map(library.verifications.map((one) => [one.act, one]));
  const own = library.acts.filter(({ id }) => !shipped.acts.some((act) => act.id === id)).map(actOf);
  const acts = [...shipped.acts, ...own].map((act) => {
    const verification = verifications.get(act.id);
    return verification && !act.verification ? verified(act, verification) : act;
  });
  return { ...shipped, acts };
}

function actOf({ id, type, date, number, title, issuer, articleWord, source, addedBy, addedOn }: LocalAct): Act {
  return {
    id,
    type,
    date,
    number,
    title,
    ...(issuer ? { issuer } : {}),
    titleSeen: [],
    status: 'unknown',
    statusDetail: '',
    statusConfidence: 'gap',
    successor: null,
    databaseId: null,
    amendments: [],
    structure: [],
    ...(articleWord ? { articleWord } : {}),
    note: '',
    sources: [source],
    confidence: 'partly',
    local: { by: addedBy, on: addedOn },
  };
}

function verified(act: Act, verification: ActVerification): Act {
  const { since: _since, ...rest } = act;
  return {
    ...rest,
    status: verification.status,
    ...(verification.since === undefined ? {} : { since: verification.since }),
    statusConfidence: verification.status === 'unknown' ? 'gap' : 'verified',
    // Who saw the act itself vouches for more than its status: it is no longer an act that nobody has seen.
    confidence: act.confidence === 'unverified' || act.confidence === 'gap' ? 'partly' : act.confidence,
    successor: verification.successor ?? null,
    verification,
  };
}

/**
 * Where the shipped register has changed since a person verified an act and now says something else than the person does.
 * `undefined` when there is nothing to decide.
 */
export function differenceOf(shipped: Act, verification: ActVerification): ShippedStatus | undefined {
  const { status, statusDetail, successor } = shipped;
  const before = verification.shipped;
  const isSame = before?.status === status && before.successor === successor;
  const agrees = verification.status === status && (verification.successor ?? null) === successor;
  return isSame || agrees ? undefined : { status, statusDetail, successor };
}
