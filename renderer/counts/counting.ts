import { type Language, languages, type Trilingual, trilingual } from '../../core/base/language.ts';
import {
  addCounts,
  type BillCount,
  type Counter,
  countText,
  createCounter,
  nothingCounted,
} from '../../core/draft/counts.ts';
import { labelsOf } from '../../core/draft/numbering.ts';
import { ancestry, indexOfUnit, subtreeEnd } from '../../core/draft/outline.ts';
import type { Unit } from '../../core/draft/types.ts';
import { createInlineText } from '../../core/law/inline-text.ts';
import { estimatePagesInSteps } from '../../core/word/estimate-pages.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { partsOf } from '../editor/parts.ts';
import { selectedPlaces } from '../editor/selected-places.ts';
import type { Desk } from '../state/desk.ts';

const counters = new WeakMap<DraftEditor, Counter>();

/** One counter for as long as the draft is open. */
function counterOf(editor: DraftEditor): Counter {
  const counter = counters.get(editor) ?? createCounter();
  counters.set(editor, counter);
  return counter;
}

/** So many units are counted in one step. */
const unitsInStep = 200;

/** Counts units of the draft in a language, in short steps. */
export function* countInSteps(
  editor: DraftEditor,
  units: readonly Unit[],
  language: Language,
): Generator<void, BillCount, undefined> {
  const { textOf } = partsOf(editor).derived;
  let sum = nothingCounted;
  for (let at = 0; at < units.length; at += unitsInStep) {
    if (at > 0) yield;
    sum = addCounts(sum, counterOf(editor)(units.slice(at, at + unitsInStep), language, textOf));
  }
  return sum;
}

/** The article in which the caret stands, with all that it encloses; outside of any, the unit itself. */
function unitsHere(editor: DraftEditor): readonly Unit[] {
  const { units, whereabouts } = editor.state();
  const index = whereabouts ? indexOfUnit(units, whereabouts.unit) : -1;
  if (index < 0) return [];
  const article = ancestry(units, index).find((at) => units[at]?.kind === 'article') ?? index;
  return units.slice(article, subtreeEnd(units, article));
}

const linesInStep = 200;

/** What is selected is so in one language alone. */
function* countSelection(editor: DraftEditor): Generator<void, BillCount | undefined, undefined> {
  const text = editor.selectedText();
  const places = selectedPlaces(editor);
  if (text === '' || !places) return undefined;
  const units = editor.state().units.slice(places[0].index, places[1].index + 1);
  const lines = text.split('\n');
  let sum = { ...nothingCounted, articles: units.filter(({ kind }) => kind === 'article').length };
  for (let at = 0; at < lines.length; at += linesInStep) {
    yield;
    sum = addCounts(sum, { ...countText(lines.slice(at, at + linesInStep).join('\n')), articles: 0 });
  }
  return sum;
}

/** A count with the pages that it takes, about; they are known last. */
export interface PagedCount extends BillCount {
  readonly pages?: number;
}

/** Everything that the table shows; what is absent is not counted yet, or there is none of it. */
export interface DraftCounts {
  readonly draft: Partial<Trilingual<PagedCount>>;
  readonly article?: Trilingual<PagedCount>;
  /** Of the language that is written. */
  readonly selection?: PagedCount;
}

/** Counts everything that the table shows, in short steps, and gives after each what is known so far: the pages come last. */
export function* countAllInSteps(desk: Desk, editor: DraftEditor): Generator<DraftCounts, DraftCounts, undefined> {
  const { units } = editor.state();
  let counts: DraftCounts = { draft: {} };
  const here = unitsHere(editor);
  if (here.length > 0) {
    const { textOf } = partsOf(editor).derived;
    counts = { ...counts, article: trilingual((language) => counterOf(editor)(here, language, textOf)) };
  }
  const selection = yield* giving(countSelection(editor), () => counts);
  if (selection) counts = { ...counts, selection };
  for (const language of languages) {
    const count = yield* giving(countInSteps(editor, units, language), () => counts);
    counts = { ...counts, draft: { ...counts.draft, [language]: count } };
  }
  const labels = labelsOf(units, desk.forms);
  const textOf = createInlineText({ units, labels, acts: desk.acts, document: desk.forms.document });
  for (const language of languages) {
    const input = { units, labels, textOf, forms: desk.forms };
    const pages = yield* giving(estimatePagesInSteps(input, language), () => counts);
    counts = withPages(counts, language, pages, editor.state().activeLanguage);
  }
  return counts;
}

/** Work whose steps give what is known so far. */
function* giving<T>(
  work: Generator<void, T, undefined>,
  known: () => DraftCounts,
): Generator<DraftCounts, T, undefined> {
  let step = work.next();
  while (!step.done) {
    yield known();
    step = work.next();
  }
  return step.value;
}

/** A part of the draft takes as much of its pages as of its letters. */
function withPages(counts: DraftCounts, language: Language, pages: number, active: Language): DraftCounts {
  const whole = counts.draft[language] ?? nothingCounted;
  const share = (count: PagedCount): PagedCount => ({
    ...count,
    pages: whole.characters > 0 ? (pages * count.characters) / whole.characters : 0,
  });
  const { article, selection } = counts;
  return {
    draft: { ...counts.draft, [language]: { ...whole, pages } },
    ...(article && { article: { ...article, [language]: share(article[language]) } }),
    ...(selection && { selection: language === active ? share(selection) : selection }),
  };
}
