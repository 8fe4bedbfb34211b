import type { CheckContext, Finding, Reading } from '../problem.ts';
import { citationsIn, type PlacedCitation } from '../reading.ts';

/** A citation with the text that it stands in. */
export interface CitedIn {
  readonly reading: Reading;
  readonly citation: PlacedCitation;
}

/** What one citation says, as a key: the act and the place in it, not the case. */
export function citationKey({ inline: { act, pinpoint } }: PlacedCitation): string {
  const levels = Object.entries(pinpoint).filter(([, numbers]) => numbers.length > 0);
  return `${act} ${levels
    .map(([level, numbers]) => `${level}=${numbers.join(',')}`)
    .sort()
    .join(' ')}`.trim();
}

/**
 * Looks at every citation of the law, once for each thing that a provision cites: the same citation stands in three languages,
 * and what is wrong with it is wrong in all of them.
 */
export function oncePerProvision(
  { law }: CheckContext,
  look: (cited: CitedIn) => Finding | undefined,
): readonly Finding[] {
  return law.flatMap(({ written }) => {
    const seen = new Set<string>();
    return written.flatMap((reading) =>
      citationsIn(reading).flatMap((citation) => {
        const key = citationKey(citation);
        if (seen.has(key)) return [];
        seen.add(key);
        return look({ reading, citation }) ?? [];
      }),
    );
  });
}

/** One finding for each act, at its first citation, with the number of provisions that cite it in `count`. */
export function oncePerAct(
  { law }: CheckContext,
  keyOf: (cited: CitedIn) => string | undefined,
  find: (first: CitedIn, count: number) => Finding,
): readonly Finding[] {
  const found = new Map<string, { readonly first: CitedIn; readonly units: Set<string> }>();
  for (const { written, unit } of law) {
    for (const reading of written) {
      for (const citation of citationsIn(reading)) {
        const key = keyOf({ reading, citation });
        if (key === undefined) continue;
        const group = found.get(key);
        if (group) group.units.add(unit.id);
        else found.set(key, { first: { reading, citation }, units: new Set([unit.id]) });
      }
    }
  }
  return [...found.values()].map(({ first, units }) => find(first, units.size));
}
