import { actStatusMarkOn } from '../../law/status-day.ts';
import type { CheckContext, Rule } from '../problem.ts';
import { type PlacedCitation, placeIn } from '../reading.ts';
import { oncePerAct } from './citations.ts';

/** An act of which nobody has confirmed that it is law today. Told once for each act, at its first citation. */
export const unverifiedAct: Rule = {
  name: 'unverified-act',
  group: 'law',
  severity: 'warning',
  find: (context) =>
    oncePerAct(
      context,
      ({ citation }) => {
        const act = context.acts.byId.get(citation.inline.act);
        return act && actStatusMarkOn(act, context.acts.on).vitality === 'unverified' ? act.id : undefined;
      },
      ({ reading, citation }, count) => ({
        place: placeIn(reading, citation.start, citation.end),
        params: {
          words: reading.text.slice(citation.start, citation.end),
          count,
          ...(isNotYet(context, citation) && { context: 'not-yet' }),
        },
      }),
    ),
};

/** Not in force yet on the chosen day: another matter than not knowing. */
function isNotYet({ acts }: CheckContext, { inline }: PlacedCitation): boolean {
  const act = acts.byId.get(inline.act);
  return act !== undefined && actStatusMarkOn(act, acts.on).code === 'not-yet';
}
