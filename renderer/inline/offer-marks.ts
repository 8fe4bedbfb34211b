import type { Language } from '../../core/base/language.ts';
import { cellOf } from '../../core/draft/state.ts';
import type { Cell } from '../../core/draft/types.ts';
import { type Offer, type OfferSources, offersIn } from '../../core/law/recognise/offers.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { partsOf } from '../editor/parts.ts';
import { rowsInSight } from '../editor/rows-in-sight.ts';
import { rangesIn } from '../find/sight.ts';
import { offerSources } from './offering.ts';

/** Recognition waits for a pause in the typing. */
const pause = 350;

/**
 * Underlines, in the live column and as far as one sees, the plain words that could be a live citation. By a highlight of the browser:
 * no node changes. A key only winds the clock up again; then the cells in sight that are new are read, each once.
 */
export function markOffers(editor: DraftEditor, scroller: HTMLElement): () => void {
  // Whoever only reads is offered nothing to change.
  if (!('highlights' in CSS) || editor.state().isReadOnly) return () => {};
  const read = createReader(editor);
  let timer = 0;
  const later = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => paint(scroller, editor, read), pause);
  };
  const unsubscribe = editor.subscribe(later);
  scroller.addEventListener('scroll', later, { passive: true });
  later();
  return () => {
    window.clearTimeout(timer);
    unsubscribe();
    scroller.removeEventListener('scroll', later);
    CSS.highlights.delete('offer');
  };
}

type Reader = (unit: string, index: ReadonlyMap<string, number>, language: Language) => readonly Offer[];

/** Remembers what it read: by the cell for as long as no number of the draft has changed. */
function createReader(editor: DraftEditor): Reader {
  let known = new WeakMap<Cell, readonly Offer[]>();
  let labels = -1;
  let sources: OfferSources | undefined;
  return (id, index, language) => {
    const at = index.get(id) ?? -1;
    const unit = editor.state().units[at];
    if (!unit) return [];
    const now = partsOf(editor).derived.labelsAt();
    if (labels !== now) {
      labels = now;
      known = new WeakMap();
      sources = undefined;
    }
    const cell = cellOf(unit, language);
    const before = known.get(cell);
    if (before) return before;
    sources ??= offerSources(editor);
    const offers = offersIn(unit, at, language, sources);
    known.set(cell, offers);
    return offers;
  };
}

function paint(scroller: HTMLElement, editor: DraftEditor, read: Reader): void {
  const { activeLanguage, units } = editor.state();
  const index = new Map(units.map(({ id }, at) => [id, at]));
  const all = new Highlight();
  for (const row of rowsInSight(scroller)) {
    const offers = read(row.dataset.unit ?? '', index, activeLanguage);
    const cell = offers.length > 0 ? row.querySelector(`:scope > .cell[lang="${activeLanguage}"]`) : null;
    if (!cell) continue;
    for (const range of rangesIn(
      cell,
      offers.map((offer) => ({ ...offer, isFixed: false })),
    ))
      all.add(range);
  }
  if (all.size > 0) CSS.highlights.set('offer', all);
  else CSS.highlights.delete('offer');
}
