import { type Language, trilingual } from '../base/language.ts';
import type { Unit } from '../draft/types.ts';
import type { WordInput, WordParagraph } from './document.ts';
import { type Look, lineHeight, looksOf } from './looks.ts';
import { withHead } from './make-document.ts';
import { page, textWidth, typeface } from './page.ts';
import { type CellBox, paginateInSteps, type RowBox } from './paginate.ts';
import { type KeyedParagraph, paragraphOf } from './runs.ts';

/** Average width of a letter as a part of the size, measured on the bills of the templates in Times New Roman. */
const letterWidth: Readonly<Record<Language, number>> = { ky: 0.52, ru: 0.51, en: 0.45 };
/** A line of this typeface is higher than its size. */
const naturalHeight = 1.15;

/** So many units are read in one step. */
const unitsInStep = 200;

/** What the pages are estimated from; `labels` and `textOf` are those of the units. */
export interface EstimateInput extends Pick<WordInput, 'forms' | 'labels' | 'textOf'> {
  readonly units: readonly Unit[];
}

/** About how many pages the bill in one language has on paper: by the count of its letters, without laying it out. In short steps. */
export function* estimatePagesInSteps(input: EstimateInput, language: Language): Generator<void, number, undefined> {
  const words = { ...input, words: { note: trilingual(() => '') } };
  const body: KeyedParagraph[] = [];
  for (const [index, unit] of input.units.entries()) {
    if (index % unitsInStep === 0) yield;
    const paragraph = unit.kind === 'note' ? undefined : paragraphOf(unit, language, words);
    if (paragraph && paragraph.runs.length > 0) body.push(paragraph);
  }
  const looks = looksOf('single');
  const rows: RowBox[] = [];
  for (const [index, paragraph] of withHead(body, language, input).entries()) {
    if (index % unitsInStep === 0) yield;
    const look = looks[paragraph.style];
    const isKept = look.keepLines === true;
    rows.push({ cells: [boxOf(paragraph, look)], frame: 0, keepNext: look.keepNext === true, isWhole: isKept });
  }
  return (yield* paginateInSteps(rows, page.height - page.margin.top - page.margin.bottom)).length;
}

function boxOf({ runs, language }: Pick<WordParagraph, 'runs' | 'language'>, look: Look): CellBox {
  const size = (look.size ?? typeface.size) * 10;
  const width = textWidth('single');
  const lines = runs
    .map(({ text }) => text)
    .join('')
    .split('\n')
    .map((line, i) => line.length * size * letterWidth[language] + (i === 0 ? (look.firstLine ?? 0) : 0))
    .reduce((sum, length) => sum + Math.max(1, Math.ceil(length / width)), 0);
  return { lines, lineHeight: size * naturalHeight * lineHeight, before: look.before ?? 0, after: look.after ?? 0 };
}
