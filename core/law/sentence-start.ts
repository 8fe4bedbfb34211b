import { isRun } from '../draft/text.ts';
import type { Cell, Inline, UnitKind } from '../draft/types.ts';

/** Kinds whose text goes on after a colon: 1) …; 2) …. They begin with a small letter. */
const continuing: ReadonlySet<UnitKind> = new Set(['point', 'subpoint']);

/** A word, not an abbreviation (ст., п., г.), with the sign that ends its sentence. */
const sentenceEnd = /[\p{L}\d»”)\]]{3,}[.!?…]["»”)]*\s+$/u;

/** Whether a citation or reference is the first word of a sentence in its cell, so that its words need a capital. */
export function startsSentence(cell: Cell, inline: Inline, kind: UnitKind): boolean {
  const index = cell.children.indexOf(inline);
  const previous = cell.children[index - 1];
  if (index < 0 || (previous && !isRun(previous))) return false;
  const before = previous?.text ?? '';
  if (before.trim() !== '') return sentenceEnd.test(before);
  return index <= 1 && !continuing.has(kind) && !isListItem(cell);
}

function isListItem(cell: Cell): boolean {
  const last = cell.children.at(-1);
  return last !== undefined && isRun(last) && /[;,]\s*$/.test(last.text);
}

/** Whether what comes after these words begins a sentence. */
export function endsSentence(before: string): boolean {
  return before.trim() === '' || sentenceEnd.test(before);
}

/** The words with a capital; those that begin with a quoted title have theirs inside. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
