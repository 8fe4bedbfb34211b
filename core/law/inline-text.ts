import type { Language } from '../base/language.ts';
import type { UnitLabel } from '../draft/numbering.ts';
import { positionsOf } from '../draft/positions.ts';
import { type InlineText, isRun } from '../draft/text.ts';
import type { DocumentKind, Inline, Unit, UnitId } from '../draft/types.ts';
import type { ActIndex } from './acts.ts';
import { renderCitation } from './citation.ts';
import { renderReference } from './reference.ts';
import { capitalised, startsSentence } from './sentence-start.ts';

/** What the words of citations and references depend on: a moment's units and labels, and the register. */
export interface InlineTextSources {
  readonly units: readonly Unit[];
  readonly labels: ReadonlyMap<UnitId, UnitLabel>;
  readonly acts: ActIndex;
  /** What the draft calls itself; absent means a law. */
  readonly document?: DocumentKind | undefined;
  /** Where the words go on being typed: the units as they stand now, of the same structure. Absent means those of the moment. */
  readonly now?: () => readonly Unit[];
}

/**
 * Makes the function that gives the words of any inline, for screens, search, Word and text. It is bound to one moment of the
 * draft: make a new one when the labels change. An inline that is not in the text (yet) gets its words too, without the capital of a
 * sentence's beginning.
 */
export function createInlineText({ units, labels, acts, document, now = () => units }: InlineTextSources): InlineText {
  const words = (inline: Inline, language: Language, from: UnitId): string => {
    if (isRun(inline)) return inline.text;
    if (inline.type === 'citation') return renderCitation(inline, acts, language);
    return renderReference({ ...inline, from }, { units, labels, document }, language).text;
  };
  return (inline, language, id) => {
    const text = words(inline, language, id);
    if (isRun(inline)) return text;
    const unit = now()[positionsOf(units).indexOf(id)];
    const cell = unit?.children.find((candidate) => candidate.lang === language);
    return unit && cell && startsSentence(cell, inline, unit.kind) ? capitalised(text) : text;
  };
}
