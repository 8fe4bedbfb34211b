import type { ActId } from '../draft/types.ts';
import type { Act, ActRegister } from './types.ts';

/** The register made ready for look-up. Build it once for a register and keep it. */
export interface ActIndex {
  /** In the order of the register. */
  readonly acts: readonly Act[];
  readonly byId: ReadonlyMap<ActId, Act>;
}

export function indexActs(register: ActRegister): ActIndex {
  return { acts: register.acts, byId: new Map(register.acts.map((act) => [act.id, act])) };
}
