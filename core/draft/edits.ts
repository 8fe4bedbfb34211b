import type { Edit, Operation } from './operation.ts';
import { enclosingIndexFor, parentIndex, subtreeEnd } from './outline.ts';
import { kindRules } from './schema.ts';
import type { Unit, UnitKind } from './types.ts';

/*
 * Structural changes of the list of units as values. Each builder looks at the units and gives the edit that makes the change,
 * or undefined when the change makes no sense there. Text is never dropped: only `removeSubtree` removes units, and it says so.
 */

/** Whether a unit of `kind` may stand at `index`. */
export function mayStandAt(units: readonly Unit[], index: number, kind: UnitKind): boolean {
  const enclosing = units[enclosingIndexFor(units, index, kind)];
  // A resolution is made of points; a bill, of articles with points in them.
  if (!enclosing && kind === 'point') return !units.some((unit) => unit.kind === 'article');
  return kindRules[kind].within.includes(enclosing ? enclosing.kind : 'draft');
}

/**
 * Puts `unit` before the unit at `index`, or after it and what it encloses. An article that is asked for within a part goes before or
 * after the whole article: it does not cut that one in two.
 */
export function insertUnit(
  units: readonly Unit[],
  index: number,
  unit: Unit,
  where: 'before' | 'after',
): Edit | undefined {
  const beside = highEnough(units, index, unit.kind);
  const at = where === 'before' ? beside : indexAfter(units, beside, unit.kind);
  if (!mayStandAt(units, at, unit.kind)) return undefined;
  return { operations: [{ type: 'insert_node', path: [at], node: unit }] };
}

/** The unit itself or the nearest that encloses it and is no deeper than the kind; the unit itself when none is. */
function highEnough(units: readonly Unit[], index: number, kind: UnitKind): number {
  const { depth } = kindRules[kind];
  for (let at = index; at >= 0; at = parentIndex(units, at)) {
    const unit = units[at];
    if (unit && kindRules[unit.kind].depth <= depth) return at;
  }
  return index;
}

/** A deeper unit goes directly under the one at `index`; one of the same depth or higher goes behind all that it encloses. */
function indexAfter(units: readonly Unit[], index: number, kind: UnitKind): number {
  const unit = units[index];
  if (!unit) return index;
  return kindRules[kind].depth > kindRules[unit.kind].depth ? index + 1 : subtreeEnd(units, index);
}

/** Removes the unit at `index` with everything that it encloses, in all three languages. */
export function removeSubtree(units: readonly Unit[], index: number): Edit | undefined {
  const doomed = units.slice(index, subtreeEnd(units, index));
  if (!units[index] || doomed.length === units.length) return undefined;
  return { operations: doomed.map((node): Operation => ({ type: 'remove_node', path: [index], node })) };
}

/** Moves the unit at `index` with what it encloses past its neighbour; at the edge of its parent, into the neighbouring parent. */
export function moveSubtree(units: readonly Unit[], index: number, direction: 'up' | 'down'): Edit | undefined {
  return moveStretch(units, index, subtreeEnd(units, index), direction);
}

/** {@link moveSubtree} for neighbouring subtrees of one parent, `[index, end)`, that go together. */
export function moveStretch(
  units: readonly Unit[],
  index: number,
  end: number,
  direction: 'up' | 'down',
): Edit | undefined {
  const unit = units[index];
  if (!unit || isOutsideOutline(unit)) return undefined;
  if (direction === 'up') {
    const to = precedingStart(units, index);
    return to === undefined ? undefined : checkedMove(units, unit.kind, index, end, to);
  }
  const next = units[end];
  if (!next || isOutsideOutline(next)) return undefined;
  const staysInside = parentIndex(units, end) === parentIndex(units, index);
  return checkedMove(units, unit.kind, end, staysInside ? subtreeEnd(units, end) : end + 1, index, {
    mover: index,
    size: end - index,
  });
}

/** Title, preamble and signature keep their places at the edges of the bill. */
function isOutsideOutline(unit: Unit | undefined): boolean {
  return unit !== undefined && kindRules[unit.kind].depth === 0;
}

/** Start of the sibling before, or of the parent when the unit is its first and the parent has a sibling before it. */
function precedingStart(units: readonly Unit[], index: number): number | undefined {
  const parent = parentIndex(units, index);
  for (let at = index - 1; at > parent; at -= 1) {
    if (isOutsideOutline(units[at])) return undefined;
    if (parentIndex(units, at) === parent) return at;
  }
  const parentUnit = units[parent];
  return parentUnit && !isOutsideOutline(parentUnit) ? parent : undefined;
}

/** Moves `[from, end)` to `to` (which lies before it), if the unit that the person moves may stand where it lands. */
function checkedMove(
  units: readonly Unit[],
  kind: UnitKind,
  from: number,
  end: number,
  to: number,
  moved?: { readonly mover: number; readonly size: number },
): Edit | undefined {
  const block = units.slice(from, end);
  const next = [...units.slice(0, to), ...block, ...units.slice(to, from), ...units.slice(end)];
  const landed = moved ? moved.mover + block.length : to;
  if (!mayStandAt(next, landed, kind) || !keepsStructure(units, next)) return undefined;
  return { operations: block.map((_, i): Operation => ({ type: 'move_node', path: [from + i], newPath: [to + i] })) };
}

/** A move may leave a misplaced unit misplaced, but never makes another one. */
export function keepsStructure(before: readonly Unit[], after: readonly Unit[]): boolean {
  return misplaced(after) <= misplaced(before);
}

function misplaced(units: readonly Unit[]): number {
  return units.filter((unit, index) => !mayStandAt(units, index, unit.kind)).length;
}

/** Gives the unit at `index` another kind; what it enclosed is then enclosed as the new kinds imply. */
export function setKind(units: readonly Unit[], index: number, kind: UnitKind): Edit | undefined {
  const unit = units[index];
  if (!unit || unit.kind === kind || !mayStandAt(units, index, kind)) return undefined;
  // What it enclosed must still have a place: an article with parts does not become a chapter.
  if (!keepsStructure(units, units.with(index, { ...unit, kind }))) return undefined;
  return { operations: [kindOperation(index, unit, kind)] };
}

/** Tab: one step inward, with what the unit encloses. */
export function demote(units: readonly Unit[], index: number): Edit | undefined {
  return shift(units, index, 'inward');
}

/** Shift+Tab: one step outward, with what the unit encloses. */
export function promote(units: readonly Unit[], index: number): Edit | undefined {
  return shift(units, index, 'outward');
}

function shift(units: readonly Unit[], index: number, step: 'inward' | 'outward'): Edit | undefined {
  const unit = units[index];
  const kind = unit && kindRules[unit.kind][step];
  if (!unit || !kind || !mayStandAt(units, index, kind)) return undefined;
  const operations: Operation[] = [kindOperation(index, unit, kind)];
  for (let at = index + 1; at < subtreeEnd(units, index); at += 1) {
    const inner = units[at];
    const shifted = inner && kindRules[inner.kind][step];
    if (inner && shifted && kindRules[shifted].depth > kindRules[kind].depth) {
      operations.push(kindOperation(at, inner, shifted));
    }
  }
  return { operations };
}

/** A locked number was the number of an article: what becomes a part is counted as a part. */
function kindOperation(index: number, { kind, number }: Unit, after: UnitKind): Operation {
  return {
    type: 'set_node',
    path: [index],
    properties: { kind, ...(number !== undefined && { number }) },
    newProperties: { kind: after, ...(number !== undefined && { number: null }) },
  };
}
