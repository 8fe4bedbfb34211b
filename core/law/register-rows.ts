import type { Language } from '../base/language.ts';
import type { ActId } from '../draft/types.ts';
import { compareKyrgyz } from '../languages/kyrgyz/alphabet.ts';
import type { Act } from './types.ts';

/** Which acts of the register are shown. `own`: added on this machine. `differing`: a newer register says something else than a person verified. */
export const rowsShown = ['all', 'cited', 'dead', 'unverified', 'own', 'differing'] as const;
export type RowsShown = (typeof rowsShown)[number];

/** What the register can be ordered by, in the order of its columns. */
export const rowColumns = [
  'title',
  'type',
  'date',
  'number',
  'status',
  'confidence',
  'verified',
  'texts',
  'cited',
] as const;
export type RowColumn = (typeof rowColumns)[number];

/** One act as the table shows it. */
export interface RegisterRow {
  readonly act: Act;
  /** In the language of the interface. */
  readonly title: string;
  readonly type: string;
  readonly status: string;
  readonly confidence: string;
  readonly vitality: 'living' | 'dead' | 'unverified';
  /** Number of imported texts. */
  readonly texts: number;
  /** Number of provisions of the open draft that cite it. */
  readonly cited: number;
}

export interface RowOrder {
  readonly by: RowColumn;
  readonly down: boolean;
}

/** The rows that a filter shows. */
export function filterRows(
  rows: readonly RegisterRow[],
  show: RowsShown,
  differing: readonly ActId[],
): readonly RegisterRow[] {
  switch (show) {
    case 'all':
      return rows;
    case 'cited':
      return rows.filter(({ cited }) => cited > 0);
    case 'dead':
      return rows.filter(({ vitality }) => vitality === 'dead');
    case 'unverified':
      return rows.filter(({ vitality }) => vitality === 'unverified');
    case 'own':
      return rows.filter(({ act }) => act.local !== undefined);
    case 'differing':
      return rows.filter(({ act }) => differing.includes(act.id));
  }
}

/** Rows in order. What is empty stands last in either direction; what is equal stays as it was. */
export function sortRows(
  rows: readonly RegisterRow[],
  { by, down }: RowOrder,
  language: Language,
): readonly RegisterRow[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row, by) }));
  return keyed
    .toSorted((a, b) => {
      if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '');
      const compared = compare(a.key, b.key, language);
      return down ? -compared : compared;
    })
    .map(({ row }) => row);
}

function keyOf({ act, ...row }: RegisterRow, by: RowColumn): string | number {
  switch (by) {
    case 'date':
      return act.date ?? '';
    case 'number': {
      const digits = Number.parseInt(act.number ?? '', 10);
      return Number.isNaN(digits) ? '' : digits;
    }
    case 'verified':
      return act.verification?.on ?? '';
    default:
      return row[by];
  }
}

function compare(a: string | number, b: string | number, language: Language): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [one, other] = [String(a), String(b)];
  return language === 'en' ? one.localeCompare(other, 'en') : compareKyrgyz(one, other);
}

/** How much of the register is known. */
export interface RegisterCoverage {
  readonly all: number;
  /** A source showed the status. */
  readonly sourced: number;
  /** A person of this machine verified it. */
  readonly verified: number;
  readonly own: number;
}

export function coverageOf(acts: readonly Act[]): RegisterCoverage {
  const count = (is: (act: Act) => boolean): number => acts.filter(is).length;
  return {
    all: acts.length,
    sourced: count(({ statusConfidence, verification }) => statusConfidence === 'verified' && !verification),
    verified: count(({ verification }) => verification !== undefined),
    own: count(({ local }) => local !== undefined),
  };
}
