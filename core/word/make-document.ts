import { invariant } from '../base/invariant.ts';
import { type Language, languages } from '../base/language.ts';
import { atOnce } from '../base/steps.ts';
import { cellOf } from '../draft/state.ts';
import { cellText } from '../draft/text.ts';
import type { Unit } from '../draft/types.ts';
import { type PlacedComments, placeComments, threadsIn } from './comments.ts';
import type { WordDocument, WordInput, WordParagraph, WordRow, WordStyle } from './document.ts';
import { wordNotices } from './notices.ts';
import { type KeyedParagraph, paragraphOf, printable } from './runs.ts';

/** Says in full what a Word document of the draft holds, without a word of markup. */
export function makeWordDocument(input: WordInput): WordDocument {
  return atOnce(makeWordDocumentInSteps(input));
}

/** {@link makeWordDocument} in short steps, a provision each: the citations of a whole code are rendered for a second. */
export function* makeWordDocumentInSteps(input: WordInput): Generator<void, WordDocument, undefined> {
  const shown: readonly Language[] = input.language === 'parallel' ? languages : [input.language];
  const units = input.draft.units.filter((unit) => input.profile === 'internal' || unit.kind !== 'note');
  const written: (readonly KeyedParagraph[])[] = [];
  for (const unit of units) {
    written.push(shown.map((language) => paragraphOf(unit, language, input)));
    yield;
  }
  const flows = input.language === 'parallel' ? cellsOf(written, input) : [textOf(written, input.language, input)];
  const threads = threadsIn(input.draft.comments, shown);
  const isClean = input.profile === 'final';
  const placed = placeComments(flows, isClean ? [] : threads.here);
  const [language = 'ky'] = shown;
  return {
    title: titleOf(units, language, input),
    layout: input.language === 'parallel' ? 'parallel' : 'single',
    language,
    ...(input.profile !== 'final' && { runningHead: input.words.runningHead[input.profile][language] }),
    hasSections: units.some((unit) => unit.kind === 'section'),
    marksBlanks: !isClean,
    ...layOut(input, placed),
    comments: placed.comments,
    notices: wordNotices(input, units, shown, {
      leftOut: isClean ? input.draft.comments.length : 0,
      elsewhere: isClean ? 0 : threads.elsewhere,
      unplaced: placed.unplaced,
      lost: placed.lost,
    }),
  };
}

function layOut(
  input: WordInput,
  placed: PlacedComments,
): { paragraphs: readonly WordParagraph[]; rows: readonly WordRow[] } {
  if (input.language !== 'parallel') return { paragraphs: placed.flows.flat(), rows: [] };
  const columns: WordRow = { cells: languages.map((language) => columnHead(language, input)) };
  const rows: WordRow[] = [columns];
  for (let at = 0; at < placed.flows.length; at += languages.length) {
    rows.push({ cells: placed.flows.slice(at, at + languages.length).flat() });
  }
  return { paragraphs: [], rows };
}

/** What each provision says, in each language that is shown. */
type Written = readonly (readonly KeyedParagraph[])[];

function textOf(written: Written, language: Language, input: WordInput): readonly KeyedParagraph[] {
  const body = written.flat().filter((paragraph) => paragraph.runs.length > 0);
  return withHead(body, language, input);
}

/** One flow: the words over the title, the title, what says that the text is not official, the bill. */
export function withHead(
  body: readonly KeyedParagraph[],
  language: Language,
  input: Pick<WordInput, 'forms'>,
): readonly KeyedParagraph[] {
  const head = headOf(language, input);
  const unofficial =
    language === 'en' ? [keyed(formula('unofficialTranslation', language, input), 'unofficial', language)] : [];
  const afterTitle = body.findLastIndex((paragraph) => paragraph.style === 'title') + 1;
  return [...head, ...body.slice(0, afterTitle), ...unofficial, ...body.slice(afterTitle)];
}

/** A flow for each cell, row by row, so that a provision stands beside its translations whatever their length. */
function cellsOf(written: Written, input: WordInput): Written {
  const heads = languages.map((language) => headOf(language, input));
  const headRows = (heads[0] ?? []).map((_, row) => heads.map((head) => head[row]));
  const rows = written.filter((cells) => cells.some((cell) => cell.runs.length > 0));
  return [...headRows, ...rows].flatMap((cells) => cells.map((cell) => (cell ? [cell] : [])));
}

function headOf(language: Language, input: Pick<WordInput, 'forms'>): readonly KeyedParagraph[] {
  const names = input.forms.head ?? ['draft', 'lawOf'];
  return names.map((name) =>
    keyed(formula(name, language, input), name === 'draft' ? 'draft-mark' : 'law-heading', language),
  );
}

/** Words that the rules of form put on every document. */
function formula(name: string, language: Language, { forms }: Pick<WordInput, 'forms'>): string {
  const words = forms.formulas[name];
  invariant(words, `the rules of form have the formula ${name}`);
  return words[language];
}

/** The name at the head of a column; the English one says that it is no official text. */
function columnHead(language: Language, input: WordInput): WordParagraph {
  const unofficial = { text: `\n${formula('unofficialTranslation', language, input)}`, italic: true } as const;
  const name = { text: input.words.columns[language] };
  return { style: 'column', language, runs: language === 'en' ? [name, unofficial] : [name] };
}

function keyed(text: string, style: WordStyle, language: Language): KeyedParagraph {
  return { style, language, runs: [{ text, threads: [] }] };
}

function titleOf(units: readonly Unit[], language: Language, input: WordInput): string {
  const title = units.find((unit) => unit.kind === 'title');
  return title
    ? printable(cellText(cellOf(title, language), input.textOf))
        .replace(/\s+/g, ' ')
        .trim()
    : '';
}
