import { crc32, inflateRawSync } from 'node:zlib';
import yauzl from 'yauzl';
import { packageLimits } from './limits.ts';

/** What a zip holds. A part that fails its checks is absent from `parts` and named in `damaged`. */
export interface ZipContent {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly damaged: readonly string[];
}

/** `zip`: no zip, or its table of contents is broken. `limit`: it asks for more than a package may cost. */
export type ZipFault = 'zip' | 'limit';

/**
 * Reads every entry of a zip into memory under limits. yauzl reads the table of contents and refuses unsafe names; the bytes
 * are inflated here, because only so can the size be bounded by what is real and not by what the file says.
 */
export async function readZip(bytes: Uint8Array): Promise<ZipContent | ZipFault> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let entries: readonly yauzl.Entry[];
  try {
    entries = await listEntries(buffer);
  } catch {
    return 'zip';
  }
  if (entries.length > packageLimits.entries) return 'limit';
  return readEntries(buffer, entries);
}

function listEntries(buffer: Buffer): Promise<readonly yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(buffer, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }, (error, zip) => {
      if (error || !zip) return reject(error);
      const entries: yauzl.Entry[] = [];
      zip.on('error', reject);
      zip.on('end', () => resolve(entries));
      zip.on('entry', (entry: yauzl.Entry) => {
        entries.push(entry);
        if (entries.length > packageLimits.entries) resolve(entries);
        else zip.readEntry();
      });
      zip.readEntry();
    });
  });
}

function readEntries(buffer: Buffer, entries: readonly yauzl.Entry[]): ZipContent | ZipFault {
  const parts = new Map<string, Uint8Array>();
  const damaged: string[] = [];
  let total = 0;
  for (const entry of entries) {
    const path = entry.fileName;
    if (isTooLarge(entry)) return 'limit';
    const bytes = readEntry(buffer, entry);
    total += bytes?.length ?? 0;
    if (total > packageLimits.total) return 'limit';
    // Two entries with one name: nobody can say which one is meant.
    if (bytes && !parts.has(path) && !damaged.includes(path)) parts.set(path, bytes);
    else {
      parts.delete(path);
      damaged.push(path);
    }
  }
  return { parts, damaged };
}

function isTooLarge(entry: yauzl.Entry): boolean {
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > packageLimits.part) return true;
  return uncompressedSize > packageLimits.ratioFloor && uncompressedSize > compressedSize * packageLimits.ratio;
}

function readEntry(buffer: Buffer, entry: yauzl.Entry): Uint8Array | undefined {
  const packed = packedBytes(buffer, entry);
  if (!packed || entry.isEncrypted()) return undefined;
  const bytes = entry.compressionMethod === 0 ? packed : inflated(packed, entry);
  return bytes?.length === entry.uncompressedSize && crc32(bytes) === entry.crc32 ? bytes : undefined;
}

const localHeaderLength = 30;
const localHeaderSignature = 0x04034b50;

function packedBytes(buffer: Buffer, entry: yauzl.Entry): Buffer | undefined {
  const start = entry.relativeOffsetOfLocalHeader;
  if (start + localHeaderLength > buffer.length || buffer.readUInt32LE(start) !== localHeaderSignature)
    return undefined;
  const from = start + localHeaderLength + buffer.readUInt16LE(start + 26) + buffer.readUInt16LE(start + 28);
  const end = from + entry.compressedSize;
  return end <= buffer.length ? buffer.subarray(from, end) : undefined;
}

function inflated(packed: Buffer, entry: yauzl.Entry): Buffer | undefined {
  if (entry.compressionMethod !== 8) return undefined;
  try {
    // One byte more than stated is allowed out, so that a lie is seen as a wrong length and not as a cut text.
    return inflateRawSync(packed, { maxOutputLength: entry.uncompressedSize + 1 });
  } catch {
    return undefined;
  }
}
