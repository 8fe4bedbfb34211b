import type { Language } from '../../base/language.ts';
import { headingAt, type Marked } from './headings.ts';
import type { OfficialLine, Tell } from './types.ts';

const contentsWord = /^(?:мазмуну|содержание|оглавление|contents|table of contents)\.?$/iu;
const fewest = 3;

/**
 * Leaves out a table of contents: a run of headings with almost nothing between them, after which the first of them comes again.
 * Every line of it is told.
 */
export function withoutContents(
  lines: readonly OfficialLine[],
  language: Language,
  tell: Tell,
): readonly OfficialLine[] {
  const span = contentsSpan(lines, language);
  if (!span) return lines;
  for (const { text } of lines.slice(span.start, span.end)) {
    tell({ code: 'import.contents-left-out', severity: 'note', params: { text } });
  }
  return [...lines.slice(0, span.start), ...lines.slice(span.end)];
}

/** Where the act's own lines begin: the half of a code or a preamble may stand between the contents and the first heading. */
function ownFrom(
  lines: readonly OfficialLine[],
  marked: readonly (Marked | undefined)[],
  first: number,
  again: number,
): number {
  let end = again;
  while (end > first + 1) {
    const text = lines[end - 1]?.text ?? '';
    const mark = marked[end - 1];
    const isHalf = mark !== undefined && mark.number === undefined && mark.kind === 'section';
    const isSentence = mark === undefined && /[.;:]$/u.test(text);
    if (!isHalf && !isSentence) break;
    end -= 1;
  }
  return end;
}

function contentsSpan(
  lines: readonly OfficialLine[],
  language: Language,
): { readonly start: number; readonly end: number } | undefined {
  const marked = lines.map(({ text }) => headingAt(text, language));
  const first = marked.findIndex((mark) => mark !== undefined);
  const head = marked[first];
  if (!head) return undefined;
  const same = (i: number): boolean => marked[i]?.kind === head.kind && marked[i]?.number === head.number;
  const again = marked.findIndex((_, i) => i > first && same(i));
  if (again < 0) return undefined;
  const end = ownFrom(lines, marked, first, again);
  const between = marked.slice(first, end);
  const headings = between.filter((mark) => mark !== undefined).length;
  const isDense = headings >= fewest && headings * 3 >= between.length * 2;
  const hasLong = lines.slice(first, end).some(({ text }) => text.length > 400);
  if (!isDense || hasLong) return undefined;
  const word = lines.slice(0, first).findLastIndex(({ text }) => contentsWord.test(text));
  return { start: word >= 0 && first - word <= 2 ? word : first, end };
}
