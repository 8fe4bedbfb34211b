import { gapsIn } from './blanks.ts';
import type { Operation } from './operation.ts';
import { isRun } from './text.ts';
import type { Cell } from './types.ts';

/**
 * The operations that take the mark `blank` from what `changes` fill, to come after them. A blank with a gap (the three dots of a
 * missing number) is filled when no gap is left in it; one that only names what is missing, when all its words are others now. One
 * that is left without words is neither.
 *
 * `changes` insert and remove text in the runs of the cell at `path` and nothing else.
 */
export function unmarkFilled(cell: Cell, changes: readonly Operation[], path: readonly number[]): readonly Operation[] {
  return blanksIn(cell).flatMap((blank) => {
    const after = blank.map((run) => changed(run, changes));
    const now = after.map(({ text }) => text).join('');
    const hadGap = gapsIn(blank.map(({ text }) => text).join('')).length > 0;
    const isFilled = hadGap ? gapsIn(now).length === 0 : after.every(({ isReplaced }) => isReplaced);
    if (!isFilled || now === '') return [];
    return blank.map(
      ({ at }): Operation => ({
        type: 'set_node',
        path: [...path, at],
        properties: { blank: true },
        newProperties: { blank: null },
      }),
    );
  });
}

interface BlankRun {
  readonly at: number;
  readonly text: string;
}

/** Runs that touch are one blank, as in `blanksOf`. */
function blanksIn(cell: Cell): readonly (readonly BlankRun[])[] {
  const blanks: BlankRun[][] = [];
  let isOpen = false;
  cell.children.forEach((inline, at) => {
    if (isRun(inline) && inline.text === '') return;
    const isBlank = isRun(inline) && inline.blank === true;
    if (isBlank && !isOpen) blanks.push([]);
    if (isBlank) blanks.at(-1)?.push({ at, text: inline.text });
    isOpen = isBlank;
  });
  return blanks;
}

/** What becomes of a run's text, and whether none of its first words is left. */
function changed(
  { at, text }: BlankRun,
  changes: readonly Operation[],
): { readonly text: string; readonly isReplaced: boolean } {
  let now = text;
  let left = text.length;
  for (const change of changes) {
    if (change.type !== 'insert_text' && change.type !== 'remove_text') continue;
    if (change.path.at(-1) !== at) continue;
    const { offset, text: words } = change;
    if (change.type === 'insert_text') now = now.slice(0, offset) + words + now.slice(offset);
    else {
      now = now.slice(0, offset) + now.slice(offset + words.length);
      left -= words.length;
    }
  }
  return { text: now, isReplaced: left <= 0 };
}
