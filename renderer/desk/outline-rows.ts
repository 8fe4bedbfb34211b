import { type Language, languages } from '../../core/base/language.ts';
import { foldText } from '../../core/commands/match.ts';
import type { Unit, UnitId } from '../../core/draft/types.ts';
import type { OutlineRow } from '../state/overview.ts';

/** The rows that no closed row hides. */
export function visibleRows(rows: readonly OutlineRow[], closed: ReadonlySet<UnitId>): readonly OutlineRow[] {
  const shown: OutlineRow[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (row.level > hiddenBelow) continue;
    hiddenBelow = closed.has(row.id) ? row.level : Number.POSITIVE_INFINITY;
    shown.push(row);
  }
  return shown;
}

/** The row of the section, chapter or article in which a unit stands. */
export function rowOfUnit(
  units: readonly Unit[],
  rows: readonly OutlineRow[],
  unit: UnitId | undefined,
): UnitId | undefined {
  if (unit === undefined) return undefined;
  const known = new Set(rows.map((row) => row.id));
  const at = units.findIndex(({ id }) => id === unit);
  return units.slice(0, at + 1).findLast(({ id }) => known.has(id))?.id;
}

/** The row to which a key leads from another: next, previous, first, last, or the one that encloses it. */
export function rowAt(rows: readonly OutlineRow[], from: OutlineRow, key: string): OutlineRow | undefined {
  const at = rows.indexOf(from);
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return rows[Math.min(at + 1, rows.length - 1)];
    case 'ArrowUp':
      return rows[Math.max(at - 1, 0)];
    case 'Home':
      return rows[0];
    case 'End':
      return rows.at(-1);
    case 'ArrowLeft':
      return rows.slice(0, at).findLast((row) => row.level < from.level) ?? from;
    default:
      return undefined;
  }
}

/** The heading of a row in a language or, where it has none, in whichever has one. */
function headingOf(row: OutlineRow, language: Language): string {
  return row.heading[language] || languages.map((one) => row.heading[one]).find(Boolean) || '…';
}

/** `11. Право на жилище` for an article, the whole label for what encloses articles. */
export function lineOf(row: OutlineRow, language: Language): string {
  const label = row.kind === 'article' ? row.number : row.label[language];
  return label ? `${label} ${headingOf(row, language)}` : headingOf(row, language);
}

/** The rows whose heading in any language, or whose number, the query fits, with those that enclose them. */
export function filterRows(rows: readonly OutlineRow[], query: string): readonly OutlineRow[] {
  const wanted = foldText(query.trim());
  if (wanted === '') return rows;
  const kept = new Set<OutlineRow>();
  const open: OutlineRow[] = [];
  for (const row of rows) {
    while ((open.at(-1)?.level ?? 0) >= row.level) open.pop();
    open.push(row);
    if (isWanted(row, wanted)) for (const one of open) kept.add(one);
  }
  return rows.filter((row) => kept.has(row));
}

function isWanted(row: OutlineRow, wanted: string): boolean {
  // A number is that number, or the beginning of it while one types.
  if (/^\d[\d-]*$/.test(wanted)) return row.number.startsWith(wanted);
  return languages.some((language) => foldText(`${row.label[language]} ${row.heading[language]}`).includes(wanted));
}

/** The next row after `from`, going round, whose heading or number begins with what was typed. */
export function rowByTyping(
  rows: readonly OutlineRow[],
  from: number,
  typed: string,
  language: Language,
): OutlineRow | undefined {
  const wanted = foldText(typed);
  // One letter again and again goes from one to the next; more letters may stay where they are.
  const start = typed.length > 1 ? from : from + 1;
  const around = [...rows.slice(Math.max(start, 0)), ...rows.slice(0, Math.max(start, 0))];
  if (!/^\d/.test(wanted)) return around.find((row) => foldText(headingOf(row, language)).startsWith(wanted));
  const articles = around.filter(({ kind }) => kind === 'article');
  return (
    articles.find(({ number }) => number === `${wanted}.`) ?? articles.find(({ number }) => number.startsWith(wanted))
  );
}

/** The rows from one to another, in either order. */
export function rowsBetween(rows: readonly OutlineRow[], from: UnitId, to: UnitId): readonly UnitId[] {
  const at = (id: UnitId): number => rows.findIndex((row) => row.id === id);
  const [a, b] = [at(from), at(to)].sort((x, y) => x - y);
  return rows.slice(Math.max(a ?? 0, 0), (b ?? 0) + 1).map(({ id }) => id);
}
