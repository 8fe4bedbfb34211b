import { renderCitation } from '../../law/citation.ts';
import { actStatusMarkOn } from '../../law/status-day.ts';
import type { Finding, Rule } from '../problem.ts';
import { placeIn } from '../reading.ts';
import { replaceAct } from '../repairs.ts';
import { oncePerProvision } from './citations.ts';

/**
 * A citation of an act that is no law any more. Where the register knows the act that took its place, the repair cites that one
 * in all three languages.
 */
export const deadAct: Rule = {
  name: 'dead-act',
  group: 'law',
  severity: 'error',
  byProvision: true,
  find: (context) =>
    oncePerProvision(context, ({ reading, citation }): Finding | undefined => {
      const act = context.acts.byId.get(citation.inline.act);
      if (!act) return undefined;
      const { vitality, successor } = actStatusMarkOn(act, context.acts.on);
      if (vitality !== 'dead') return undefined;
      const place = placeIn(reading, citation.start, citation.end);
      const words = reading.text.slice(citation.start, citation.end);
      if (successor === undefined || !context.acts.byId.has(successor)) return { place, params: { words } };
      const living = renderCitation({ act: successor, pinpoint: {}, dated: true }, context.acts, reading.language);
      return {
        place,
        params: { words, successor: living, context: 'successor' },
        repair: replaceAct(reading.unit.id, act.id, successor),
      };
    }),
};
