import { draftLimits } from '../base/limits.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import { type Draft, type DraftMeta, documentKinds, type Unit } from '../draft/types.ts';
import { field, fieldsOf, isId, isText } from './fields.ts';
import { readComments } from './read-comments.ts';
import { readUnit } from './read-unit.ts';
import type { Report } from './report.ts';

/**
 * Reads a whole draft that came as one value, from the page. Mends like the reader of a file and never loses a word; the error
 * names the piece that could not be read.
 */
export function readDraft(value: unknown, report: Report): Result<Draft, string> {
  const fields = fieldsOf(value);
  if (!fields) return fail('draft');
  const meta = readMeta(field(fields, 'meta'));
  if (!meta) return fail('meta');
  const list = field(fields, 'units');
  const units = Array.isArray(list) ? readUnits(list, report) : fail('units');
  if (!units.ok) return units;
  const comments = readComments(field(fields, 'comments'), report);
  return comments ? succeed({ meta, units: units.value, comments }) : fail('comments');
}

/** Reads what is known of a draft besides its text; undefined when it has no id. */
export function readMeta(value: unknown): DraftMeta | undefined {
  const fields = fieldsOf(value);
  const id = fields && field(fields, 'id');
  if (!fields || !isId(id)) return undefined;
  const template = field(fields, 'template');
  const named = field(fields, 'document');
  const document = documentKinds.find((kind) => kind === named);
  return { id, ...(isText(template, 120) && { template }), ...(document && { document }) };
}

/** Reads the units in order; two with one id are told apart. The error names the first that could not be read, from 1. */
export function readUnits(values: readonly unknown[], report: Report): Result<readonly Unit[], string> {
  if (values.length > draftLimits.units) return fail('too many units');
  const units: Unit[] = [];
  const seen = new Map<string, number>();
  for (const value of values) {
    const unit = readUnit(value, report);
    if (!unit) return fail(`unit ${units.length + 1}`);
    const own = seen.has(unit.id) ? withNewId(unit, seen, report) : unit;
    if (!seen.has(own.id)) seen.set(own.id, 1);
    units.push(own);
  }
  return succeed(units);
}

/** `taken`: the ids so far, each with the number that was tried last for it: a file of one id alone must not cost its square. */
function withNewId(unit: Unit, taken: Map<string, number>, report: Report): Unit {
  let count = taken.get(unit.id) ?? 1;
  do count += 1;
  while (taken.has(`${unit.id}-${count}`));
  taken.set(unit.id, count);
  const id = `${unit.id}-${count}`;
  report.add('duplicate-id', { unit: id });
  return { ...unit, id, children: unit.children.map((cell) => ({ ...cell, unit: id })) as unknown as Unit['children'] };
}
