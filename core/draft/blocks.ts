import { applyOperation } from './apply.ts';
import { demote, moveStretch, promote, setKind } from './edits.ts';
import type { Edit, Operation } from './operation.ts';
import { indexOfUnit, parentIndex, subtreeEnd } from './outline.ts';
import type { Unit, UnitId, UnitKind } from './types.ts';

/*
 * Structural changes of several whole units at once. A block is a unit with all that it encloses; a unit that is chosen together
 * with one that encloses it goes along with that one. Every builder gives one edit, or refuses the whole of it.
 */

/** A unit with all that it encloses: `[from, end)` of the list. */
export interface Block {
  readonly from: number;
  readonly end: number;
}

/** The blocks of the chosen units in reading order; empty when none of them is in the list. */
export function blocksOf(units: readonly Unit[], ids: Iterable<UnitId>): readonly Block[] {
  const chosen = new Set(ids);
  const blocks: Block[] = [];
  for (let from = 0; from < units.length; ) {
    const isChosen = chosen.has(units[from]?.id ?? '');
    const end = isChosen ? subtreeEnd(units, from) : from + 1;
    if (isChosen) blocks.push({ from, end });
    from = end;
  }
  return blocks;
}

/** All units of the blocks, in reading order. */
export function unitsOfBlocks(units: readonly Unit[], blocks: readonly Block[]): readonly Unit[] {
  return blocks.flatMap(({ from, end }) => units.slice(from, end));
}

/** Removes the chosen units with all that they enclose. Undefined when nothing would be left. */
export function removeBlocks(units: readonly Unit[], ids: Iterable<UnitId>): Edit | undefined {
  const blocks = blocksOf(units, ids);
  const doomed = unitsOfBlocks(units, blocks);
  if (doomed.length === 0 || doomed.length === units.length) return undefined;
  const operations = blocks
    .toReversed()
    .flatMap(({ from, end }) =>
      units.slice(from, end).map((node): Operation => ({ type: 'remove_node', path: [from], node })),
    );
  return { operations };
}

/** Tab and Shift+Tab for every chosen unit. */
export function shiftBlocks(
  units: readonly Unit[],
  ids: Iterable<UnitId>,
  step: 'inward' | 'outward',
): Edit | undefined {
  return eachBlock(units, ids, (current, index) => (step === 'inward' ? demote : promote)(current, index));
}

/** Gives every chosen unit another kind; those that have it already stay as they are. */
export function setKindOfBlocks(units: readonly Unit[], ids: Iterable<UnitId>, kind: UnitKind): Edit | undefined {
  const others = [...ids].filter((id) => units[indexOfUnit(units, id)]?.kind !== kind);
  return eachBlock(units, others, (current, index) => setKind(current, index, kind));
}

/** One builder for each block after the other; none of it is done when one refuses. No builder here shifts the places of the others. */
function eachBlock(
  units: readonly Unit[],
  ids: Iterable<UnitId>,
  build: (units: readonly Unit[], index: number) => Edit | undefined,
): Edit | undefined {
  return inSequence(
    units,
    blocksOf(units, ids).map(
      ({ from }) =>
        (current) =>
          build(current, from),
    ),
  );
}

type Build = (units: readonly Unit[]) => Edit | undefined;

function inSequence(units: readonly Unit[], builds: readonly Build[]): Edit | undefined {
  const operations: Operation[] = [];
  let current = units;
  for (const build of builds) {
    const edit = build(current);
    const next = edit && applied(current, edit.operations);
    if (!next) return undefined;
    operations.push(...edit.operations);
    current = next;
  }
  return operations.length > 0 ? { operations } : undefined;
}

function applied(units: readonly Unit[], operations: readonly Operation[]): readonly Unit[] | undefined {
  return operations.reduce<readonly Unit[] | undefined>((list, one) => list && applyOperation(list, one), units);
}

/** Moves the chosen units past their neighbours; those that stand side by side go together. */
export function moveBlocks(units: readonly Unit[], ids: Iterable<UnitId>, direction: 'up' | 'down'): Edit | undefined {
  const stretches = neighbouring(units, blocksOf(units, ids));
  const inOrder = direction === 'up' ? stretches : stretches.toReversed();
  return inSequence(
    units,
    inOrder.map((stretch) => {
      const first = units[stretch.from]?.id ?? '';
      const size = stretch.end - stretch.from;
      return (current) => {
        const from = indexOfUnit(current, first);
        return moveStretch(current, from, from + size, direction);
      };
    }),
  );
}

/** Blocks that follow each other within one parent, as one stretch. */
export function neighbouring(units: readonly Unit[], blocks: readonly Block[]): readonly Block[] {
  const stretches: Block[] = [];
  for (const block of blocks) {
    const last = stretches.at(-1);
    const joins = last?.end === block.from && parentIndex(units, last.from) === parentIndex(units, block.from);
    if (last && joins) stretches[stretches.length - 1] = { from: last.from, end: block.end };
    else stretches.push(block);
  }
  return stretches;
}
