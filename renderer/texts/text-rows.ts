import type { Language } from '../../core/base/language.ts';
import { compileQuery } from '../../core/languages/find-query.ts';
import type { StoredText } from '../../core/law/library.ts';
import { type AlignmentDifference, alignTexts } from '../../core/law/official-text/align.ts';
import { linesOf, pinpointAt } from '../../core/law/official-text/place.ts';
import { type OfficialTree, treeOf } from '../../core/law/official-text/tree.ts';
import type { OfficialUnit } from '../../core/law/official-text/types.ts';
import type { Provision } from './provision.ts';

/** One language version as it is shown. */
export interface TextSide {
  readonly language: Language;
  readonly tree: OfficialTree;
}

/** A line of the text: the units that say the same, in the order of the sides; a side that lacks it has none. */
export interface TextRow {
  readonly key: string;
  readonly units: readonly (OfficialUnit | undefined)[];
  /** Their indices in their trees. */
  readonly at: readonly (number | undefined)[];
  readonly difference?: AlignmentDifference['code'];
}

export interface TextRows {
  readonly sides: readonly TextSide[];
  readonly rows: readonly TextRow[];
}

/** One text as it is, two laid side by side. */
export function textRows(texts: readonly StoredText[]): TextRows {
  const sides = texts.map(({ text }) => ({ language: text.language, tree: treeOf(text.units) }));
  const [left, right] = sides;
  if (!left) return { sides, rows: [] };
  if (!right) {
    return { sides, rows: left.tree.units.map((unit, at) => ({ key: unit.id, units: [unit], at: [at] })) };
  }
  const { rows, differences } = alignTexts(left.tree.units, right.tree.units);
  const told = new Map(differences.map(({ row, code }) => [row, code]));
  return {
    sides,
    rows: rows.map((row, i) => {
      const code = told.get(i);
      return {
        key: `r${i}`,
        units: [left.tree.units[row.left ?? -1], right.tree.units[row.right ?? -1]],
        at: [row.left, row.right],
        ...(code && { difference: code }),
      };
    }),
  };
}

/** The unit of a row that there is: the left one, else the right one. */
export function unitOfRow({ units }: TextRow): OfficialUnit | undefined {
  return units.find((unit) => unit !== undefined);
}

/** The row that shows the unit at an index of a side; -1 when none does. */
export function rowAt({ rows }: TextRows, side: number, at: number): number {
  return rows.findIndex((row) => row.at[side] === at);
}

/** Rows in which the words stand, in any form of theirs; where no form does, the letters as they were typed. */
export function rowsWith({ sides, rows }: TextRows, text: string): readonly number[] {
  for (const mode of ['forms', 'plain'] as const) {
    const finder = compileQuery({ text: text.trim(), mode, matchCase: false, wholeWord: false });
    if (!finder.ok || text.trim() === '') return [];
    const has = (words: string, side: number): boolean => finder.value(words, sides[side]?.language ?? 'ru').length > 0;
    const found = rows.flatMap(({ units }, index) =>
      units.some((unit, side) => unit && (has(unit.heading ?? '', side) || has(unit.text, side))) ? [index] : [],
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** A row as something to cite and quote. */
export function provisionOf({ sides }: TextRows, row: TextRow, act: string): Provision {
  const first = row.at.findIndex((at) => at !== undefined);
  const tree = sides[first]?.tree;
  const words: Partial<Record<Language, string>> = {};
  row.at.forEach((at, side) => {
    const one = sides[side];
    if (one && at !== undefined) words[one.language] = ownWords(one.tree, at);
  });
  return { act, pinpoint: tree ? pinpointAt(tree, row.at[first] ?? 0) : {}, words };
}

/** What a provision says: its own words without label and heading, which the citation names, and all that stands in it. */
function ownWords(tree: OfficialTree, at: number): string {
  const own = tree.units[at]?.text.trim() ?? '';
  return [own, ...linesOf(tree, at).slice(1)].filter((line) => line !== '').join(' ');
}
