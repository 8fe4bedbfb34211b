import type { Language } from '../../core/base/language.ts';
import { acceptOffers } from '../../core/law/recognise/accept-offers.ts';
import { createOfferSources, type Offer, type OfferSources, offersIn } from '../../core/law/recognise/offers.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { partsOf } from '../editor/parts.ts';
import { selectedPlaces } from '../editor/selected-places.ts';

/** What the offers of this moment of the draft depend on. */
export function offerSources(editor: DraftEditor): OfferSources {
  const { derived } = partsOf(editor);
  const { units } = editor.state();
  return createOfferSources(units, derived.labels(), derived.acts(), derived.textOf);
}

/** The offer whose words the caret stands in or at. */
export function offerAtCaret(editor: DraftEditor): Offer | undefined {
  const [caret, end] = selectedPlaces(editor) ?? [];
  if (!caret || !end) return undefined;
  return offersAt(editor, caret.index, caret.language).find(
    (offer) => offer.start <= end.offset && caret.offset <= offer.end,
  );
}

function offersAt(editor: DraftEditor, index: number, language: Language): readonly Offer[] {
  const unit = editor.state().units[index];
  return unit ? offersIn(unit, index, language, offerSources(editor)) : [];
}

/** Makes the words of offers live, as one step of undo; gives how many it were. */
export function takeOffers(editor: DraftEditor, offers: readonly Offer[]): number {
  const { derived } = partsOf(editor);
  let count = 0;
  editor.apply((units) => {
    const accepted = acceptOffers(units, offers, derived.textOf);
    count = accepted.count;
    return accepted.edit;
  });
  return count;
}
