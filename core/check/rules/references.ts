import { targetsOf } from '../../draft/text.ts';
import type { UnitId } from '../../draft/types.ts';
import type { CheckContext, Finding, Rule } from '../problem.ts';
import { placeIn, referencesIn } from '../reading.ts';

/** What a reference points at. */
type Target = 'place' | 'note' | 'nowhere';

/** Only what a law can name: a numbered unit, an unnumbered paragraph, the bill itself or its preamble. */
function fateOf(target: UnitId, { byId, labels }: CheckContext): Target {
  const unit = byId.get(target);
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
      referencesIn(reading).flatMap(({ inline, start, end }) => {
        const lost = targetsOf(inline).filter((target) => !seen.has(target) && fateOf(target, context) === faulty);
        for (const target of lost) seen.add(target);
        return lost.map(() => ({ place: placeIn(reading, start, end) }));
      }),
    );
  });
}

/** A cross-reference whose target is gone, or is nothing that a law can name: its words are a mark and not law. */
export const brokenReference: Rule = {
  name: 'broken-reference',
  group: 'structure',
  severity: 'error',
  byProvision: true,
  find: (context) => referencesTo(context, 'nowhere'),
};

/** A cross-reference to a drafter's note, which does not go to parliament. */
export const referenceToNote: Rule = {
  name: 'reference-to-note',
  group: 'structure',
  severity: 'error',
  byProvision: true,
  find: (context) => referencesTo(context, 'note'),
};
