import { type Language, languages } from '../base/language.ts';
import type { Edit, Operation } from '../draft/operation.ts';
import { indexOfUnit } from '../draft/outline.ts';
import { cellOf } from '../draft/state.ts';
import { isRun } from '../draft/text.ts';
import type { ActId, Cell, CitationInline, Inline, Unit, UnitId } from '../draft/types.ts';
import type { Reading, Repair } from './problem.ts';
import { runsIn } from './reading.ts';

/**
 * Replaces a stretch of a text by other characters, or undefined where the stretch is not within one run. The provision says the
 * same as before, so that its states stay; a repair that finds other words in its place does nothing.
 */
export function replaceTyped(reading: Reading, start: number, end: number, replacement: string): Repair | undefined {
  const run = runsIn(reading).find((piece) => piece.start <= start && end <= piece.end);
  if (!run) return undefined;
  const { unit, language } = reading;
  const offset = start - run.start;
  const expected = run.inline.text.slice(offset, end - run.start);
  return (units) => {
    const index = indexOfUnit(units, unit.id);
    const inline = units[index] && cellOf(units[index], language).children[run.at];
    if (!inline || !isRun(inline) || !inline.text.startsWith(expected, offset)) return undefined;
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

/** The repairs of many problems as one edit; each is applied to the units as the ones before it left them. */
export function repairAll(
  units: readonly Unit[],
  repairs: readonly Repair[],
  apply: (units: readonly Unit[], edit: Edit) => readonly Unit[] | undefined,
): Edit | undefined {
  const operations: Operation[] = [];
  let current = units;
  for (const repair of repairs) {
    const edit = repair(current);
    const next = edit && apply(current, edit);
    if (!edit || !next) continue;
    operations.push(...edit.operations);
    current = next;
  }
  return operations.length > 0 ? { operations } : undefined;
}
