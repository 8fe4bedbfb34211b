import type { CitationInline } from '../../core/draft/types.ts';
import type { ActIndex } from '../../core/law/acts.ts';
import type { Vitality } from '../../core/law/status.ts';
import { actStatusMarkOn } from '../../core/law/status-day.ts';

/** Whether a cited act can be leant on; `unknown`: the register does not have it. */
export function citationMark(citation: CitationInline, acts: ActIndex): Vitality | 'unknown' {
  const act = acts.byId.get(citation.act);
  return act ? actStatusMarkOn(act, acts.on).vitality : 'unknown';
}
