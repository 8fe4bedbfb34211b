import type { Act, ActStatus } from './types.ts';

/**
 * How an act is marked where it is cited or found: `living` needs no mark; `dead` is no law any more; `unverified` may be either, or the
 * act itself rests on general knowledge.
 */
export type Vitality = 'living' | 'dead' | 'unverified';

/** What to show beside an act. The sentence for `code` is `status.<code>` of the law words in `locales/`. */
export interface ActStatusMark {
  readonly vitality: Vitality;
  /** The act's status, or why it cannot be told: `in-force-unconfirmed` nobody confirmed it of late, `act-unverified` the act was seen in no source, `not-yet` it is not in force on the chosen day yet. */
  readonly code: ActStatus | 'in-force-unconfirmed' | 'act-unverified' | 'not-yet';
  /** Id of the living act to cite instead, where one is known. */
  readonly successor?: string;
}

const dead: readonly ActStatus[] = ['repealed', 'replaced', 'historic'];

export function actStatusMark(act: Act): ActStatusMark {
  const successor = act.successor === null ? {} : { successor: act.successor };
  if (act.confidence === 'unverified' && act.status !== 'historic') {
    return { vitality: dead.includes(act.status) ? 'dead' : 'unverified', code: 'act-unverified', ...successor };
  }
  if (dead.includes(act.status)) return { vitality: 'dead', code: act.status, ...successor };
  if (act.status === 'unknown') return { vitality: 'unverified', code: 'unknown', ...successor };
  if (act.statusConfidence !== 'verified')
    return { vitality: 'unverified', code: 'in-force-unconfirmed', ...successor };
  return { vitality: 'living', code: 'in-force', ...successor };
}
