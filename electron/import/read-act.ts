import { type ImportLimits, importLimits } from '../../core/base/limits.ts';
import type { Result } from '../../core/base/result.ts';
import { parseOfficialText } from '../../core/law/official-text/parse.ts';
import type { OfficialLine, OfficialText } from '../../core/law/official-text/types.ts';
import { LeftOut } from './left-out.ts';
import { LineBuilder } from './lines.ts';
import { orRefused, readFile } from './read-file.ts';
import type { ImportRefusal } from './refused.ts';

/**
 * A statute's text from a file as the database or a ministry gives it: HTML, RTF, DOCX or plain text, told apart by their content.
 * `fileName` decides only where the content does not. A refusal's sentence is in `locales/<language>/import.json`. Runs where it is
 * called: whoever has a foreign file goes through `electron/services/import-act.ts`, which bounds memory and time.
 */
export function readAct(
  bytes: Uint8Array,
  fileName: string,
  limits: ImportLimits = importLimits,
): Promise<Result<OfficialText, ImportRefusal>> {
  return orRefused(async () => {
    const leftOut = new LeftOut(limits);
    const builder = new LineBuilder(limits);
    let plain: readonly OfficialLine[] = [];
    const takePlain = (lines: readonly OfficialLine[]): void => {
      plain = lines;
    };
    const notices = await readFile({ bytes, fileName, limits, leftOut, lines: builder, takePlain });
    const lines = [...builder.finish(), ...plain];
    if (!lines.some(({ text }) => /\p{L}/u.test(text))) return 'no-text';
    const official = parseOfficialText(lines);
    return { ...official, report: [...leftOut.notices('act'), ...notices, ...official.report] };
  });
}
