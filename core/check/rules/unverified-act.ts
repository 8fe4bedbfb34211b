import { actStatusMark } from '../../law/status.ts';
import type { Rule } from '../problem.ts';
import { placeIn } from '../reading.ts';
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
        return act && actStatusMark(act).vitality === 'unverified' ? act.id : undefined;
      },
      ({ reading, citation }, count) => ({
        place: placeIn(reading, citation.start, citation.end),
        params: { words: reading.text.slice(citation.start, citation.end), count },
      }),
    ),
};
