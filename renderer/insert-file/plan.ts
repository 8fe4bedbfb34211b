import { type Language, languages } from '../../core/base/language.ts';
import { applyOperation } from '../../core/draft/apply.ts';
import type { ForeignComment } from '../../core/draft/foreign-paragraphs.ts';
import type { FormRules } from '../../core/draft/form-rules.ts';
import { labelsOf } from '../../core/draft/numbering.ts';
import type { Edit, Operation } from '../../core/draft/operation.ts';
import { kindRules } from '../../core/draft/schema.ts';
import { cellOf, isBlankCell, revAfterEdit } from '../../core/draft/state.ts';
import { isRun, makeUnit } from '../../core/draft/text.ts';
import type { Inline, Unit, UnitId } from '../../core/draft/types.ts';
import type { ActIndex } from '../../core/law/acts.ts';
import { createInlineText } from '../../core/law/inline-text.ts';
import { acceptOffers } from '../../core/law/recognise/accept-offers.ts';
import { createOfferSources, offersIn } from '../../core/law/recognise/offers.ts';
import type { PastedUnit } from '../editor/paste.ts';
import { commentChange, placeComments } from './file-comments.ts';

/*
 * What becomes of a draft when the paragraphs of a file come into it: computed as one edit of core's, before anything changes, so that it can
 * be shown, is one step of undo, and either fits as a whole or not at all.
 */

/** `rows`: behind a provision; `cells`: into the cells that wait for their text; `instead`: in place of all that a template brought. */
export type FileWay = 'rows' | 'cells' | 'instead';

export interface Placing {
  readonly way: FileWay;
  /** The column of texts that say no language themselves. */
  readonly language: Language;
  /** Index of the provision behind which rows come, or of the first cell that is filled. */
  readonly at: number;
  /** Makes live what is certainly a citation. */
  readonly live: boolean;
}

export interface Surroundings {
  readonly units: readonly Unit[];
  readonly acts: ActIndex;
  readonly forms: FormRules;
  readonly newId: () => UnitId;
}

export interface FilePlan {
  readonly edit: Edit;
  /** The first unit that it makes or fills. */
  readonly first: UnitId;
  readonly count: number;
  /** Citations and references that are plain words in the file and can be live. */
  readonly citations: number;
  /** Numbers that come out otherwise than they were typed, since they are counted anew. */
  readonly otherNumbers: number;
}

/** Undefined when there is nothing to put in, or it does not fit. `comments`: what others remarked in the file. */
export function planFile(
  read: readonly PastedUnit[],
  placing: Placing,
  around: Surroundings,
  comments: readonly ForeignComment[] = [],
): FilePlan | undefined {
  if (read.length === 0) return undefined;
  const { units: pasted, placed } = placeComments(read, comments, placing.language, around.newId);
  const put = placing.way === 'cells' ? fillCells(pasted, placing, around) : putRows(pasted, placing, around);
  if (!put) return undefined;
  const { units, operations, touched } = put;
  const labels = labelsOf(units, around.forms);
  const otherNumbers = pasted.filter(({ number }, i) => {
    const label = labels.get(touched[i] ?? '');
    return number !== undefined && placing.way !== 'cells' && !isNumber(number, label);
  }).length;
  const live = liveCitations(units, new Set(touched), otherNumbers === 0, around);
  const first = touched[0];
  return first === undefined
    ? undefined
    : {
        edit: {
          operations: placing.live ? [...operations, ...live.operations] : operations,
          ...(placed.length > 0 && { comments: placed.map((one) => commentChange(one, touched, placing.language)) }),
        },
        first,
        count: touched.length,
        citations: live.count,
        otherNumbers,
      };
}

type Label = { readonly number?: string; readonly written: Readonly<Record<Language, string | undefined>> };

function isNumber(number: string, label: Label | undefined): boolean {
  return label?.number === number || languages.some((language) => label?.written[language] === number);
}

interface Put {
  /** All units, as they are when the operations are done. */
  readonly units: readonly Unit[];
  readonly operations: readonly Operation[];
  /** The units of the file, in its order. */
  readonly touched: readonly UnitId[];
}

function putRows(pasted: readonly PastedUnit[], placing: Placing, around: Surroundings): Put | undefined {
  const { units, newId } = around;
  const isInstead = placing.way === 'instead';
  const before = isInstead ? undefined : units[placing.at];
  const following = before && kindRules[before.kind].heading ? kindRules[before.kind].next : before?.kind;
  const kept = isInstead ? keptNumbers(pasted) : new Map<number, string>();
  const fresh = pasted.map((each, i): Unit => {
    const texts = each.cells ?? { [placing.language]: each.inlines };
    const number = kept.get(i);
    return { ...makeUnit(newId(), each.kind ?? following ?? 'paragraph', texts), ...(number && { number }) };
  });
  const at = isInstead ? 0 : placing.at + 1;
  const operations: Operation[] = isInstead
    ? units.map((unit, index): Operation => ({ type: 'remove_node', path: [index], node: unit })).reverse()
    : [];
  fresh.forEach((unit, i) => {
    operations.push({ type: 'insert_node', path: [at + i], node: unit });
  });
  const whole = isInstead ? fresh : units.toSpliced(at, 0, ...fresh);
  return { units: whole, operations, touched: fresh.map(({ id }) => id) };
}

