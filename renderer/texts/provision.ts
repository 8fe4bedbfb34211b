import type { Language } from '../../core/base/language.ts';
import type { ActId, GrammaticalCase, Pinpoint } from '../../core/draft/types.ts';
import { createStore } from '../state/store.ts';

/** The provision that is chosen in the text beside the draft: what "cite" and "quote" mean. */
export interface Provision {
  readonly act: ActId;
  /** Empty where the line has no place of its own, such as a preamble. */
  readonly pinpoint: Pinpoint;
  /** Its words in each language in which the text is open, without its own label. */
  readonly words: Readonly<Partial<Record<Language, string>>>;
}

export const provisionStore = createStore<Provision | undefined>(undefined);

/** The case in which a citation from the text stands; kept while the window is open, since a sentence seldom changes it. */
export const citingCase = createStore<GrammaticalCase>('nom');
