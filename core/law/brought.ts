import type { ActId, Unit } from '../draft/types.ts';
import { citingUnits } from './cited-acts.ts';
import type { OwnLaw } from './library.ts';
import type { ActRegister, ActVerification } from './types.ts';

/*
 * What a draft takes along of the law that its machine knows beyond what ships: without it a citation of an act of one's own would be
 * unknown on a colleague's machine, and what was verified would be unverified again.
 */

/**
 * The acts of one's own that a draft cites and what was verified of the acts that it cites, by id, so that the same gives the same
 * bytes. `own` outweighs `brought`, which is what the draft came with.
 */
export function lawFor(units: readonly Unit[], own: OwnLaw, brought: OwnLaw): OwnLaw {
  const verifications = firstOfEach([...own.verifications, ...brought.verifications], ({ act }) => act);
  const cited = withSuccessors(new Set(citingUnits(units).keys()), verifications);
  return {
    acts: firstOfEach([...own.acts, ...brought.acts], ({ id }) => id).filter(({ id }) => cited.has(id)),
    verifications: verifications.filter(({ act }) => cited.has(act)),
  };
}

function firstOfEach<T>(list: readonly T[], idOf: (one: T) => ActId): readonly T[] {
  const byId = new Map<ActId, T>();
  for (const one of list) if (!byId.has(idOf(one))) byId.set(idOf(one), one);
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** An act that took another's place is offered in its stead, and may be one of one's own. */
function withSuccessors(cited: ReadonlySet<ActId>, verifications: readonly ActVerification[]): ReadonlySet<ActId> {
  const successors = new Map(verifications.map(({ act, successor }) => [act, successor]));
  const all = new Set(cited);
  // A set goes on to what is added while it is walked, and ends though two acts name each other.
  for (const id of all) {
    const successor = successors.get(id);
    if (successor !== undefined) all.add(successor);
  }
  return all;
}

/** What a draft brings that this machine lacks; nothing that it has is in it, so that adding it overwrites nothing. */
export function lackingHere(brought: OwnLaw, own: OwnLaw, shipped: ActRegister): OwnLaw {
  const known = new Set([...shipped.acts, ...own.acts].map(({ id }) => id));
  const verified = new Set(own.verifications.map(({ act }) => act));
  return {
    acts: brought.acts.filter(({ id }) => !known.has(id)),
    verifications: brought.verifications.filter(({ act }) => !verified.has(act)),
  };
}

/** Whether there is nothing in it. */
export function isEmptyLaw({ acts, verifications }: OwnLaw): boolean {
  return acts.length === 0 && verifications.length === 0;
}

export const noLaw: OwnLaw = { acts: [], verifications: [] };
