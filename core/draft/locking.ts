import { languages } from '../base/language.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import { blocksOf } from './blocks.ts';
import type { FormRules, NumberingRule } from './form-rules.ts';
import { isRunningNumber, labelsOf, numeralValue, sequencesOf } from './numbering.ts';
import type { Edit, Operation } from './operation.ts';
import { indexOfUnit } from './outline.ts';
import { makeUnit } from './text.ts';
import type { Unit, UnitId, UnitKind } from './types.ts';

/*
 * Numbers as adopted. The numbers of a law in force do not move: what is put in between takes the number before it with -1, what
 * is repealed keeps its place. A number is locked unit by unit (`Unit.number`), so a draft may hold an adopted part and a new one.
 */

/** Locks the numbers that the chosen units (all, when none are named) have now. Undefined when they are locked already. */
export function lockNumbers(units: readonly Unit[], forms: FormRules, ids?: Iterable<UnitId>): Edit | undefined {
  const labels = labelsOf(units, forms);
  return changeNumbers(units, ids, (unit) => unit.number ?? labels.get(unit.id)?.number);
}

/** Lets the chosen units (all, when none are named) be counted again. Undefined when none of them is locked. */
export function unlockNumbers(units: readonly Unit[], ids?: Iterable<UnitId>): Edit | undefined {
  return changeNumbers(units, ids, () => undefined);
}

function changeNumbers(
  units: readonly Unit[],
  ids: Iterable<UnitId> | undefined,
  numberOf: (unit: Unit) => string | undefined,
): Edit | undefined {
  const chosen = ids && new Set(ids);
  const operations = units.flatMap((unit, index): readonly Operation[] => {
    if (chosen && !chosen.has(unit.id)) return [];
    const number = numberOf(unit);
    return number === unit.number ? [] : [numberOperation(index, unit.number, number)];
  });
  return operations.length > 0 ? { operations } : undefined;
}

function numberOperation(index: number, before: string | undefined, after: string | undefined): Operation {
  return {
    type: 'set_node',
    path: [index],
    properties: { number: before ?? null },
    newProperties: { number: after ?? null },
  };
}

/** Why a number cannot be given. `unreadable`: it is none. `taken`: another unit that is counted together with this one has it locked. */
export type NumberRefusal = 'unreadable' | 'taken' | 'unnumbered';

/** Locks a number that a person typed, as it is written in any of the languages: `5-1`, `IV`, `б`. */
export function setNumber(
  units: readonly Unit[],
  forms: FormRules,
  id: UnitId,
  typed: string,
): Result<Edit, NumberRefusal> {
  const index = indexOfUnit(units, id);
  const unit = units[index];
  const counted = sequencesOf(units, forms).find(({ sequence }) => sequence.some((each) => each.id === id));
  if (!unit || !counted) return fail('unnumbered');
  const number = readNumber(typed, counted.rule, forms);
  if (number === undefined) return fail('unreadable');
  if (counted.sequence.some((other) => other.id !== id && other.number === number)) return fail('taken');
  return succeed({ operations: [numberOperation(index, unit.number, number)] });
}

/** The running number that a person means; superscript digits are an inserted number as statutes print it. */
function readNumber(typed: string, rule: NumberingRule, forms: FormRules): string | undefined {
  const plain = typed
    .normalize('NFC')
    .trim()
    .replace(/[.)]+$/, '')
    .replace(/[⁰¹²³⁴-⁹]+/g, (digits) => `-${[...digits].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('')}`)
    .replace(/\s*[-‐‑–—]\s*/g, '-');
  const [head = '', ...rest] = plain.split('-');
  const value = /^\d+$/.test(head) ? Number.parseInt(head, 10) : valueIn(head, rule, forms);
  const number = [value === undefined ? '' : String(value), ...rest].join('-');
  return isRunningNumber(number) ? number : undefined;
}

function valueIn(written: string, { style }: NumberingRule, forms: FormRules): number | undefined {
  for (const language of languages) {
    const value = numeralValue(written, style, forms.letters[language]);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Kinds whose Russian name is feminine, so that «утратила» agrees with it: глава, статья, часть. */
const feminine: ReadonlySet<UnitKind> = new Set(['chapter', 'article', 'part']);

/**
 * Keeps the places of repealed units: the number of each is locked, its text becomes the words of `resources/forms/` in each language
 * (nothing, where those have none), what it enclosed goes. The ids stay, so that references still find them. Undefined when one of the
 * chosen units has no number.
 */
export function repeal(units: readonly Unit[], forms: FormRules, ids: Iterable<UnitId>): Edit | undefined {
  const labels = labelsOf(units, forms);
  const blocks = blocksOf(units, ids);
  const operations: Operation[] = [];
  for (const { from, end } of blocks.toReversed()) {
    const unit = units[from];
    const number = unit && labels.get(unit.id)?.number;
    if (!unit || number === undefined) return undefined;
    const words = forms.formulas[feminine.has(unit.kind) ? 'repealedFeminine' : 'repealed'] ?? {};
    for (const node of units.slice(from, end)) operations.push({ type: 'remove_node', path: [from], node });
    operations.push({ type: 'insert_node', path: [from], node: { ...makeUnit(unit.id, unit.kind, words), number } });
  }
  return operations.length > 0 ? { operations } : undefined;
}
