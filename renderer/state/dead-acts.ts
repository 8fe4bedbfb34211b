import type { ActId } from '../../core/draft/types.ts';
import type { ActIndex } from '../../core/law/acts.ts';
import { actStatusMark } from '../../core/law/status.ts';

/** Whether an act is no law any more: a bill must not lean on it. */
export function isDeadAct(acts: ActIndex, id: ActId): boolean {
  const act = acts.byId.get(id);
  return act !== undefined && actStatusMark(act).vitality === 'dead';
}
