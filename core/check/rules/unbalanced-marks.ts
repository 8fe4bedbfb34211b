import type { Language } from '../../base/language.ts';
import type { Finding, Reading, Rule } from '../problem.ts';
import { placeIn } from '../reading.ts';

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '«': '»', '“': '”', '„': '“' };

const closing: ReadonlySet<string> = new Set(Object.values(closers));
const anyMark = /[()[\]«»“”„]/g;

/** In Kyrgyz and Russian “ closes what „ opened; in English it opens. */
function isCloser(mark: string, open: readonly string[], language: Language): boolean {
  if (mark === '“') return language !== 'en' && open.at(-1) === '“';
  return closing.has(mark);
}

/** The first bracket or quotation mark that has no other half; -1 when all have. */
function firstUnbalanced({ text, language }: Reading): number {
  const expected: string[] = [];
  const starts: number[] = [];
  for (const { 0: mark, index: at } of text.matchAll(anyMark)) {
    if (isCloser(mark, expected, language)) {
      // «А», «б» style enumerations close a bracket that nothing opened: 1), а).
      if (mark === ')' && expected.at(-1) !== ')' && isListMark(text, at)) continue;
      if (expected.pop() !== mark) return at;
      starts.pop();
    } else {
      expected.push(closers[mark] ?? '');
      starts.push(at);
    }
  }
  return starts[0] ?? -1;
}

function isListMark(text: string, at: number): boolean {
  return /(?:^|[\s«“(,;])(?:\d{1,3}(?:-\d+)?|\p{L})$/u.test(text.slice(Math.max(0, at - 8), at));
}

/** A bracket or quotation mark without its other half. Words of a quoted act may run over units, so that it is a warning. */
export const unbalancedMarks: Rule = {
  name: 'unbalanced-marks',
  group: 'wording',
  severity: 'warning',
  byProvision: true,
  find: ({ law }) =>
    law.flatMap(({ written }) =>
      written.flatMap((reading): readonly Finding[] => {
        const at = firstUnbalanced(reading);
        return at < 0 ? [] : [{ place: placeIn(reading, at, at + 1), params: { words: reading.text.charAt(at) } }];
      }),
    ),
};
