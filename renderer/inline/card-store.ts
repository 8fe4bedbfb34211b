import type { PlacedLink } from '../../core/draft/inline-edits.ts';
import { createStore } from '../state/store.ts';

/** A card on the screen. `keys`: it was asked for, so it has the focus and stays until it is put away. */
export interface CardState {
  readonly placed: PlacedLink;
  readonly how: 'pointer' | 'keys';
}

/** The card of a citation or reference; one at a time. */
export const cardStore = createStore<CardState | undefined>(undefined);
