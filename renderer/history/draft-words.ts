import { useMemo } from 'react';
import { labelsOf, type UnitLabel } from '../../core/draft/numbering.ts';
import type { InlineText } from '../../core/draft/text.ts';
import type { Draft, UnitId } from '../../core/draft/types.ts';
import { createInlineText } from '../../core/law/inline-text.ts';
import { type Desk, useDesk } from '../state/desk.ts';

/** What is needed to read a draft that is not in the editor: its numbers, and the words of its citations and references. */
export interface DraftWords {
  readonly draft: Draft;
  readonly labels: ReadonlyMap<UnitId, UnitLabel>;
  readonly textOf: InlineText;
}

function draftWords(desk: Desk, draft: Draft): DraftWords {
  const { units } = draft;
  const { acts, forms } = desk;
  const labels = labelsOf(units, forms);
  return { draft, labels, textOf: createInlineText({ units, labels, acts, document: forms.document }) };
}

/** The same for as long as the draft is the same. */
export function useDraftWords(draft: Draft): DraftWords {
  const desk = useDesk();
  return useMemo(() => draftWords(desk, draft), [desk, draft]);
}
