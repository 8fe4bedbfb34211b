import { atOnce } from '../base/steps.ts';
/*
 * Dividing a document into pages, by heights alone. Whoever measures brings the heights: the printed page from a browser's layout, the
 * estimate from a count of letters. All lengths in one unit, whichever it is.
 */

/** A paragraph by its lines, all of one height. */
export interface CellBox {
  readonly lines: number;
  readonly lineHeight: number;
  readonly before: number;
  readonly after: number;
}

/** What stands side by side: one paragraph, or a row of the parallel document. */
export interface RowBox {
  readonly cells: readonly CellBox[];
  /** What the frame of a table adds to its height. */
  readonly frame: number;
  /** Stands on the page of what follows. */
  readonly keepNext: boolean;
  /** Is not divided unless it is longer than a page. */
  readonly isWhole: boolean;
}

/** The lines of a cell that stand on one page: `[from, to)`. Both may be equal. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** A row, or the part of it that stands on one page. */
export interface Piece {
  /** Index of the row. */
  readonly row: number;
  readonly cells: readonly Lines[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Space above it; none at the head of a page, except of the first. */
  readonly hasBefore: boolean;
}

/** Fewest lines of a provision that stand alone at the end or at the beginning of a page. */
const fewestLines = 2;
/** How many headings in a row are held to what follows: a longer chain would push a whole page onto the next. */
const longestChain = 4;
/** Sums of heights are not exact. */
const tolerance = 0.01;

type Pages = readonly (readonly Piece[])[];

/** The pages of a document, each with its pieces in order. `height` is that of the text on a page. Never empty. */
export function paginate(rows: readonly RowBox[], height: number): Pages {
  return atOnce(paginateInSteps(rows, height));
}

/** So many rows are placed in one step. */
const rowsInStep = 500;

/** {@link paginate} in short steps. */
export function* paginateInSteps(rows: readonly RowBox[], height: number): Generator<void, Pages, undefined> {
  const pages: Piece[][] = [[]];
  let used = 0;
  const turn = (): void => {
    pages.push([]);
    used = 0;
    behind = 0;
  };
  const isAtHead = (): boolean => (pages.at(-1)?.length ?? 0) === 0;
  /** The space behind the last paragraph, which the next one's space above it may share. */
  let behind = 0;
  const shared = (row: RowBox, hasBefore: boolean): number => (hasBefore ? Math.min(behind, beforeOf(row)) : 0);
  const place = (piece: Piece, row: RowBox): void => {
    const after = piece.isLast ? afterOf(row) : 0;
    used += heightOf(row, piece) - shared(row, piece.hasBefore) + after;
    behind = after;
    pages.at(-1)?.push(piece);
  };
  const placeRow = (row: RowBox, index: number): void => {
    let rest: readonly Lines[] = row.cells.map(({ lines }) => ({ from: 0, to: lines }));
    for (let isFirst = true; ; isFirst = false) {
      const hasBefore = isFirst && (!isAtHead() || pages.length === 1);
      const whole: Piece = { row: index, cells: rest, isFirst, isLast: true, hasBefore };
      const room = height - used + tolerance + shared(row, hasBefore);
      const isFitting = heightOf(row, whole) <= room;
      const isDivided = !isFitting && isDivisible(row, height);
      const cut = isDivided ? divide(row, rest, room - spaceOf(row, hasBefore)) : undefined;
      if (!cut && (isFitting || isAtHead())) {
        place(whole, row);
        return;
      }
      if (cut) {
        place({ ...whole, cells: cut, isLast: false }, row);
        rest = rest.map(({ from, to }, i) => ({ from: cut[i]?.to ?? from, to }));
      }
      turn();
    }
  };
  for (const [index, row] of rows.entries()) {
    if (index % rowsInStep === 0) yield;
    const needed = neededFrom(rows, index);
    if (!isAtHead() && used + needed > height + tolerance && needed <= height) turn();
    placeRow(row, index);
  }
  return pages;
}

function spaceOf(row: RowBox, hasBefore: boolean): number {
  return row.frame + (hasBefore ? Math.max(0, ...row.cells.map(({ before }) => before)) : 0);
}

/** Of two paragraphs the larger space holds, as in Word. What a table's cell has stays within its frame. */
function beforeOf({ cells, frame }: RowBox): number {
  return frame > 0 ? 0 : Math.max(0, ...cells.map(({ before }) => before));
}

function afterOf({ cells, frame }: RowBox): number {
  return frame > 0 ? 0 : Math.max(0, ...cells.map(({ after }) => after));
}

/** Without the space behind it, which may fall off the end of a page; a table's cell has it inside. */
function heightOf(row: RowBox, { cells, hasBefore }: Pick<Piece, 'cells' | 'hasBefore'>): number {
  const heights = row.cells.map(({ lines, lineHeight, before, after }, i) => {
    const { from, to } = cells[i] ?? { from: 0, to: 0 };
    const inFrame = row.frame > 0 && to === lines ? after : 0;
    return (hasBefore ? before : 0) + (to - from) * lineHeight + inFrame;
  });
  return row.frame + Math.max(0, ...heights);
}

function wholeHeight(row: RowBox): number {
  return heightOf(row, { cells: row.cells.map(({ lines }) => ({ from: 0, to: lines })), hasBefore: true });
}

/** What must find room for a row to begin here: itself whole or its first lines, and what it is held to. */
function neededFrom(rows: readonly RowBox[], index: number, chain = 1): number {
  const row = rows[index];
  if (!row) return 0;
  if (row.keepNext && chain < longestChain && index + 1 < rows.length)
    return wholeHeight(row) + afterOf(row) + neededFrom(rows, index + 1, chain + 1);
  if (row.isWhole) return wholeHeight(row);
  const begins = row.cells.map(({ lines, lineHeight, before }) => before + beginning(lines) * lineHeight);
  return row.frame + Math.max(0, ...begins);
}

/** Three lines are not divided: one of them would stand alone. */
function beginning(lines: number): number {
  return lines < 2 * fewestLines ? lines : fewestLines;
}

function isDivisible(row: RowBox, height: number): boolean {
  return !row.isWhole || wholeHeight(row) > height;
}

/** The lines of each cell that fit into the room; undefined when it is not worth a division. */
function divide(row: RowBox, rest: readonly Lines[], room: number): readonly Lines[] | undefined {
  const cut = rest.map(({ from, to }, i) => {
    const fitting = Math.max(0, Math.floor(room / (row.cells[i]?.lineHeight ?? 1)));
    const left = to - from - fitting;
    if (left <= 0) return { from, to };
    const taken = fitting - Math.max(0, fewestLines - left);
    return { from, to: from + (taken < fewestLines ? 0 : taken) };
  });
  // A short cell beside a long one would leave the long one's first lines to the next page, apart from it.
  const isBegun = cut.every(({ from, to }, i) => to > from || (rest[i]?.to ?? 0) === from);
  return isBegun && cut.some(({ from, to }) => to > from) ? cut : undefined;
}
