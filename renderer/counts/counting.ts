import type { TFunction } from 'i18next';
import { type Language, type Trilingual, trilingual } from '../../core/base/language.ts';
import { type BillCount, type Counter, countText, createCounter } from '../../core/draft/counts.ts';
import { ancestry, indexOfUnit, subtreeEnd } from '../../core/draft/outline.ts';
import type { Unit } from '../../core/draft/types.ts';
import { estimatePages } from '../../core/word/estimate-pages.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { partsOf } from '../editor/parts.ts';
import { selectedPlaces } from '../editor/selected-places.ts';
import { printedDocument } from '../print/print-model.ts';
import type { Desk } from '../state/desk.ts';

const counters = new WeakMap<DraftEditor, Counter>();

/** One counter for as long as the draft is open. */
function counterOf(editor: DraftEditor): Counter {
  const counter = counters.get(editor) ?? createCounter();
  counters.set(editor, counter);
  return counter;
}

export function countDraft(editor: DraftEditor, language: Language): BillCount {
  return counterOf(editor)(editor.state().units, language, partsOf(editor).derived.textOf);
}

/** The article in which the caret stands, with all that it encloses; outside of any, the unit itself. */
function unitsHere(editor: DraftEditor): readonly Unit[] {
  const { units, whereabouts } = editor.state();
  const index = whereabouts ? indexOfUnit(units, whereabouts.unit) : -1;
  if (index < 0) return [];
  const article = ancestry(units, index).find((at) => units[at]?.kind === 'article') ?? index;
  return units.slice(article, subtreeEnd(units, article));
}

/** What is selected is so in one language alone. */
function countSelection(editor: DraftEditor): BillCount | undefined {
  const text = editor.selectedText();
  const places = selectedPlaces(editor);
  if (text === '' || !places) return undefined;
  const units = editor.state().units.slice(places[0].index, places[1].index + 1);
  return { ...countText(text), articles: units.filter(({ kind }) => kind === 'article').length };
}

/** A count with the pages that it takes, about. */
export interface PagedCount extends BillCount {
  readonly pages: number;
}

export interface DraftCounts {
  readonly draft: Trilingual<PagedCount>;
  readonly article: Trilingual<PagedCount> | undefined;
  /** Of the language that is written. */
  readonly selection: PagedCount | undefined;
}

/** Everything that the table shows. */
export function countAll(
  desk: Desk,
  editor: DraftEditor,
  wordsIn: (language: Language, area: 'word' | 'print') => TFunction,
): DraftCounts {
  const draft = trilingual((language): PagedCount => {
    const document = printedDocument(desk, editor.draft(), { language, profile: 'final' }, wordsIn);
    return { ...countDraft(editor, language), pages: estimatePages(document) };
  });
  const share = (count: BillCount, language: Language): PagedCount => {
    const { pages, characters } = draft[language];
    return { ...count, pages: characters > 0 ? (pages * count.characters) / characters : 0 };
  };
  const here = unitsHere(editor);
  const { textOf } = partsOf(editor).derived;
  const selected = countSelection(editor);
  return {
    draft,
    article:
      here.length > 0
        ? trilingual((language) => share(counterOf(editor)(here, language, textOf), language))
        : undefined,
    selection: selected && share(selected, editor.state().activeLanguage),
  };
}
