import type { InlineText } from './text.ts';
import { isRun } from './text.ts';
import type { Cell } from './types.ts';

/** A stretch of text: UTF-16 code units from its start, 0-based; `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The signs that stand for what is missing within a blank: «… лет», «№ ____». Empty for a blank that only names what is missing. */
export function gapsIn(text: string): readonly Stretch[] {
  return [...text.matchAll(/…+|_{2,}/gu)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
}

/** What is to be filled in a cell, in reading order: the gaps of each blank, or the whole of a blank without one. Offsets into the text as it is read. */
export function blanksOf(cell: Cell, textOf: InlineText): readonly Stretch[] {
  return blankSpansOf(cell, textOf).flatMap(({ start, text }) => {
    const gaps = gapsIn(text);
    return gaps.length > 0
      ? gaps.map((gap) => ({ start: start + gap.start, end: start + gap.end }))
      : [{ start, end: start + text.length }];
  });
}

/** Runs that touch are one blank: a comment on some of its words divides it in the file only. */
function blankSpansOf(cell: Cell, textOf: InlineText): readonly { readonly start: number; readonly text: string }[] {
  const spans: { start: number; text: string }[] = [];
  let offset = 0;
  let isOpen = false;
  for (const inline of cell.children) {
    const text = isRun(inline) ? inline.text : textOf(inline, cell.lang, cell.unit);
    const last = spans.at(-1);
    const isBlank = isRun(inline) && inline.blank === true && text !== '';
    if (isBlank && isOpen && last) last.text += text;
    else if (isBlank) spans.push({ start: offset, text });
    if (text !== '') isOpen = isBlank;
    offset += text.length;
  }
  return spans;
}
