import { kindRules } from './schema.ts';
import type { Unit, UnitId, UnitKind } from './types.ts';

/** A unit with what it encloses, as the flat list implies. */
export interface OutlineNode {
  readonly unit: Unit;
  /** Index in the list of units. */
  readonly index: number;
  /** In reading order; may be empty. */
  readonly children: readonly OutlineNode[];
}

interface OpenNode extends OutlineNode {
  readonly children: OpenNode[];
}

/** The tree that the list implies: a unit encloses the deeper units that follow it. Kinds of depth 0 stand alone. */
export function outlineOf(units: readonly Unit[]): readonly OutlineNode[] {
  const roots: OpenNode[] = [];
  const open: OpenNode[] = [];
  units.forEach((unit, index) => {
    const node: OpenNode = { unit, index, children: [] };
    const depth = kindRules[unit.kind].depth;
    if (depth === 0) open.length = 0;
    while (open.length > 0 && depthOf(open) >= depth) open.pop();
    (open.at(-1)?.children ?? roots).push(node);
    if (depth > 0) open.push(node);
  });
  return roots;
}

function depthOf(open: readonly OpenNode[]): number {
  const last = open.at(-1);
  return last ? kindRules[last.unit.kind].depth : -1;
}

/** Index of the unit that encloses the one at `index`; -1 for one that stands in the bill itself. */
export function parentIndex(units: readonly Unit[], index: number): number {
  const unit = units[index];
  if (!unit) return -1;
  return enclosingIndexFor(units, index, unit.kind);
}

/** Index of the unit that would enclose a unit of `kind` put at `index`; -1 for the bill itself. */
export function enclosingIndexFor(units: readonly Unit[], index: number, kind: UnitKind): number {
  const { depth } = kindRules[kind];
  if (depth === 0) return -1;
  for (let before = index - 1; before >= 0; before -= 1) {
    const beforeDepth = depthAt(units, before);
    if (beforeDepth === 0) return -1;
    if (beforeDepth < depth) return before;
  }
  return -1;
}

/** The index after the last unit that the one at `index` encloses: `[index, subtreeEnd)` moves and goes as one. */
export function subtreeEnd(units: readonly Unit[], index: number): number {
  const depth = depthAt(units, index);
  let end = index + 1;
  if (depth === 0) return end;
  while (end < units.length && depthAt(units, end) > depth) end += 1;
  return end;
}

/** -1 when there is no such unit. */
export function indexOfUnit(units: readonly Unit[], id: UnitId): number {
  return units.findIndex((unit) => unit.id === id);
}

/** Indices from the outermost enclosing unit to the unit itself. */
export function ancestry(units: readonly Unit[], index: number): readonly number[] {
  const path: number[] = [];
  for (let at = index; at >= 0; at = parentIndex(units, at)) path.unshift(at);
  return path;
}

function depthAt(units: readonly Unit[], index: number): number {
  const unit = units[index];
  return unit ? kindRules[unit.kind].depth : 0;
}
