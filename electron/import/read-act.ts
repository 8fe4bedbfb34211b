import type { Notice } from '../../core/base/notice.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { parseOfficialText } from '../../core/law/official-text/parse.ts';
import type { OfficialLine, OfficialText } from '../../core/law/official-text/types.ts';
import { readDocx } from './docx.ts';
import type { DecodedText } from './encoding.ts';
import { readHtml } from './html.ts';
import { LeftOut } from './left-out.ts';
import { type ImportLimits, type ImportRefusal, importLimits, Refused } from './limits.ts';
import { readPlain } from './plain.ts';
import { readRtf } from './rtf.ts';

interface Read {
  readonly lines: readonly OfficialLine[];
  readonly notices: readonly Notice[];
}

/**
 * A statute's text from a file as the database or a ministry gives it: HTML, RTF, DOCX or plain text, told apart by their content.
 * `fileName` decides only where the content does not. A refusal's sentence is in `locales/<language>/import.json`. Runs where it is
 * called: whoever has a foreign file goes through `electron/services/import-act.ts`, which bounds memory and time.
 */
export async function readAct(
  bytes: Uint8Array,
  fileName: string,
  limits: ImportLimits = importLimits,
): Promise<Result<OfficialText, ImportRefusal>> {
  try {
    const { lines, notices } = await readLines(bytes, fileName, limits);
    if (!lines.some(({ text }) => /\p{L}/u.test(text))) return fail('no-text');
    const official = parseOfficialText(lines);
    return succeed({ ...official, report: [...notices, ...official.report] });
  } catch (error) {
    if (error instanceof Refused) return fail(error.reason);
    throw error;
  }
}

async function readLines(bytes: Uint8Array, fileName: string, limits: ImportLimits): Promise<Read> {
  if (bytes.length === 0) throw new Refused('empty');
  if (bytes.length > limits.file) throw new Refused('too-large');
  const leftOut = new LeftOut(limits);
  const read = await readFormat(bytes, fileName, limits, leftOut);
  return { lines: read.lines, notices: [...leftOut.notices(), ...guessed(read.decoded)] };
}

interface ReadFormat {
  readonly lines: readonly OfficialLine[];
  readonly decoded?: DecodedText;
}

async function readFormat(
  bytes: Uint8Array,
  fileName: string,
  limits: ImportLimits,
  leftOut: LeftOut,
): Promise<ReadFormat> {
  if (startsWith(bytes, [0x50, 0x4b])) return { lines: await readDocx(bytes, limits, leftOut) };
  // The container of Word before 2007, and of a Word file with a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new Refused('old-word');
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw new Refused('pdf');
  const rtf = readRtf(bytes, limits, leftOut);
  if (rtf) return { lines: rtf };
  if (isHtml(bytes, fileName)) return readHtml(bytes, limits, leftOut);
  if (isBinary(bytes)) throw new Refused('unknown-format');
  return readPlain(bytes, limits);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

function isHtml(bytes: Uint8Array, fileName: string): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8192)).replaceAll('\0', '');
  return /<(?:!doctype\s+html|html|head|body|meta|div|p|table|span)[\s>]/i.test(head) || /\.html?$/i.test(fileName);
}

/** Zero bytes are in no text but UTF-16, which its mark tells. */
function isBinary(bytes: Uint8Array): boolean {
  const isUtf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  return !isUtf16 && bytes.subarray(0, 8192).includes(0);
}

function guessed(decoded?: DecodedText): readonly Notice[] {
  if (decoded?.how !== 'guessed') return [];
  return [{ code: 'import.encoding-guessed', severity: 'warning', params: { encoding: decoded.encoding } }];
}
