import type { UnitLabel } from '../draft/numbering.ts';
import { type InlineText, isRun } from '../draft/text.ts';
import type { Unit, UnitId } from '../draft/types.ts';
import type { ActIndex } from './acts.ts';
import { renderCitation } from './citation.ts';
import { renderReference } from './reference.ts';

/** What the words of citations and references depend on: a moment's units and labels, and the register. */
export interface InlineTextSources {
  readonly units: readonly Unit[];
  readonly labels: ReadonlyMap<UnitId, UnitLabel>;
  readonly acts: ActIndex;
}

/**
 * Makes the function that gives the words of any inline, for screens, search, Word and text. It is bound to one moment of the
 * draft: make a new one when the labels change.
 */
export function createInlineText({ units, labels, acts }: InlineTextSources): InlineText {
  return (inline, language, unit) => {
    if (isRun(inline)) return inline.text;
    if (inline.type === 'citation') return renderCitation(inline, acts, language);
    return renderReference(
      { target: inline.target, from: unit, ...(inline.case ? { case: inline.case } : {}) },
      { units, labels },
      language,
    ).text;
  };
}
