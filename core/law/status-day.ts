import type { ActId } from '../draft/types.ts';
import type { ActIndex } from './acts.ts';
import { type ActStatusMark, actStatusMark } from './status.ts';
import { statusOn } from './status-on.ts';
import type { Act } from './types.ts';

/** A chosen day, with the day up to which the register speaks. ISO dates. */
export interface LawDay {
  readonly day: string;
  readonly compiled: string;
}

/** How an act is marked on a chosen day; without one, as the register knows it today. */
export function actStatusMarkOn(act: Act, on: LawDay | undefined): ActStatusMark {
  if (!on) return actStatusMark(act);
  const { status, basis } = statusOn(act, on.day, on.compiled);
  if (status === 'not-yet') return { vitality: 'unverified', code: 'not-yet' };
  // An end that came later is no end yet: the successor is none on that day.
  if (status === act.status) return actStatusMark(act);
  const statusConfidence = basis === 'stated' ? act.statusConfidence : 'partly';
  return actStatusMark({ ...act, status, statusConfidence, successor: null });
}

/** Whether an act is no law on the day of the index: a bill must not lean on it. */
export function isDeadAct({ byId, on }: Pick<ActIndex, 'byId' | 'on'>, id: ActId): boolean {
  const act = byId.get(id);
  return act !== undefined && actStatusMarkOn(act, on).vitality === 'dead';
}
