import type { Act, ActStatus, EndingAct } from './types.ts';

/** What an act was, is or will be on a day. */
export interface StatusOnDay {
  /** `not-yet`: not adopted, or not yet in force. */
  readonly status: ActStatus | 'not-yet';
  /**
   * `stated`: a source says it of that day. `assumed`: it follows from dates that sources give (an act stood until it was ended), but
   * no source says it of that day. `later`: nobody has looked since; it is what was last seen.
   */
  readonly basis: 'stated' | 'assumed' | 'later';
  /** ISO date since when, where a source gives it. */
  readonly since?: string;
  readonly endedBy?: EndingAct;
}

/**
 * The status of an act on a chosen day. `seenOn` is the day up to which the register speaks: its own, or that of a person's
 * verification. ISO dates throughout; they compare as text.
 */
export function statusOn(act: Act, day: string, compiled: string): StatusOnDay {
  const seenOn = act.verification?.on ?? compiled;
  if (act.date !== null && day < act.date) return { status: 'not-yet', basis: 'stated' };
  if (act.status === 'unknown') return { status: 'unknown', basis: 'stated' };
  const told = { ...(act.since && { since: act.since }), ...(act.endedBy && { endedBy: act.endedBy }) };
  if (act.status === 'in-force') {
    if (act.since !== undefined && day < act.since) return { status: 'not-yet', basis: 'stated', since: act.since };
    return { status: 'in-force', basis: basisOf(day, act.since ?? seenOn, seenOn), ...told };
  }
  return ended(act, day, seenOn, told);
}

/** A day between the one that a source gives and the one on which somebody looked is stated; before that, only assumed. */
function basisOf(day: string, from: string, seenOn: string): StatusOnDay['basis'] {
  if (day > seenOn) return 'later';
  return day < from ? 'assumed' : 'stated';
}

function ended(act: Act, day: string, seenOn: string, told: Pick<StatusOnDay, 'since' | 'endedBy'>): StatusOnDay {
  const end = act.since ?? act.endedBy?.date;
  if (end !== undefined && day < end) return { status: 'in-force', basis: 'assumed', ...told };
  // Without a day nobody can say whether it had ended by then.
  if (end === undefined && day < seenOn) return { status: 'unknown', basis: 'assumed' };
  const isBetween = act.since === undefined && day < seenOn;
  return { status: act.status, basis: isBetween ? 'assumed' : 'stated', ...told };
}
