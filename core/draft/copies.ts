import { type Block, blocksOf, neighbouring, unitsOfBlocks } from './blocks.ts';
import type { Edit, Operation } from './operation.ts';
import { kindRules } from './schema.ts';
import { isRun, keepingComments } from './text.ts';
import type { Cell, Inline, TextRun, Unit, UnitId } from './types.ts';

/**
 * Copies of whole units under new ids, in all three languages. References among them point at the copies; comments stay with the
 * words on which they were made; a copy has no locked number, nobody approved it and nobody set a problem of it aside.
 */
export function copiesOf(units: readonly Unit[], newId: () => UnitId): readonly Unit[] {
  const ids = new Map(units.map(({ id }) => [id, newId()]));
  return units.map((unit) => {
    const { number: _locked, aside: _looked, ...rest } = unit;
    const id = ids.get(unit.id) ?? unit.id;
    return { ...rest, id, children: unit.children.map((cell) => copyOf(cell, id, ids)) as unknown as Unit['children'] };
  });
}

function copyOf({ approved: _approved, ...cell }: Cell, unit: UnitId, ids: ReadonlyMap<UnitId, UnitId>): Cell {
  return { ...cell, unit, children: withoutComments(cell.children).map((inline) => retargeted(inline, ids)) };
}

function retargeted(inline: Inline, ids: ReadonlyMap<UnitId, UnitId>): Inline {
  if (isRun(inline) || inline.type !== 'reference') return inline;
  const { also } = inline;
  const copied = (id: UnitId): UnitId => ids.get(id) ?? id;
  return { ...inline, target: copied(inline.target), ...(also && { also: also.map(copied) }) };
}

/** Runs that differed in their comments alone become one. */
export function withoutComments(
  inlines: readonly Inline[],
  keeps: (mark: string) => boolean = () => false,
): readonly Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const bare = keepingComments(inline, keeps);
    const last = result.at(-1);
    if (last && isRun(last) && isRun(bare) && haveSameMarks(last, bare)) {
      result[result.length - 1] = { ...last, text: last.text + bare.text };
    } else result.push(bare);
  }
  return result;
}

function haveSameMarks(a: TextRun, b: TextRun): boolean {
  const marks = (run: TextRun) =>
    Object.keys(run)
      .filter((name) => name !== 'text')
      .sort()
      .join();
  return marks(a) === marks(b);
}

/** Puts a copy of the chosen units behind them; those that stand side by side are copied together. */
export function duplicateBlocks(units: readonly Unit[], ids: Iterable<UnitId>, newId: () => UnitId): Edit | undefined {
  const blocks = blocksOf(units, ids);
  const standsAlone = ({ from }: Block) => kindRules[units[from]?.kind ?? 'title'].depth === 0;
  if (blocks.length === 0 || blocks.some(standsAlone)) return undefined;
  const stretches = neighbouring(units, blocks);
  const copies = copiesOf(unitsOfBlocks(units, stretches), newId);
  const operations: Operation[] = [];
  for (const { from, end } of stretches) {
    const at = end + operations.length;
    for (let i = 0; i < end - from; i += 1) {
      const node = copies[operations.length];
      if (node) operations.push({ type: 'insert_node', path: [at + i], node });
    }
  }
  return { operations };
}
