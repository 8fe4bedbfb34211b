import type { Finding, Rule } from '../problem.ts';
import { oncePerProvision } from './citations.ts';

/** A citation of an act that the register does not have: its words are a visible mark and not law. */
export const unknownAct: Rule = {
  name: 'unknown-act',
  group: 'law',
  severity: 'error',
  byProvision: true,
  find: (context) =>
    oncePerProvision(context, ({ reading, citation }): Finding | undefined => {
      const { act } = citation.inline;
      if (context.acts.byId.has(act)) return undefined;
      return {
        place: { unit: reading.unit.id, language: reading.language, start: citation.start, end: citation.end },
        params: { act },
      };
    }),
};
