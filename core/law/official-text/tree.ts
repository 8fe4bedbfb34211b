import type { OfficialKind, OfficialUnit } from './types.ts';

/** How deep a kind stands; what follows at the same depth or further out ends it. Leaves hold nothing. */
const depths: Readonly<Record<OfficialKind, number>> = {
  annex: 0,
  preamble: 1,
  signature: 1,
  section: 1,
  chapter: 2,
  article: 3,
  part: 4,
  point: 5,
  subpoint: 6,
  paragraph: 7,
  row: 7,
  footnote: 7,
  note: 7,
};

/** The tree that a statute's flat list of units implies. */
export interface OfficialTree {
  readonly units: readonly OfficialUnit[];
  /** Index of the unit that each stands in; -1 at the top. */
  readonly parents: readonly number[];
}

/** Reads the tree once; every question about places is answered from it. */
export function treeOf(units: readonly OfficialUnit[]): OfficialTree {
  const open: number[] = [];
  const parents = units.map((unit, at) => {
    // Words of another act that are quoted here are no structure of this one.
    const depth = unit.quoted ? depths.paragraph : depths[unit.kind];
    while (open.length > 0 && depthOf(units[open.at(-1) ?? 0]) >= depth) open.pop();
    const parent = open.at(-1) ?? -1;
    open.push(at);
    return parent;
  });
  return { units, parents };
}

function depthOf(unit: OfficialUnit | undefined): number {
  if (!unit) return -1;
  return unit.quoted ? depths.paragraph : depths[unit.kind];
}

/** Index after the last unit that stands in the one at `at`. */
export function endOf({ units, parents }: OfficialTree, at: number): number {
  let end = at + 1;
  while (end < units.length && isInside(parents, end, at)) end += 1;
  return end;
}

function isInside(parents: readonly number[], index: number, ancestor: number): boolean {
  for (let at = parents[index] ?? -1; at >= ancestor; at = parents[at] ?? -1) if (at === ancestor) return true;
  return false;
}

/** The units that enclose one, outermost first, and itself last. */
export function pathTo({ parents }: OfficialTree, at: number): readonly number[] {
  const path: number[] = [];
  for (let index = at; index >= 0; index = parents[index] ?? -1) path.unshift(index);
  return path;
}