/**
 * A law in force comes with articles that were put in between («5-1»): no count gives such numbers, so all its articles keep the numbers
 * that they have. Not where two have the same: then they are of more than one law.
 */
function keptNumbers(pasted: readonly PastedUnit[]): ReadonlyMap<number, string> {
  const numbers = new Map<number, string>();
  for (const [i, { kind, number }] of pasted.entries()) {
    if (kind === 'article' && number !== undefined && /^\d+(?:-\d+)*$/u.test(number)) numbers.set(i, number);
  }
  const all = [...numbers.values()];
  const isAdopted = all.some((number) => number.includes('-')) && new Set(all).size === all.length;
  return isAdopted ? numbers : new Map();
}

function applied(units: readonly Unit[], operations: readonly Operation[]): readonly Unit[] | undefined {
  let all: readonly Unit[] | undefined = units;
  for (const operation of operations) all = all && applyOperation(all, operation);
  return all;
}

/** Where as many cells of a language wait as the file has paragraphs: from the provision with the caret on, else anywhere. */
export function waitingFrom(
  units: readonly Unit[],
  pasted: readonly PastedUnit[],
  language: Language,
  caret: number,
): number | undefined {
  if (pasted.length === 0 || pasted.some(({ cells }) => cells)) return undefined;
  const waits = units.map((unit) => isWaiting(unit, language));
  const fits = (from: number): boolean => pasted.every((_, i) => waits[from + i] === true);
  if (fits(caret)) return caret;
  const first = waits.indexOf(true);
  return first >= 0 && fits(first) ? first : undefined;
}

function isWaiting(unit: Unit, language: Language): boolean {
  return isBlankCell(cellOf(unit, language)) && unit.children.some((cell) => !isBlankCell(cell));
}

function fillCells(pasted: readonly PastedUnit[], placing: Placing, { units }: Surroundings): Put | undefined {
  const { at, language } = placing;
  const column = languages.indexOf(language);
  const operations: Operation[] = [];
  const touched: UnitId[] = [];
  for (const [i, each] of pasted.entries()) {
    const unit = units[at + i];
    if (!unit || !isWaiting(unit, language)) return undefined;
    touched.push(unit.id);
    operations.push(...filled(unit, [at + i, column], language, wordsFor(each, unit)));
  }
  const whole = applied(units, operations);
  return whole && { units: whole, operations, touched };
}

function filled(unit: Unit, path: readonly number[], language: Language, inlines: readonly Inline[]): Operation[] {
  const cell = cellOf(unit, language);
  const rev = revAfterEdit(unit, language, true);
  const state: Operation[] =
    rev === undefined || inlines.length === 0
      ? []
      : [{ type: 'set_node', path, properties: { rev: cell.rev ?? null }, newProperties: { rev } }];
  const from = cell.children.length;
  return [...state, ...inlines.map((node, i): Operation => ({ type: 'insert_node', path: [...path, from + i], node }))];
}

/** A label that says what the provision is anyway is left out. */
function wordsFor({ label, kind, inlines }: PastedUnit, unit: Unit): readonly Inline[] {
  return label === undefined || kind === unit.kind ? inlines : [{ text: label }, ...inlines];
}

/**
 * Citations of acts, and references to places of this draft where its numbers are those of the file: else «статья 5» may be another
 * article here. What would lose words is left to the person.
 */
function liveCitations(
  units: readonly Unit[],
  touched: ReadonlySet<UnitId>,
  numbersHold: boolean,
  { acts, forms }: Surroundings,
): { readonly count: number; readonly operations: readonly Operation[] } {
  const labels = labelsOf(units, forms);
  const textOf = createInlineText({ units, labels, acts, document: forms.document });
  const sources = createOfferSources(units, labels, acts, textOf);
  const offers = units.flatMap((unit, index) =>
    touched.has(unit.id) ? languages.flatMap((language) => offersIn(unit, index, language, sources)) : [],
  );
  const certain = offers.filter(({ losesWords, inline }) => !losesWords && (numbersHold || inline.type === 'citation'));
  const { edit, count } = acceptOffers(units, certain, textOf);
  // These texts are as new in one language as in the other: none of them is behind.
  return { count, operations: (edit?.operations ?? []).filter(({ type }) => type !== 'set_node') };
}

/** The text of a paragraph in each language that it has, as the review shows it. */
export function wordsOf({
  inlines,
  cells,
}: PastedUnit): readonly { readonly language?: Language; readonly text: string }[] {
  const joined = (list: readonly Inline[]): string => list.map((inline) => (isRun(inline) ? inline.text : '')).join('');
  if (!cells) return [{ text: joined(inlines) }];
  return languages.flatMap((language) => (cells[language] ? [{ language, text: joined(cells[language]) }] : []));
}
