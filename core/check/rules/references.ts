import type { CheckContext, Finding, Rule } from '../problem.ts';
import { type PlacedReference, placeIn, referencesIn } from '../reading.ts';

/** What a reference points at. */
type Target = 'place' | 'note' | 'nowhere';

/** Only what a law can name: a numbered unit, an unnumbered paragraph, the bill itself or its preamble. */
function targetOf({ inline }: PlacedReference, { byId, labels }: CheckContext): Target {
  const unit = byId.get(inline.target);
  if (!unit || unit.kind === 'signature') return 'nowhere';
  if (unit.kind === 'note') return 'note';
  if (unit.kind === 'title' || unit.kind === 'preamble' || unit.kind === 'paragraph') return 'place';
  return labels.has(unit.id) ? 'place' : 'nowhere';
}

/** Once for each target of a provision: the reference stands in three languages. */
function referencesTo(context: CheckContext, faulty: Target): readonly Finding[] {
  return context.law.flatMap(({ written }) => {
    const seen = new Set<string>();
    return written.flatMap((reading) =>
      referencesIn(reading).flatMap((reference) => {
        const { target } = reference.inline;
        if (seen.has(target) || targetOf(reference, context) !== faulty) return [];
        seen.add(target);
        return { place: placeIn(reading, reference.start, reference.end) };
      }),
    );
  });
}

/** A cross-reference whose target is gone, or is nothing that a law can name: its words are a mark and not law. */
export const brokenReference: Rule = {
  name: 'broken-reference',
  group: 'structure',
  severity: 'error',
  find: (context) => referencesTo(context, 'nowhere'),
};

/** A cross-reference to a drafter's note, which does not go to parliament. */
export const referenceToNote: Rule = {
  name: 'reference-to-note',
  group: 'structure',
  severity: 'error',
  find: (context) => referencesTo(context, 'note'),
};
