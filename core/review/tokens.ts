import { languages } from '../base/language.ts';
import { commentMarksOf, isRun, keepingComments, surrounded } from '../draft/text.ts';
import type { Cell, Inline, TextRun } from '../draft/types.ts';

/**
 * The smallest piece that two texts are compared by: a word, a run of spaces, one sign, or a whole citation or reference.
 * `key` is equal for pieces that read the same; formatting and comments do not count in it.
 */
export interface Token {
  readonly key: string;
  /** The piece itself; a run holds just the piece's text, with its marks. */
  readonly inline: Inline;
}

const pieces = /[\p{L}\p{M}\p{N}]+(?:[-’'][\p{L}\p{M}\p{N}]+)*|\s+|./gsu;

/** The pieces of a cell's text, in order; empty for a cell without text. */
export function tokensOf(cell: Pick<Cell, 'children'>): readonly Token[] {
  return cell.children.flatMap((inline): readonly Token[] =>
    isRun(inline) ? runTokens(inline) : [{ key: inlineKey(inline), inline }],
  );
}

function runTokens(run: TextRun): readonly Token[] {
  return (run.text.match(pieces) ?? []).map((text) => ({ key: `t${text}`, inline: { ...run, text } }));
}

function inlineKey(inline: Exclude<Inline, TextRun>): string {
  if (inline.type === 'reference') return `r${JSON.stringify([inline.target, inline.also ?? [], inline.case ?? ''])}`;
  const place = Object.entries(inline.pinpoint).sort(([a], [b]) => (a < b ? -1 : 1));
  const { act, dated = false, ownWords = false, gives, short } = inline;
  const names = [gives, short].map((own) => languages.map((language) => own?.[language] ?? ''));
  return `c${JSON.stringify([act, place, inline.case ?? '', dated, ownWords, ...(gives || short ? names : [])])}`;
}

/** Whether a piece is only spaces. */
export function isSpace({ inline }: Token): boolean {
  return isRun(inline) && inline.text.trim() === '';
}

/** Puts pieces together to the children of a cell: neighbours with equal marks in one run, text at both ends. */
export function inlinesOf(tokens: readonly Token[]): Cell['children'] {
  const inlines: Inline[] = [];
  for (const { inline } of tokens) {
    const last = inlines.at(-1);
    if (last && isRun(last) && isRun(inline) && haveSameMarks(last, inline)) {
      inlines[inlines.length - 1] = { ...last, text: last.text + inline.text };
    } else inlines.push(inline);
  }
  return inlines.length === 0 ? [{ text: '' }] : surrounded(inlines);
}

/** Whether two runs look the same and carry the same comments. */
export function haveSameMarks(one: TextRun, other: TextRun): boolean {
  const [own, theirs] = [marksOf(one), marksOf(other)];
  return own.length === theirs.length && own.every((mark) => theirs.includes(mark));
}

/** Names of the marks of an inline: of a run its looks and comments, of a citation or reference the comments alone. */
export function marksOf(inline: Inline): readonly string[] {
  if (!isRun(inline)) return commentMarksOf(inline);
  return Object.keys(inline).filter((name) => name !== 'text' && inline[name as keyof TextRun] === true);
}

/** The words of a run alone; a citation or reference without the comments on it. */
export function withoutMarks(inline: Inline): Inline {
  return isRun(inline) ? { text: inline.text } : keepingComments(inline, () => false);
}
