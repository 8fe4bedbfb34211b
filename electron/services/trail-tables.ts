import type { Language } from '../../core/base/language.ts';
import type { TrailState } from '../../core/bridge/trail.ts';
import { canonicalJson } from '../../core/file/canonical.ts';
import { trailWords } from '../../core/file/trail-words.ts';
import { csvField } from '../../core/law/parity-csv.ts';
import { cliMessages } from '../cli/messages.ts';

type Shown = Pick<TrailState, 'entries' | 'breaks'>;

const columns = ['number', 'at', 'by', 'what', 'code', 'before'] as const;

/** The trail for a spreadsheet, oldest first, as the language's Windows expects CSV; what does not hold stands below it. */
export function trailCsv({ entries, breaks }: Shown, language: Language): string {
  const { trail, notice } = cliMessages(language);
  const head = columns.map((column) => trail(`columns.${column}`, {}, column));
  const rows = entries.map((entry) => {
    const { number, at, by, kind, before } = entry;
    return [String(number), at, by, trailWords(entry, trail), kind, before];
  });
  const told = breaks.map((each) => ['', '', '', notice(each), each.code, '']);
  const separator = language === 'en' ? ',' : ';';
  const lines = [head, ...rows, ...told].map((fields) => fields.map(csvField).join(separator));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** The trail for a program, in the shape that the command `audit --json` prints. */
export function trailJson(trail: Shown): string {
  return `${canonicalJson(trailObject(trail))}\n`;
}

export function trailObject({ entries, breaks }: Shown): object {
  return {
    holds: breaks.length === 0,
    entries,
    breaks: breaks.map(({ code, params }) => ({ code, ...(params?.n !== undefined && { number: params.n }) })),
  };
}
