import { type Trilingual, trilingual } from '../base/language.ts';
import { roman } from '../base/roman.ts';
import type { FormRules, NumberingRule } from './form-rules.ts';
import type { Unit, UnitId, UnitKind } from './types.ts';
import { unitKinds } from './types.ts';

/** How a unit is called, computed. */
export interface UnitLabel {
  /** The running number in Arabic digits, whatever the style: `12`, `5-1`. The same in every language. */
  readonly number: string;
  /** The number as written in each language: `12`, `IV`, `а`. */
  readonly written: Trilingual<string>;
  /** The whole label as printed: `12-берене.`, `Статья 12.`, `Article 12.`. */
  readonly label: Trilingual<string>;
}

/**
 * Labels of all numbered units; a unit whose kind carries no number is absent. The same kind with the same number has the same object
 * each time, so that who holds an earlier answer finds by `===` what has changed.
 */
export function labelsOf(units: readonly Unit[], forms: FormRules): ReadonlyMap<UnitId, UnitLabel> {
  const labels = new Map<UnitId, UnitLabel>();
  for (const { rule, sequence } of sequencesOf(units, forms)) {
    const labelOf = labelMaker(rule, forms);
    numbersOf(sequence).forEach((number, i) => {
      const unit = sequence[i];
      if (unit) labels.set(unit.id, labelOf(number));
    });
  }
  return labels;
}

const madeLabels = new WeakMap<FormRules, Map<NumberingRule, Map<string, UnitLabel>>>();

/** Makes a label once for each number of a rule: Enter in a large bill counts thousands of units and names few of them anew. */
function labelMaker(rule: NumberingRule, forms: FormRules): (number: string) => UnitLabel {
  const byRule = madeLabels.get(forms) ?? new Map<NumberingRule, Map<string, UnitLabel>>();
  madeLabels.set(forms, byRule);
  const made = byRule.get(rule) ?? new Map<string, UnitLabel>();
  byRule.set(rule, made);
  return (number) => {
    const label = made.get(number) ?? labelFor(number, rule, forms);
    made.set(number, label);
    return label;
  };
}

/** Units that are counted together: the articles of the bill, the parts of one article. */
export interface NumberedSequence {
  readonly rule: NumberingRule;
  /** In reading order; never empty. */
  readonly sequence: readonly Unit[];
}

/** Every run of units that are counted together. */
export function sequencesOf(units: readonly Unit[], forms: FormRules): readonly NumberedSequence[] {
  const found: NumberedSequence[] = [];
  const open = new Map<UnitKind, Unit[]>();
  const begunAnewBy = new Map(unitKinds.map((kind) => [kind, kindsThatBeginAnewIn(kind, forms)]));
  for (const unit of units) {
    for (const kind of begunAnewBy.get(unit.kind) ?? []) open.delete(kind);
    const rule = forms.numbering[unit.kind];
    if (!rule) continue;
    const sequence = open.get(unit.kind);
    if (sequence) sequence.push(unit);
    else {
      const begun = [unit];
      open.set(unit.kind, begun);
      found.push({ rule, sequence: begun });
    }
  }
  return found;
}

/** The kinds whose numbers begin again in each unit of `kind`. */
export function kindsThatBeginAnewIn(kind: UnitKind, forms: FormRules): readonly UnitKind[] {
  return unitKinds.filter((each) => forms.numbering[each]?.restartsIn.includes(kind));
}

/**
 * Numbers of one run of siblings. With no locked number among them they count from 1. A locked number stands as it is; what was
 * put in before the last locked one takes the number before it with `-1`, `-2`, since the numbers of an adopted law do not move; what
 * follows counts on. Before the first locked one they count from 1, too; before an article 1 there is only 0-1. A number that another unit
 * has locked is never given twice.
 */
function numbersOf(sequence: readonly Unit[]): readonly string[] {
  const first = sequence.findIndex((unit) => unit.number !== undefined);
  if (first < 0) return sequence.map((_, i) => String(i + 1));
  const last = sequence.findLastIndex((unit) => unit.number !== undefined);
  const taken = new Set(sequence.map((unit) => unit.number));
  const begins = Number.parseInt(sequence[first]?.number ?? '', 10) === 1 ? 0 : first;
  let base = '0';
  let highest = 0;
  let inserted = 0;
  return sequence.map((unit, i) => {
    if (unit.number === undefined && i >= begins && i < last) {
      do inserted += 1;
      while (taken.has(`${base}-${inserted}`));
      return `${base}-${inserted}`;
    }
    base = unit.number ?? nextFree(highest, taken);
    highest = Math.max(highest, Number.parseInt(base, 10) || 0);
    inserted = 0;
    return base;
  });
}

function nextFree(after: number, taken: ReadonlySet<string | undefined>): string {
  let next = after + 1;
  while (taken.has(String(next))) next += 1;
  return String(next);
}

/** Order of two running numbers: 5, 5-1, 5-2, 6. Negative when `a` comes first, 0 when they are the same. */
export function compareNumbers(a: string, b: string): number {
  const [left, right] = [a, b].map((number) => number.split('-').map((part) => Number.parseInt(part, 10) || 0));
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i += 1) {
    const difference = (left?.[i] ?? -1) - (right?.[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a text is a running number as units store it: `5`, `5-1`. */
export function isRunningNumber(text: string): boolean {
  return /^[1-9]\d{0,4}(-[1-9]\d{0,2}){0,3}$/.test(text);
}

const highestWritten = 99_999;

function labelFor(number: string, rule: NumberingRule, forms: FormRules): UnitLabel {
  const written = trilingual((language) => {
    const [whole = '', ...rest] = number.split('-');
    const value = Number.parseInt(whole, 10);
    // A file may hold anything: what is no number of ours is shown as it is.
    if (!(value <= highestWritten)) return number;
    return [writtenIn(value, rule.style, forms.letters[language]), ...rest].join('-');
  });
  return { number, written, label: trilingual((language) => rule.label[language].replace('{n}', written[language])) };
}

function writtenIn(value: number, style: NumberingRule['style'], letters: readonly string[]): string {
  switch (style) {
    case 'arabic':
      return String(value);
    case 'roman':
      return roman(value);
    case 'letters':
      return lettered(value, letters);
  }
}

/** 1 is the first letter; after the last one the letters double: а … я, аа, аб. */
function lettered(value: number, letters: readonly string[]): string {
  const count = letters.length;
  if (count === 0 || value < 1) return String(value);
  const last = letters[(value - 1) % count] ?? '';
  return value <= count ? last : lettered(Math.floor((value - 1) / count), letters) + last;
}

/** The value of a numeral of a style; undefined when it is none. The inverse of how labels are written. */
export function numeralValue(
  written: string,
  style: NumberingRule['style'],
  letters: readonly string[],
): number | undefined {
  if (style === 'arabic') return undefined;
  const folded = style === 'roman' ? written.toUpperCase() : written.toLowerCase();
  const limit = style === 'roman' ? 400 : letters.length * 3;
  for (let value = 1; value <= limit; value += 1) if (writtenIn(value, style, letters) === folded) return value;
  return undefined;
}
