import { type Trilingual, trilingual } from '../base/language.ts';
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

/** Labels of all numbered units; a unit whose kind carries no number is absent. */
export function labelsOf(units: readonly Unit[], forms: FormRules): ReadonlyMap<UnitId, UnitLabel> {
  const labels = new Map<UnitId, UnitLabel>();
  const sequences = new Map<UnitKind, Unit[]>();
  const close = (kind: UnitKind, rule: NumberingRule): void => {
    const sequence = sequences.get(kind);
    if (!sequence) return;
    sequences.delete(kind);
    numbersOf(sequence).forEach((number, i) => {
      const unit = sequence[i];
      if (unit) labels.set(unit.id, labelFor(number, rule, forms));
    });
  };
  const rules = unitKinds.flatMap((kind) => {
    const rule = forms.numbering[kind];
    return rule ? [{ kind, rule }] : [];
  });
  for (const unit of units) {
    for (const { kind, rule } of rules) if (rule.restartsIn.includes(unit.kind)) close(kind, rule);
    if (!forms.numbering[unit.kind]) continue;
    const sequence = sequences.get(unit.kind);
    if (sequence) sequence.push(unit);
    else sequences.set(unit.kind, [unit]);
  }
  for (const { kind, rule } of rules) close(kind, rule);
  return labels;
}

/**
 * Numbers of one run of siblings. With no locked number among them they count from 1. A locked number stands as it is; what was
 * put in between two locked ones takes the earlier number with `-1`, `-2`; what follows the last locked one counts on.
 */
function numbersOf(sequence: readonly Unit[]): readonly string[] {
  const lastLocked = sequence.findLastIndex((unit) => unit.number !== undefined);
  let base = '0';
  let inserted = 0;
  return sequence.map((unit, i) => {
    if (unit.number !== undefined) {
      base = unit.number;
      inserted = 0;
      return base;
    }
    if (i < lastLocked) {
      inserted += 1;
      return `${base}-${inserted}`;
    }
    base = String(Number.parseInt(base, 10) + 1);
    return base;
  });
}

function labelFor(number: string, rule: NumberingRule, forms: FormRules): UnitLabel {
  const written = trilingual((language) => {
    const [whole = '', ...rest] = number.split('-');
    const value = Number.parseInt(whole, 10);
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

const romanDigits: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, digits] of romanDigits) {
    while (rest >= worth) {
      text += digits;
      rest -= worth;
    }
  }
  return text;
}
