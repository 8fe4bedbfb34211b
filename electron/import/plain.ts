import type { ImportLimits } from '../../core/base/limits.ts';
import type { OfficialLine } from '../../core/law/official-text/types.ts';
import { type DecodedText, decodeText } from './encoding.ts';
import { Refused } from './refused.ts';

/** Short of this, a line was not broken for want of room. */
const narrow = 25;
/** Beyond this, lines are whole paragraphs. */
const wide = 130;

/** The lines of a plain text. Where no line is long the text was broken by hand or typewriter, and lines may go on in the next. */
export function readPlain(
  bytes: Uint8Array,
  limits: ImportLimits,
): { readonly lines: readonly OfficialLine[]; readonly decoded: DecodedText } {
  const decoded = decodeText(bytes);
  const raw = decoded.text.split(/\r\n?|\n|\f|\u2028|\u2029/);
  if (raw.length > limits.lines) throw new Refused('too-many');
  if (raw.some((line) => line.length > limits.line)) throw new Refused('too-large');
  const isBroken = raw.every((line) => line.length <= wide);
  const lines = raw
    .map((text, i): OfficialLine => {
      const mayGoOn = isBroken && text.length >= narrow && raw[i + 1]?.trim() !== '';
      return { text, ...(mayGoOn ? { wrapped: true } : {}), ...(/^\s{12,}\S/.test(text) ? { centered: true } : {}) };
    })
    .filter(({ text }) => text.trim() !== '');
  return { lines, decoded };
}
