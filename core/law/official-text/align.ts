import { foldNumber } from './place.ts';
import { type OfficialTree, pathTo, treeOf } from './tree.ts';
import type { OfficialKind, OfficialUnit } from './types.ts';

/** A row of two language versions side by side: indices of the units that say the same; one side is absent where it has none. */
export interface AlignedRow {
  readonly left?: number;
  readonly right?: number;
}

/** What tells the two versions apart in structure, in the order of the text. */
export interface AlignmentDifference {
  readonly code: 'only-left' | 'only-right' | 'heading-left' | 'heading-right' | 'moved' | 'kind';
  /** Index of the row. */
  readonly row: number;
}

export interface Alignment {
  readonly rows: readonly AlignedRow[];
  readonly differences: readonly AlignmentDifference[];
}

/**
 * Lays two language versions of one act side by side, unit by unit.
 *
 * Units are told by where they stand, not by their words: number and kind on the path from the article down (articles run through
 * the whole act), and for unnumbered ones their place among their kind within the same unit. What both versions have in the same
 * order becomes a row; the longest such sequence is taken, so that one misread number does not shift the rest. What only one has
 * stands in a row of its own, where it stands in its version. A unit that both have in different order is a pair all the same.
 */
export function alignTexts(left: readonly OfficialUnit[], right: readonly OfficialUnit[]): Alignment {
  const [leftTree, rightTree] = [treeOf(left), treeOf(right)];
  const pairs = pairsOf(keysOf(leftTree), keysOf(rightTree));
  const ordered = longestRise(pairs);
  const inOrder = new Set(ordered);
  const moved = new Map(pairs.filter((pair) => !inOrder.has(pair)).map((pair) => [pair.left, pair.right]));
  const rows = rowsOf(leftTree, rightTree, ordered, moved);
  return { rows, differences: differencesOf(rows, left, right, moved) };
}

interface Pair {
  readonly left: number;
  readonly right: number;
}

/** What a unit is known by in both versions; unique within one. */
function keysOf(tree: OfficialTree): readonly string[] {
  const seen = new Map<string, number>();
  return tree.units.map((_, at) => {
    const key = keyOf(tree, at);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${key}#${count}`;
  });
}

/** Below an article the path from it counts; a chapter is known by itself, since divisions above it may be missing in one version. */
function keyOf(tree: OfficialTree, at: number): string {
  const path = pathTo(tree, at);
  const article = path.findIndex((index) => tree.units[index]?.kind === 'article');
  const steps = article < 0 ? path.slice(-1) : path.slice(article);
  return steps
    .map((index) => {
      const unit = tree.units[index];
      return unit ? `${familyOf(unit)}:${numberOf(unit)}` : '';
    })
    .join('/');
}

/** 1. may have been read as a part in one version and as a point in the other. */
function familyOf({ kind, quoted }: OfficialUnit): string {
  if (quoted) return 'quoted';
  const item: readonly OfficialKind[] = ['part', 'point', 'subpoint'];
  return item.includes(kind) ? 'item' : kind;
}

/** Subpoints are lettered in the language of the text: they are told by their place instead. */
function numberOf({ kind, number }: OfficialUnit): string {
  return number === undefined || kind === 'subpoint' || /^\p{L}/u.test(number) ? kind : foldNumber(number);
}

function pairsOf(left: readonly string[], right: readonly string[]): readonly Pair[] {
  const places = new Map(right.map((key, at) => [key, at]));
  return left.flatMap((key, at) => {
    const found = places.get(key);
    return found === undefined ? [] : [{ left: at, right: found }];
  });
}

/** The longest sequence of pairs in which both sides rise (patience sorting). */
function longestRise(pairs: readonly Pair[]): readonly Pair[] {
  const tails: number[] = [];
  const before: number[] = [];
  pairs.forEach((pair, at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.right ?? 0) < pair.right) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = at;
  });
  const rise: Pair[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) rise.unshift(pair);
  }
  return rise;
}

/** Between two pairs the rest of an article goes before what begins anew, whichever version has it. */
function rowsOf(
  leftTree: OfficialTree,
  rightTree: OfficialTree,
  ordered: readonly Pair[],
  moved: ReadonlyMap<number, number>,
): readonly AlignedRow[] {
  const elsewhere = new Set(moved.values());
  const rows: AlignedRow[] = [];
  const end = { left: leftTree.units.length, right: rightTree.units.length };
  let [left, right] = [0, 0];
  for (const pair of [...ordered, end]) {
    while (left < pair.left || right < pair.right) {
      const isDeeper = left < pair.left && right < pair.right && depthOf(rightTree, right) > depthOf(leftTree, left);
      if (left === pair.left || isDeeper) {
        if (!elsewhere.has(right)) rows.push({ right });
        right += 1;
        continue;
      }
      const other = moved.get(left);
      rows.push(other === undefined ? { left } : { left, right: other });
      left += 1;
    }
    if (pair === end) break;
    rows.push(pair);
    [left, right] = [pair.left + 1, pair.right + 1];
  }
  return rows;
}

/** How deep in its article a unit is; what stands in none is not. */
function depthOf(tree: OfficialTree, at: number): number {
  const path = pathTo(tree, at);
  const article = path.findIndex((index) => tree.units[index]?.kind === 'article');
  return article < 0 ? 0 : path.length - article;
}

function differencesOf(
  rows: readonly AlignedRow[],
  left: readonly OfficialUnit[],
  right: readonly OfficialUnit[],
  moved: ReadonlyMap<number, number>,
): readonly AlignmentDifference[] {
  return rows.flatMap((row, at): readonly AlignmentDifference[] => {
    const [a, b] = [left[row.left ?? -1], right[row.right ?? -1]];
    if (!b) return [{ code: 'only-left', row: at }];
    if (!a) return [{ code: 'only-right', row: at }];
    if (row.left !== undefined && moved.has(row.left)) return [{ code: 'moved', row: at }];
    if (a.kind !== b.kind) return [{ code: 'kind', row: at }];
    if ((a.heading === undefined) === (b.heading === undefined)) return [];
    return [{ code: a.heading === undefined ? 'heading-right' : 'heading-left', row: at }];
  });
}
