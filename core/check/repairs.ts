import { type Language, languages } from '../base/language.ts';
import { applyOperation } from '../draft/apply.ts';
import type { Edit, Operation } from '../draft/operation.ts';
import { indexOfUnit } from '../draft/outline.ts';
import { cellOf } from '../draft/state.ts';
import { isRun } from '../draft/text.ts';
import type { ActId, Cell, CitationInline, Inline, Unit, UnitId } from '../draft/types.ts';
import type { Problem, Reading, Repair } from './problem.ts';
import { runsIn } from './reading.ts';

/**
 * Replaces a stretch of a text by other characters, or undefined where the stretch is not within one run. The provision says the
 * same as before, so that its states stay; a repair that finds other words there, or before it in its run, does nothing.
 */
export function replaceTyped(reading: Reading, start: number, end: number, replacement: string): Repair | undefined {
  const run = runsIn(reading).find((piece) => piece.start <= start && end <= piece.end);
  if (!run) return undefined;
  const { unit, language } = reading;
  const offset = start - run.start;
  const expected = run.inline.text.slice(offset, end - run.start);
  const before = run.inline.text.slice(0, offset);
  const whole = run.inline.text;
  return (units) => {
    const index = indexOfUnit(units, unit.id);
    const cell = units[index] && cellOf(units[index], language);
    // Another number of inlines: the run may be another one by now.
    const inline = cell?.children.length === reading.cell.children.length ? cell.children[run.at] : undefined;
    if (!inline || !isRun(inline) || !inline.text.startsWith(before + expected)) return undefined;
    // What is only put in would be put in twice: there the whole run must be as it was.
    if (expected === '' && inline.text !== whole) return undefined;
    const path = [index, languages.indexOf(language), run.at];
    const operations: Operation[] = [];
    if (expected !== '') operations.push({ type: 'remove_text', path, offset, text: expected });
    if (replacement !== '') operations.push({ type: 'insert_text', path, offset, text: replacement });
    return { operations };
  };
}

/** The mark for a place in an act that has to be found anew. */
const placeToFind = '…';

/**
 * Puts another act in the place of one that is cited in a provision, in every language. A place in the old act is no place in the
 * new one: where one was cited, a marked blank stands for it. Approvals of these texts are taken back, since they now say another thing.
 */
export function replaceAct(unit: UnitId, from: ActId, to: ActId): Repair {
  return (units) => {
    const index = indexOfUnit(units, unit);
    const found = units[index];
    if (!found) return undefined;
    const operations = languages.flatMap((language) => replacements(found, index, language, from, to));
    return operations.length > 0 ? { operations } : undefined;
  };
}

function replacements(unit: Unit, index: number, language: Language, from: ActId, to: ActId): readonly Operation[] {
  const cell = cellOf(unit, language);
  const column = languages.indexOf(language);
  // From the end, so that earlier places stay what they are.
  const swaps = cell.children
    .map((inline, at) => ({ inline, at }))
    .filter((one): one is { inline: CitationInline; at: number } => isCitationOf(one.inline, from))
    .toReversed()
    .flatMap(({ inline, at }) => swap(inline, [index, column, at], cell, to));
  return swaps.length === 0 ? [] : [...swaps, ...withdrawn(cell, index, column)];
}

function isCitationOf(inline: Inline, act: ActId): boolean {
  return !isRun(inline) && inline.type === 'citation' && inline.act === act;
}

function swap(old: CitationInline, path: readonly number[], { lang }: Cell, to: ActId): readonly Operation[] {
  const isWhole = Object.values(old.pinpoint).every((numbers) => numbers.length === 0);
  const { case: _dropped, ...rest } = old;
  const citation: CitationInline = isWhole ? { ...old, act: to } : { ...rest, act: to, pinpoint: {}, case: 'gen' };
  const [index = 0, column = 0, at = 0] = path;
  const operations: Operation[] = [
    { type: 'remove_node', path, node: old },
    { type: 'insert_node', path, node: citation },
  ];
  if (isWhole) return operations;
  // Kyrgyz names the act first and the place in it after; Russian and English the other way round.
  const isAfter = lang === 'ky';
  const gap = isAfter
    ? [{ text: ' ' }, { text: placeToFind, blank: true as const }]
    : [{ text: placeToFind, blank: true as const }, { text: lang === 'en' ? ' of ' : ' ' }];
  const first = isAfter ? at + 1 : at;
  const inserted = gap.map((node, i): Operation => ({ type: 'insert_node', path: [index, column, first + i], node }));
  return [...operations, ...inserted];
}

function withdrawn({ approved }: Cell, index: number, column: number): readonly Operation[] {
  if (approved === undefined) return [];
  return [{ type: 'set_node', path: [index, column], properties: { approved }, newProperties: { approved: null } }];
}

/**
 * The repairs of many problems as one edit, each on the units as the ones before it left them. In every text the last place comes
 * first, so that a repair does not move the places of those that follow; an act is replaced after all that, since it adds and
 * takes out inlines. A repair that another one has made needless is left out. Undefined when nothing is left to repair.
 */
export function repairAll(units: readonly Unit[], problems: readonly Problem[]): Edit | undefined {
  const operations: Operation[] = [];
  let current = units;
  for (const { repair } of problems.toSorted(inOrderOfRepair)) {
    const edit = repair?.(current);
    const next = edit && applied(current, edit);
    if (!edit || !next) continue;
    operations.push(...edit.operations);
    current = next;
  }
  return operations.length > 0 ? { operations } : undefined;
}

function inOrderOfRepair(a: Problem, b: Problem): number {
  return Number(a.group === 'law') - Number(b.group === 'law') || (b.place.start ?? 0) - (a.place.start ?? 0);
}

function applied(units: readonly Unit[], { operations }: Edit): readonly Unit[] | undefined {
  return operations.reduce<readonly Unit[] | undefined>((list, one) => list && applyOperation(list, one), units);
}
