import { type Language, languages } from '../../../core/base/language.ts';
import type { ForeignParagraph } from '../../../core/draft/foreign-paragraphs.ts';
import type { TextRun } from '../../../core/draft/types.ts';
import { languageOf } from '../../../core/law/official-text/language.ts';
import type { PastedUnit } from '../paste.ts';
import { allAtOnce, asPart, type Pieces } from './pieces.ts';
import { textOf, unitsOfParagraphs } from './structure.ts';

/** Units of a whole text: tables of two or three languages row by row with their cells, everything else paragraph by paragraph. */
export function* unitsOfPaste(paragraphs: readonly ForeignParagraph[]): Pieces<readonly PastedUnit[]> {
  const units: PastedUnit[] = [];
  let done = 0;
  for (const { own, table } of stretches(paragraphs)) {
    const before = done;
    done += own.length;
    const read = table ? trilingualUnits(own, table) : unitsOfParagraphs(own);
    for (const unit of yield* asPart(read, before / paragraphs.length, done / paragraphs.length)) units.push(unit);
  }
  return units;
}

interface Stretch {
  readonly own: ForeignParagraph[];
  /** Which language each column of a table of several languages holds. */
  readonly table?: readonly Language[];
}

/** Paragraphs of one table stay together, and so do those between tables. */
function stretches(paragraphs: readonly ForeignParagraph[]): readonly Stretch[] {
  const parts: ForeignParagraph[][] = [];
  let table: number | undefined | null = null;
  for (const paragraph of paragraphs) {
    if (paragraph.place?.table !== table) parts.push([]);
    parts.at(-1)?.push(paragraph);
    table = paragraph.place?.table;
  }
  const merged: Stretch[] = [];
  for (const part of parts) {
    const counted = part[0]?.place ? withoutCounting(part) : [];
    const order = columnLanguages(counted);
    const last = merged.at(-1);
    // A table that is laid out and not of several languages is paragraphs like those around it, so that their structure is told together.
    if (order) merged.push({ own: [...counted], table: order });
    else if (last && !last.table) for (const paragraph of part) last.own.push(paragraph);
    else merged.push({ own: [...part] });
  }
  return merged;
}

const counting = /^(?:№(?:\s*(?:п\/п|т\/б))?|No\.?|\d{1,4}(?:-\d{1,3})*[.)]?)$/u;

/** The table without columns that only count its rows: numbers are computed here. */
function withoutCounting(table: readonly ForeignParagraph[]): readonly ForeignParagraph[] {
  const columns = Map.groupBy(table, ({ place }) => place?.column ?? 0);
  const counts = new Set(
    [...columns].flatMap(([column, own]) =>
      own.every(({ runs }) => counting.test(textOf(runs).trim())) ? [column] : [],
    ),
  );
  if (counts.size === 0) return table;
  return table.flatMap((paragraph) => {
    const { place } = paragraph;
    if (!place || counts.has(place.column)) return place ? [] : [paragraph];
    const before = [...counts].filter((column) => column < place.column).length;
    return [{ ...paragraph, place: { ...place, column: place.column - before } }];
  });
}

/** Short of so many UTF-16 code units a column of two is too little to tell its language. */
const tellingColumn = 40;

/** Which language each of two or three columns holds; undefined when the table is another one. */
function columnLanguages(table: readonly ForeignParagraph[]): readonly Language[] | undefined {
  const columns: string[] = [];
  const rows = new Map<number, Set<number>>();
  for (const { runs, place } of table) {
    if (!place || place.column > 2) return undefined;
    const row = rows.get(place.row) ?? new Set();
    rows.set(place.row, row.add(place.column));
    if (!isHead(runs)) columns[place.column] = `${columns[place.column] ?? ''}${textOf(runs)}\n`;
  }
  const isWide = [...rows.values()].some((row) => row.size === columns.length);
  const least = columns.length === 2 ? tellingColumn : 1;
  const found = columns.flatMap((text) => (text.trim().length >= least ? [languageOf(text)] : []));
  const isOfLanguages = isWide && columns.length > 1 && new Set(found).size === columns.length;
  return isOfLanguages && found.length === columns.length ? found : undefined;
}

const heads =
  /^(?:кыргызча|кыргыз тилинде|кыргызский|на кыргызском(?: языке)?|kyrgyz|русский|орусча|на русском(?: языке)?|орус тилинде|russian|english|английский|англисче|на английском(?: языке)?|англис тилинде)(?:, unofficial)?$/iu;

function isHead(runs: readonly TextRun[]): boolean {
  return heads.test(textOf(runs).trim());
}

/** Paragraph by paragraph of a row, so that the columns stay side by side; a language that has fewer is missing below. */
function* trilingualUnits(
  table: readonly ForeignParagraph[],
  order: readonly Language[],
): Pieces<readonly PastedUnit[]> {
  const rows = [...Map.groupBy(table, ({ place }) => place?.row ?? 0).values()];
  const units: PastedUnit[] = [];
  for (const [i, row] of rows.entries()) {
    yield i / rows.length;
    if (!row.every(({ runs }) => isHead(runs))) units.push(...unitsOfRow(row, order));
  }
  return units;
}

function unitsOfRow(row: readonly ForeignParagraph[], order: readonly Language[]): readonly PastedUnit[] {
  const single = new Set(row.map(({ place }) => place?.column)).size === 1;
  const own = languages.map((language) =>
    row.filter(({ runs, place }) => (single ? languageOf(textOf(runs)) : order[place?.column ?? 0]) === language),
  );
  const columns = own.map((paragraphs) => allAtOnce(unitsOfParagraphs(paragraphs)));
  const count = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: count }, (_, i) => besideEachOther(columns.map((column) => column[i])));
}

function besideEachOther(units: readonly (PastedUnit | undefined)[]): PastedUnit {
  const told = units.find((unit) => unit?.kind && unit.kind !== 'paragraph') ?? units.find((unit) => unit?.kind);
  const [ky, ru, en] = units;
  return {
    ...(told?.kind && { kind: told.kind }),
    ...(told?.number !== undefined && { number: told.number }),
    inlines: [],
    cells: { ...(ky && { ky: ky.inlines }), ...(ru && { ru: ru.inlines }), ...(en && { en: en.inlines }) },
  };
}

/** Tables of no language or one: a draft has no tables, so they are read as paragraphs. */
export function plainTables(paragraphs: readonly ForeignParagraph[]): number {
  const tables = Map.groupBy(
    paragraphs.filter(({ place }) => place),
    ({ place }) => place?.table,
  );
  return [...tables.values()].filter((table) => !columnLanguages(withoutCounting(table))).length;
}
