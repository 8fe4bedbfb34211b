import { isSameJson } from '../base/same-json.ts';
import type { ActId, Draft } from '../draft/types.ts';
import { citingUnits } from './cited-acts.ts';
import type { Library } from './library.ts';
import { billColumn, type OwnFact } from './own-facts.ts';
import type { ActRegister, ActVerification } from './types.ts';

/*
 * What a draft takes along of the law that its machine knows beyond what ships: without it a citation of an act of one's own would be
 * unknown on a colleague's machine, what was verified would be unverified again, and the matrix beside the bill would be empty.
 */

/**
 * What people entered in the matrix, but of no other bill; the acts of one's own that the draft or those facts cite, and what was
 * verified of the acts that they cite. By id, so that the same gives the same bytes. `own` outweighs `brought`, which is what the
 * draft came with.
 */
export function lawFor({ meta, units }: Pick<Draft, 'meta' | 'units'>, own: Library, brought: Library): Library {
  const facts = meta.document === undefined ? factsFor(meta.id, [...own.facts, ...brought.facts]) : [];
  const verifications = firstOfEach([...own.verifications, ...brought.verifications], ({ act }) => act);
  const named = [...citingUnits(units).keys(), ...facts.flatMap(({ citations }) => citations.map(({ act }) => act))];
  const cited = withSuccessors(new Set(named), verifications);
  return {
    acts: firstOfEach([...own.acts, ...brought.acts], ({ id }) => id).filter(({ id }) => cited.has(id)),
    verifications: verifications.filter(({ act }) => cited.has(act)),
    facts,
  };
}

function factsFor(draft: string, facts: readonly OwnFact[]): readonly OwnFact[] {
  return firstOfEach(facts, ({ id }) => id).filter((fact) => fact.service !== billColumn || fact.draft === draft);
}

function firstOfEach<T>(list: readonly T[], idOf: (one: T) => string): readonly T[] {
  const byId = new Map<string, T>();
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
export function lackingHere(brought: Library, own: Library, shipped: ActRegister): Library {
  const known = new Set([...shipped.acts, ...own.acts].map(({ id }) => id));
  const verified = new Set(own.verifications.map(({ act }) => act));
  return {
    acts: brought.acts.filter(({ id }) => !known.has(id)),
    verifications: brought.verifications.filter(({ act }) => !verified.has(act)),
    facts: lackingFacts(brought.facts, own.facts),
  };
}

function lackingFacts(brought: readonly OwnFact[], own: readonly OwnFact[]): readonly OwnFact[] {
  const entered = new Set(own.map(({ id }) => id));
  return brought.filter(({ id }) => !entered.has(id));
}

/** The facts that count beside a draft: this machine's own, then what the draft brings that it lacks. */
export function factsWith(own: readonly OwnFact[], brought: readonly OwnFact[]): readonly OwnFact[] {
  const lacking = lackingFacts(brought, own);
  return lacking.length === 0 ? own : [...own, ...lacking];
}

/** What a draft says otherwise than this machine of the same facts, as the draft says it. */
export function differingFacts(own: readonly OwnFact[], brought: readonly OwnFact[]): readonly OwnFact[] {
  const entered = new Map(own.map((fact) => [fact.id, fact]));
  return brought.filter((fact) => {
    const mine = entered.get(fact.id);
    return mine !== undefined && !isSameJson(mine, fact);
  });
}

/** Whether there is nothing in it. */
export function isEmptyLaw({ acts, verifications, facts }: Library): boolean {
  return acts.length === 0 && verifications.length === 0 && facts.length === 0;
}
