import type { ImportLimits } from '../../core/base/limits.ts';
import type { Notice } from '../../core/base/notice.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { readDocx } from './docx.ts';
import type { DecodedText } from './encoding.ts';
import { readHtml } from './html.ts';
import type { LeftOut } from './left-out.ts';
import type { TextSink } from './lines.ts';
import { readPlain } from './plain.ts';
import { type ImportRefusal, Refused } from './refused.ts';
import { readRtf } from './rtf.ts';

/** A foreign file, and where its text goes. */
export interface ForeignFile {
  readonly bytes: Uint8Array;
  /** Decides on the format only where the content does not. */
  readonly fileName: string;
  readonly limits: ImportLimits;
  readonly leftOut: LeftOut;
  readonly lines: TextSink;
  /** Takes a plain text, whose lines may go on in the next. */
  readonly takePlain: (lines: ReturnType<typeof readPlain>['lines']) => void;
}

/** Reads a file of any format into its sink; gives what is to be told of its letters. Throws `Refused`. */
export async function readFile(file: ForeignFile): Promise<readonly Notice[]> {
  if (file.bytes.length === 0) throw new Refused('empty');
  if (file.bytes.length > file.limits.file) throw new Refused('too-large');
  return guessed(await readFormat(file));
}

/** What a reader made of a file, or why it refused. */
export async function orRefused<T>(read: () => Promise<T | 'no-text'>): Promise<Result<T, ImportRefusal>> {
  try {
    const value = await read();
    return value === 'no-text' ? fail('no-text') : succeed(value);
  } catch (error) {
    if (error instanceof Refused) return fail(error.reason);
    throw error;
  }
}

async function readFormat(file: ForeignFile): Promise<DecodedText | undefined> {
  const { bytes, fileName, limits, leftOut, lines } = file;
  if (startsWith(bytes, [0x50, 0x4b])) {
    await readDocx(bytes, limits, leftOut, lines);
    return undefined;
  }
  // The container of Word before 2007, and of a Word file with a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new Refused('old-word');
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw new Refused('pdf');
  if (readRtf(bytes, limits, leftOut, lines)) return undefined;
  if (isHtml(bytes, fileName)) return readHtml(bytes, limits, leftOut, lines);
  if (isBinary(bytes)) throw new Refused('unknown-format');
  const plain = readPlain(bytes, limits);
  file.takePlain(plain.lines);
  return plain.decoded;
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
  if (decoded?.contradicted !== undefined) {
    return [{ code: 'import.encoding-contradicted', severity: 'warning', params: { encoding: decoded.contradicted } }];
  }
  if (decoded?.how !== 'guessed') return [];
  return [{ code: 'import.encoding-guessed', severity: 'warning', params: { encoding: decoded.encoding } }];
}
