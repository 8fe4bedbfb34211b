import { fail, type Result, succeed } from '../base/result.ts';
import { blocksOf, unitsOfBlocks } from './blocks.ts';
import { keepsStructure, mayStandAt } from './edits.ts';
import type { Edit, Operation } from './operation.ts';
import { indexOfUnit, type OutlineNode, outlineOf, parentIndex, subtreeEnd } from './outline.ts';
import { kindRules } from './schema.ts';
import type { Unit, UnitId, UnitKind } from './types.ts';

/*
 * Whole units put to a place that a person points at: by dragging, or by cutting and pasting.
 */

/** A place beside a unit or, at its end, within it. */
export interface Target {
  readonly unit: UnitId;
  readonly where: 'before' | 'after' | 'inside';
}

/**
 * Why units cannot be put somewhere. `itself`: into what is moved. `kind`: a unit of this kind may not stand there. `takes-over`: it would
 * enclose provisions that stand after it and belong elsewhere. `nothing`: they stand there already, or there is nothing to move.
 */
export type Refusal = 'itself' | 'kind' | 'takes-over' | 'nothing';

/** Moves the chosen units, in reading order, to a place. What is not moved keeps what encloses it. */
export function placeBlocks(units: readonly Unit[], ids: Iterable<UnitId>, target: Target): Result<Edit, Refusal> {
  const blocks = blocksOf(units, ids);
  const moved = unitsOfBlocks(units, blocks);
  const at = landingOf(units, target);
  if (at === undefined || moved.length === 0) return fail('nothing');
  const anchor = indexOfUnit(units, target.unit);
  if (blocks.some(({ from, end }) => anchor >= from && anchor < end)) return fail('itself');
  const isMoved = new Set(moved.map(({ id }) => id));
  // Everything goes before the next unit that stays, one after the other: so their order stays.
  const next = units.slice(at).find(({ id }) => !isMoved.has(id));
  const staying = units.filter(({ id }) => !isMoved.has(id));
  const goal = next ? staying.indexOf(next) : staying.length;
  const after = [...staying.slice(0, goal), ...moved, ...staying.slice(goal)];
  const refusal = refusalOf(
    units,
    after,
    blocks.map(({ from }) => units[from]?.id ?? ''),
  );
  if (refusal) return fail(refusal);
  return succeed({ operations: movesBefore(units, moved, next) });
}

/** Puts units that are not in the list yet to a place: whole subtrees, outermost kinds first. */
export function putBlocks(units: readonly Unit[], fresh: readonly Unit[], target: Target): Result<Edit, Refusal> {
  const at = landingOf(units, target);
  if (at === undefined || fresh.length === 0) return fail('nothing');
  const after = [...units.slice(0, at), ...fresh, ...units.slice(at)];
  const roots = outlineOf(fresh).map((node: OutlineNode) => node.unit.id);
  const refusal = refusalOf(units, after, roots);
  if (refusal) return fail(refusal);
  return succeed({
    operations: fresh.map((node, i): Operation => ({ type: 'insert_node', path: [at + i], node })),
  });
}

function landingOf(units: readonly Unit[], { unit, where }: Target): number | undefined {
  const anchor = indexOfUnit(units, unit);
  if (anchor < 0) return undefined;
  return where === 'before' ? anchor : subtreeEnd(units, anchor);
}

/**
 * Where a paste goes when a unit is chosen: behind it or, when it stands deeper than what comes, behind that which encloses it and
 * stands high enough.
 */
export function pasteTarget(units: readonly Unit[], chosen: UnitId, kind: UnitKind): Target {
  const { depth } = kindRules[kind];
  let at = indexOfUnit(units, chosen);
  while (at >= 0 && kindRules[units[at]?.kind ?? 'title'].depth > depth) at = parentIndex(units, at);
  return { unit: units[at]?.id ?? chosen, where: 'after' };
}

function refusalOf(before: readonly Unit[], after: readonly Unit[], roots: readonly UnitId[]): Refusal | undefined {
  if (before.length === after.length && after.every((unit, i) => unit.id === before[i]?.id)) return 'nothing';
  const isRoot = new Set(roots);
  const isHere = after.every(
    (unit, i) => !isRoot.has(unit.id) || (mayStandAt(after, i, unit.kind) && isInBody(after, i)),
  );
  if (!isHere) return 'kind';
  const [was, is] = [parentsOf(before), parentsOf(after)];
  const homes = new Set(roots.map((id) => is.get(id)));
  const isTakenOver = before.some(({ id }) => !isRoot.has(id) && was.get(id) !== is.get(id));
  if (isTakenOver || homes.size > 1) return 'takes-over';
  return keepsStructure(before, after) ? undefined : 'kind';
}

/** Provisions stand behind the title and the preamble and before the signature; a drafter's note may stand anywhere. */
function isInBody(units: readonly Unit[], index: number): boolean {
  const isHead = ({ kind }: Unit) => kind === 'title' || kind === 'preamble';
  if (units[index]?.kind === 'note') return true;
  return !units.slice(index + 1).some(isHead) && !units.slice(0, index).some(({ kind }) => kind === 'signature');
}

/** The id of what encloses each unit; undefined for the bill itself. */
function parentsOf(units: readonly Unit[]): ReadonlyMap<UnitId, UnitId | undefined> {
  const parents = new Map<UnitId, UnitId | undefined>();
  const walk = (nodes: readonly OutlineNode[], parent: UnitId | undefined): void => {
    for (const { unit, children } of nodes) {
      parents.set(unit.id, parent);
      walk(children, unit.id);
    }
  };
  walk(outlineOf(units), undefined);
  return parents;
}

function movesBefore(units: readonly Unit[], moved: readonly Unit[], next: Unit | undefined): readonly Operation[] {
  const order = units.map(({ id }) => id);
  return moved.flatMap(({ id }): readonly Operation[] => {
    const from = order.indexOf(id);
    order.splice(from, 1);
    const to = next ? order.indexOf(next.id) : order.length;
    order.splice(to, 0, id);
    return from === to ? [] : [{ type: 'move_node', path: [from], newPath: [to] }];
  });
}
