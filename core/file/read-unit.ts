import { isLanguage, type Language, languages } from '../base/language.ts';
import { draftLimits } from '../base/limits.ts';
import { emptyCell, surrounded } from '../draft/text.ts';
import { type Cell, type Inline, type SetAside, type Unit, type UnitKind, unitKinds } from '../draft/types.ts';
import { type Fields, field, fieldsOf, isCount, isId, isText } from './fields.ts';
import { readInline } from './read-inline.ts';
import type { Report } from './report.ts';

/**
 * Reads one unit of a saved draft. What can be mended without losing a word is mended and reported (an unknown kind becomes a
 * paragraph, a missing language an empty text); undefined when words would be lost.
 */
export function readUnit(value: unknown, report: Report): Unit | undefined {
  const fields = fieldsOf(value);
  if (!fields || field(fields, 'type') !== 'unit') return undefined;
  const id = field(fields, 'id');
  const number = field(fields, 'number');
  if (!isId(id) || (number !== undefined && !isText(number, draftLimits.number))) return undefined;
  const cells = readCells(field(fields, 'children'), id, report);
  if (!cells) return undefined;
  const kind = readKind(field(fields, 'kind'), id, report);
  const guarantees = field(fields, 'guarantees');
  if (guarantees !== undefined && !areGuarantees(guarantees)) report.add('link-lost', { unit: id });
  const aside = field(fields, 'aside');
  if (aside !== undefined && !areSetAside(aside)) report.add('aside-lost', { unit: id });
  return {
    type: 'unit',
    id,
    kind,
    ...(number !== undefined && { number }),
    // A link that cannot be read is no word of the draft: the provision is kept without it.
    ...(areGuarantees(guarantees) && { guarantees }),
    // One that cannot be read sets nothing aside: the problem is shown again.
    ...(areSetAside(aside) && { aside: aside.map(setAsideOf) }),
    children: cells,
  };
}

/** Whether a value can be the guarantees that a provision gives. */
export function areGuarantees(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= draftLimits.guarantees &&
    value.every(isId) &&
    new Set(value).size === value.length
  );
}

/** Whether a value can be the problems that were set aside in a provision. */
export function areSetAside(value: unknown): value is readonly SetAside[] {
  return Array.isArray(value) && value.length > 0 && value.length <= draftLimits.aside && value.every(isSetAside);
}

function isSetAside(value: unknown): boolean {
  const fields = fieldsOf(value);
  if (!fields) return false;
  const { rule, about, reason, by, on } = fields;
  const isWhole = isText(rule, 60) && isText(about, 40) && isText(reason, draftLimits.reason) && reason.trim() !== '';
  return isWhole && isText(by, 200) && isText(on, 10) && /^\d{4}-\d{2}-\d{2}$/.test(on);
}

function setAsideOf({ rule, about, reason, by, on }: SetAside): SetAside {
  return { rule, about, reason, by, on };
}

function readKind(value: unknown, unit: string, report: Report): UnitKind {
  if (isUnitKind(value)) return value;
  report.add('unknown-kind', { unit });
  return 'paragraph';
}

/** Whether a value is a kind of unit that this version knows. */
export function isUnitKind(value: unknown): value is UnitKind {
  return unitKinds.includes(value as UnitKind);
}

function readCells(value: unknown, unit: string, report: Report): readonly [Cell, Cell, Cell] | undefined {
  if (!Array.isArray(value)) return undefined;
  const found = new Map<Language, Cell>();
  for (const item of value as unknown[]) {
    const cell = readCell(item, unit, () => report.add('unknown-mark', { unit }));
    // A second text in one language, or one in a language nobody knows, has no place to be kept in: better refused than lost.
    if (!cell || found.has(cell.lang)) return undefined;
    found.set(cell.lang, cell);
  }
  const cells = languages.map((language) => found.get(language) ?? missingCell(unit, language, report));
  return cells as unknown as readonly [Cell, Cell, Cell];
}

function missingCell(unit: string, lang: Language, report: Report): Cell {
  report.add('missing-cell', { unit, language: lang });
  return emptyCell(lang, unit);
}

function readCell(value: unknown, unit: string, lost: () => void): Cell | undefined {
  const fields = fieldsOf(value);
  if (!fields || field(fields, 'type') !== 'cell') return undefined;
  const lang = field(fields, 'lang');
  const children = readInlines(field(fields, 'children'), lost);
  const counts = readRevisions(fields);
  if (!isLanguage(lang) || !children || !counts) return undefined;
  return { type: 'cell', lang, unit, ...counts, children: surrounded(children) };
}

/** Reads the list of inlines of a cell as it stands; undefined when one of them is not known. */
export function readInlines(value: unknown, lost: () => void): readonly Inline[] | undefined {
  if (!Array.isArray(value) || value.length > draftLimits.inlines) return undefined;
  const inlines: Inline[] = [];
  for (const item of value as unknown[]) {
    const inline = readInline(item, lost);
    if (!inline) return undefined;
    inlines.push(inline);
  }
  return inlines;
}

/** Reads `rev` and `approved`; undefined when one is there and is no count. */
function readRevisions(fields: Fields): Pick<Cell, 'rev' | 'approved'> | undefined {
  const rev = field(fields, 'rev');
  const approved = field(fields, 'approved');
  if ((rev !== undefined && !isCount(rev)) || (approved !== undefined && !isCount(approved))) return undefined;
  return { ...(rev !== undefined && { rev }), ...(approved !== undefined && { approved }) };
}
