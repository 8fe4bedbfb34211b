import type { TFunction } from 'i18next';
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Language } from '../../core/base/language.ts';
import type { UnitLabel } from '../../core/draft/numbering.ts';
import type { CitationInline, CommentId, ReferenceInline, UnitId } from '../../core/draft/types.ts';
import { citationMark } from './citation-mark.ts';
import type { ColumnScheduler, Columns } from './columns.ts';
import type { DraftEditor } from './contract.ts';
import type { NativeTyping } from './native-typing.ts';
import type { Parts } from './parts.ts';
import type { Remarks } from './remarks.ts';
import type { Spoken } from './spoken.ts';

/** What rows and cells read. The part that never changes and the columns are two contexts, so that a chunk renews only the latter. */
export interface ViewParts extends Parts {
  readonly editor: DraftEditor;
  readonly scheduler: ColumnScheduler;
  readonly typing: NativeTyping;
  readonly remarks: Remarks;
  readonly t: TFunction<'editor'>;
  readonly spoken: Spoken;
  /** A click in a column that is not live. */
  readonly activate: (language: Language) => void;
}

export const PartsContext = createContext<ViewParts | undefined>(undefined);
export const ColumnsContext = createContext<Columns>({ live: 'ky', shown: ['ky', 'ru', 'en'] });

export function useParts(): ViewParts {
  const parts = useContext(PartsContext);
  if (!parts) throw new Error('Invariant: outside of DraftEditorView');
  return parts;
}

export function useLabel(unit: UnitId): UnitLabel | undefined {
  const { derived } = useParts();
  const subscribe = useCallback((listener: () => void) => derived.subscribeToLabel(unit, listener), [derived, unit]);
  return useSyncExternalStore(subscribe, () => derived.labelOf(unit));
}

/** The words of a citation or reference as they stand now. */
export function useInlineWords(inline: CitationInline | ReferenceInline, language: Language, unit: UnitId): string {
  const { derived } = useParts();
  const subscribe = inline.type === 'citation' ? derived.subscribeToActs : derived.subscribe;
  return useSyncExternalStore(subscribe, () => derived.textOf(inline, language, unit));
}

/** Whether the cited act can be leant on, as the register stands now. */
export function useCitationMark(citation: CitationInline): ReturnType<typeof citationMark> {
  const { derived } = useParts();
  return useSyncExternalStore(derived.subscribeToActs, () => citationMark(citation, derived.acts()));
}

const unheard = (): (() => void) => () => undefined;

/** Those of the comments that are open, one after the other with spaces; the others leave no trace in the text. */
export function useOpenComments(comments: readonly CommentId[]): string {
  const { remarks } = useParts();
  // Ten thousand citations need not be asked at each change of a comment that lies on none of them.
  const subscribe = comments.length > 0 ? remarks.subscribe : unheard;
  return useSyncExternalStore(subscribe, () => comments.filter(remarks.isOpen).join(' '));
}
