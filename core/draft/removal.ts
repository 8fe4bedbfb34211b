import { type Trilingual, trilingual } from '../base/language.ts';
import { blocksOf, unitsOfBlocks } from './blocks.ts';
import { cellOf, isBlankCell } from './state.ts';
import { commentMarksOf, isRun, runsText, targetsOf } from './text.ts';
import type { CommentThread, Inline, Unit, UnitId } from './types.ts';

/** What goes with units that are to be deleted, told before it is done. */
export interface Loss {
  /** The outermost units, in reading order. */
  readonly roots: readonly Unit[];
  /** Number of units, the roots included. */
  readonly units: number;
  /** Typed words in each language. */
  readonly words: Trilingual<number>;
  /** Citations of acts, counted in the language that has most of them. */
  readonly citations: number;
  /** Threads none of whose words stay. */
  readonly comments: number;
  /** Units that stay and refer to one that goes: each once, in reading order. */
  readonly referring: readonly UnitId[];
}

/** What the deletion of the chosen units, with all that they enclose, takes away. */
export function lossOf(units: readonly Unit[], comments: readonly CommentThread[], ids: Iterable<UnitId>): Loss {
  const blocks = blocksOf(units, ids);
  const doomed = unitsOfBlocks(units, blocks);
  const goes = new Set(doomed.map(({ id }) => id));
  const staying = units.filter(({ id }) => !goes.has(id));
  const counts = trilingual(
    (language) =>
      inlinesOf(doomed.map((unit) => cellOf(unit, language))).filter((inline) => isOf(inline, 'citation')).length,
  );
  const [going, kept] = [marksOf(doomed), marksOf(staying)];
  return {
    roots: blocks.flatMap(({ from }) => units[from] ?? []),
    units: doomed.length,
    words: trilingual((language) => doomed.reduce((sum, unit) => sum + wordCount(runsText(cellOf(unit, language))), 0)),
    citations: Math.max(...Object.values(counts)),
    comments: comments.filter(({ id }) => going.has(`c_${id}`) && !kept.has(`c_${id}`)).length,
    referring: staying.filter((unit) => refersInto(unit, goes)).map(({ id }) => id),
  };
}

/** Whether nothing but empty places goes, so that nobody need be asked. */
export function isTrifle(loss: Loss): boolean {
  const isBlank = loss.roots.every((unit) => unit.children.every(isBlankCell));
  return loss.units === 1 && isBlank && loss.referring.length === 0 && loss.comments === 0;
}

function inlinesOf(cells: readonly { readonly children: readonly Inline[] }[]): readonly Inline[] {
  return cells.flatMap(({ children }) => children);
}

function isOf(inline: Inline, type: 'citation' | 'reference'): boolean {
  return !isRun(inline) && inline.type === type;
}

function refersInto({ children }: Unit, goes: ReadonlySet<UnitId>): boolean {
  return inlinesOf(children).some(
    (inline) => !isRun(inline) && inline.type === 'reference' && targetsOf(inline).some((id) => goes.has(id)),
  );
}

function marksOf(units: readonly Unit[]): ReadonlySet<string> {
  const marks = new Set<string>();
  for (const inline of inlinesOf(units.flatMap(({ children }) => children))) {
    for (const mark of commentMarksOf(inline)) marks.add(mark);
  }
  return marks;
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
