import { languages } from '../../core/base/language.ts';
import type { FormRules } from '../../core/draft/form-rules.ts';
import type { Inline, UnitKind } from '../../core/draft/types.ts';
import type { PastedUnit } from '../editor/paste.ts';
import { wordsOf } from './plan.ts';

/** What a person mends of the structure that was told from a file. Each gives undefined when there is nothing to change. */
type Corrected = readonly PastedUnit[] | undefined;

export function leaveOut(units: readonly PastedUnit[], at: number): Corrected {
  return units[at] && units.length > 1 ? units.toSpliced(at, 1) : undefined;
}

/** Another kind; a typed label that told the first one stands in the words again when it tells nothing any more. */
export function setKind(units: readonly PastedUnit[], at: number, kind: UnitKind): Corrected {
  const unit = units[at];
  if (!unit || unit.kind === kind) return undefined;
  const { label, number: _number, ...rest } = unit;
  const inlines = label === undefined ? unit.inlines : [{ text: label }, ...unit.inlines];
  return units.with(at, { ...rest, kind, inlines });
}

/** The words of a paragraph go on those of the one above it. */
export function joinAbove(units: readonly PastedUnit[], at: number): Corrected {
  const above = units[at - 1];
  const own = units[at];
  if (!above || !own) return undefined;
  const words = own.label === undefined ? own.inlines : [{ text: own.label }, ...own.inlines];
  if (!above.cells && !own.cells)
    return units.toSpliced(at - 1, 2, { ...above, inlines: joined(above.inlines, words) });
  if (!above.cells || !own.cells) return undefined;
  const { cells } = above;
  const more = own.cells;
  const all = languages.flatMap((language) =>
    cells[language] || more[language] ? [[language, joined(cells[language] ?? [], more[language] ?? [])] as const] : [],
  );
  return units.toSpliced(at - 1, 2, { ...above, cells: Object.fromEntries(all) });
}

function joined(before: readonly Inline[], after: readonly Inline[]): readonly Inline[] {
  if (before.length === 0 || after.length === 0) return [...before, ...after];
  return [...before, { text: ' ' }, ...after];
}

/**
 * The beginning of a whole law: words that the rules of form put over every bill are no part of it, and what stands behind them
 * before any provision is the title.
 */
export function withFront(units: readonly PastedUnit[], forms: FormRules): readonly PastedUnit[] {
  const { draft, lawOf, unofficialTranslation } = forms.formulas;
  const formulas = new Set(
    [draft, lawOf, unofficialTranslation].flatMap((words) =>
      words ? languages.map((language) => plain(words[language])) : [],
    ),
  );
  const isNumbered = ({ number, kind }: PastedUnit): boolean =>
    number !== undefined || (kind !== undefined && kind !== 'paragraph');
  const found = units.findIndex(isNumbered);
  const end = Math.min(found < 0 ? units.length : found, longestFront);
  const rest = units.filter((unit, i) => i > end || !wordsOf(unit).every(({ text }) => formulas.has(plain(text))));
  const front = rest.length - (units.length - end);
  const first = rest[0];
  const isTitle =
    front > 0 && first?.kind !== 'title' && wordsOf(first ?? { inlines: [] }).every(({ text }) => text.length < 300);
  return isTitle && first && !units.some(({ kind }) => kind === 'title')
    ? rest.with(0, { ...first, kind: 'title' })
    : rest;
}

/** Paragraphs among which the title is looked for. */
const longestFront = 12;

function plain(text: string): string {
  return text
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
    .toLowerCase();
}
