import { constants, inflateRawSync } from 'node:zlib';
import { packageLimits } from '../../core/base/limits.ts';

/** Where a part lies in a zip, and what it must be. */
export interface ZipEntry {
  readonly path: string;
  /** Where its local header begins. */
  readonly header: number;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedSize: number;
  readonly size: number;
  readonly crc: number;
}

const fixedLength = 30;
const signature = 0x04034b50;
const mark = Buffer.from('PK\x03\x04', 'latin1');

/** Names that our packages hold. Anything else in a damaged zip is not ours to guess at. */
const ownName = /^[a-z0-9][a-z0-9/._-]{0,199}$/;

/**
 * The parts of a zip as the headers before them name them, in order of their place, for a zip whose table of contents was cut
 * off or damaged. A header that holds what no package of ours holds is passed over.
 */
export function scanLocalHeaders(buffer: Buffer): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = buffer.indexOf(mark);
  while (at >= 0 && entries.length < packageLimits.entries) {
    const entry = localEntryAt(buffer, at);
    const isOurs = entry !== undefined && isBelievable(buffer, entry);
    if (isOurs) entries.push(entry);
    // A part may hold bytes that look like a header: they are not looked at.
    const next = isOurs ? at + (headerLength(buffer, at) ?? 0) + entry.packedSize : at + 1;
    at = buffer.indexOf(mark, next);
  }
  return entries;
}

/**
 * The beginning of a small part, as far as it still inflates, though its checksum is wrong or its end is cut off: good for a
 * question to which a wrong answer costs nothing, and for nothing else.
 */
export function remainsOf(buffer: Buffer, path: string): string {
  const at = buffer.indexOf(Buffer.from(path, 'latin1')) - fixedLength;
  const entry = at >= 0 ? localEntryAt(buffer, at) : undefined;
  if (!entry) return '';
  const from = at + (headerLength(buffer, at) ?? 0);
  const packed = buffer.subarray(from, Math.min(buffer.length, from + 2 ** 20));
  if (entry.method === 0) return packed.toString('latin1');
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 16 * 2 ** 20 };
    return inflateRawSync(packed, options).toString('latin1');
  } catch {
    return '';
  }
}

/** The local header at a place, whatever it says. */
export function localEntryAt(buffer: Buffer, at: number): ZipEntry | undefined {
  const length = headerLength(buffer, at);
  if (length === undefined) return undefined;
  return {
    path: buffer.toString('utf8', at + fixedLength, at + fixedLength + buffer.readUInt16LE(at + 26)),
    header: at,
    method: buffer.readUInt16LE(at + 8),
    isEncrypted: (buffer.readUInt16LE(at + 6) & 1) === 1,
    packedSize: buffer.readUInt32LE(at + 18),
    size: buffer.readUInt32LE(at + 22),
    crc: buffer.readUInt32LE(at + 14),
  };
}

/** Bytes of the header at a place with its name; undefined where there is none. */
export function headerLength(buffer: Buffer, at: number): number | undefined {
  if (at + fixedLength > buffer.length || buffer.readUInt32LE(at) !== signature) return undefined;
  return fixedLength + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
}

function isBelievable(buffer: Buffer, { path, header, packedSize, size }: ZipEntry): boolean {
  const end = header + (headerLength(buffer, header) ?? 0) + packedSize;
  return end <= buffer.length && size <= packageLimits.part && ownName.test(path) && !path.includes('..');
}
