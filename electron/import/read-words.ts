import { type ImportLimits, importLimits } from '../../core/base/limits.ts';
import type { Result } from '../../core/base/result.ts';
import type { ForeignText } from '../../core/draft/foreign-paragraphs.ts';
import type { OfficialLine } from '../../core/law/official-text/types.ts';
import { ForeignBuilder } from './foreign-lines.ts';
import { LeftOut } from './left-out.ts';
import { orRefused, readFile } from './read-file.ts';
import type { ImportRefusal } from './refused.ts';

/** The paragraphs of a file that a person puts into a draft, in the formats and under the limits of an act's text. */
export function readWords(
  bytes: Uint8Array,
  fileName: string,
  limits: ImportLimits = importLimits,
): Promise<Result<ForeignText, ImportRefusal>> {
  return orRefused(async () => {
    const leftOut = new LeftOut(limits);
    const lines = new ForeignBuilder(limits, leftOut);
    const notices = await readFile({ bytes, fileName, limits, leftOut, lines, takePlain: (own) => take(lines, own) });
    const paragraphs = lines.finish();
    if (!paragraphs.some(({ runs }) => runs.some(({ text }) => /\p{L}/u.test(text)))) return 'no-text';
    const comments = lines.comments();
    return {
      paragraphs,
      notices: [...leftOut.notices('draft'), ...notices],
      ...(comments.length > 0 && { comments }),
    };
  });
}

const plain = { bold: false, raised: false };

/** A line that was broken for want of room goes on in the next where that begins in the middle of a sentence. */
function take(lines: ForeignBuilder, own: readonly OfficialLine[]): void {
  for (const [i, { text, wrapped }] of own.entries()) {
    const next = own[i + 1]?.text.trimStart() ?? '';
    const goesOn = wrapped === true && /^\p{Ll}(?!\))/u.test(next) && !/[;:.]\s*$/u.test(text);
    lines.add(goesOn ? `${text} ` : text, plain);
    if (!goesOn) lines.end();
  }
}
