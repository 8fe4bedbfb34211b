import type { Edit } from '../draft/operation.ts';
import type { Draft } from '../draft/types.ts';
import { canonicalJson } from './canonical.ts';

/** SHA-256 of the text as UTF-8, in lower-case hexadecimal. Supplied by the caller: core has no cryptography of its own. */
export type Sha256 = (text: string) => string;

/**
 * A state's place in the history of its draft. `chain` names the whole history up to here, so two states with the same chain
 * are the same state; `sequence` counts the edits.
 */
export interface ChainPoint {
  readonly sequence: number;
  /** 64 hexadecimal digits. */
  readonly chain: string;
}

/** The words that the journal stores for an edit and that the chain is made of. */
export function editPayload(edit: Edit): string {
  return canonicalJson(edit);
}

/** The point at which a draft begins: before its first edit, bound to the content that it began with. */
export function firstPoint(draft: Draft, sha256: Sha256): ChainPoint {
  return { sequence: 0, chain: sha256(`dolboor draft 1\n${canonicalJson(draft)}`) };
}

/** The point after one more edit. */
export function nextPoint(point: ChainPoint, payload: string, sha256: Sha256): ChainPoint {
  return { sequence: point.sequence + 1, chain: sha256(`${point.chain}\nedit\n${payload}`) };
}

/**
 * The point of a whole state that took the place of edits nobody kept (the journal could not be written, say). The history
 * before it is known; what lies between is not, and no journal can pretend otherwise.
 */
export function snapshotPoint(point: ChainPoint, sequence: number, draft: Draft, sha256: Sha256): ChainPoint {
  return { sequence, chain: sha256(`${point.chain}\nstate ${sequence}\n${canonicalJson(draft)}`) };
}

/**
 * The point of a state without its comments, as it goes to a reviewer who is not to have them: the same number of edits, another state.
 * Whoever knows the point of the whole state can tell that the other was made of it.
 */
export function barePoint({ sequence, chain }: ChainPoint, sha256: Sha256): ChainPoint {
  return { sequence, chain: sha256(`${chain}\nwithout comments`) };
}

/** Whether a text has the form of a chain hash. */
export function isChainHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}
