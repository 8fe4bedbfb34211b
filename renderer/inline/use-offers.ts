import { useEffect, useState } from 'react';
import { languages } from '../../core/base/language.ts';
import { type Offer, offersIn } from '../../core/law/recognise/offers.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { selectedPlaces } from '../editor/selected-places.ts';
import { offerSources } from './offering.ts';

export type OfferScope = 'selection' | 'unit' | 'draft';

/** What was found so far. */
export interface OfferSearch {
  readonly offers: readonly Offer[];
  /** From 0 to 1; 1 when the whole scope was read. */
  readonly progress: number;
}

/** Milliseconds of one slice: between two of them the window answers. */
const slice = 12;
/** Milliseconds between two looks at what was found so far: to draw the list costs more than a slice. */
const patience = 250;

/** Reads the texts of a scope in slices, so that a whole code holds nothing up; a new scope begins anew. */
export function useOffers(editor: DraftEditor, scope: OfferScope): OfferSearch {
  const [search, setSearch] = useState<OfferSearch>({ offers: [], progress: 0 });
  useEffect(() => {
    const steps = offersOf(editor, scope);
    const offers: Offer[] = [];
    let timer = 0;
    let shown = performance.now();
    const work = (): void => {
      const until = performance.now() + slice;
      for (;;) {
        const step = steps.next();
        if (step.done) {
          setSearch({ offers, progress: 1 });
          return;
        }
        offers.push(...step.value.offers);
        if (performance.now() > until) {
          if (performance.now() - shown > patience) {
            shown = performance.now();
            setSearch({ offers: [...offers], progress: step.value.progress });
          }
          timer = window.setTimeout(work);
          return;
        }
      }
    };
    setSearch({ offers: [], progress: 0 });
    timer = window.setTimeout(work);
    return () => window.clearTimeout(timer);
  }, [editor, scope]);
  return search;
}

function* offersOf(editor: DraftEditor, scope: OfferScope): Generator<OfferSearch> {
  const { units } = editor.state();
  const sources = offerSources(editor);
  const [start, end] = selectedPlaces(editor) ?? [];
  const isWhole = scope === 'draft' || !start || !end;
  const first = isWhole ? 0 : start.index;
  const last = isWhole ? units.length - 1 : scope === 'selection' ? end.index : start.index;
  for (let index = first; index <= last; index += 1) {
    const unit = units[index];
    if (!unit) continue;
    const own = isWhole || scope === 'unit' ? languages : [start.language];
    const found = own.flatMap((language) => offersIn(unit, index, language, sources));
    const offers = found.filter(
      (offer) =>
        isWhole ||
        scope === 'unit' ||
        ((index > start.index || offer.end > start.offset) && (index < end.index || offer.start < end.offset)),
    );
    yield { offers, progress: (index - first + 1) / (last - first + 1) };
  }
}
