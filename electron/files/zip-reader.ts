import { crc32, inflateRawSync } from 'node:zlib';
import yauzl from 'yauzl';
import { packageLimits } from '../../core/base/limits.ts';
import { headerLength, localEntryAt, scanLocalHeaders, type ZipEntry } from './zip-salvage.ts';

/** What a zip holds. A part that fails its checks is absent from `parts` and named in `damaged`. */
export interface ZipContent {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly damaged: readonly string[];
  /** The table of contents was broken or left something out, and parts were found by their own headers. */
  readonly salvaged: boolean;
  /** Parts that nobody wanted; they were not inflated. */
  readonly passed: readonly string[];
}

/** What a zip may cost; bytes unless said otherwise. */
export type ZipLimits = Readonly<Record<'entries' | 'part' | 'total' | 'ratio' | 'ratioFloor', number>>;

export interface ZipOptions {
  readonly limits: ZipLimits;
  /** Whether a part is to be read at all. */
  readonly wants: (path: string) => boolean;
}

const ownPackage: ZipOptions = { limits: packageLimits, wants: () => true };

interface ReadParts extends Omit<ZipContent, 'salvaged' | 'passed'> {
  /** Bytes that inflating may have cost, whatever came out of it. */
  readonly inflated: number;
}

/** `zip`: no zip, and nothing in it that stands by itself. `limit`: it asks for more than a package may cost. */
export type ZipFault = 'zip' | 'limit';

/**
 * Reads every entry of a zip into memory under limits. yauzl reads the table of contents and refuses unsafe names; the bytes
 * are inflated here, because only so can the size be bounded by what is real and not by what the file says. Where the table or
 * an entry of it is damaged, the local headers before each part say the same once more.
 */
export async function readZip(bytes: Uint8Array, options: ZipOptions = ownPackage): Promise<ZipContent | ZipFault> {
  const { limits, wants } = options;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const all = await listEntries(buffer, limits).catch(() => undefined);
  if (all && all.length > limits.entries) return 'limit';
  const listed = all?.filter(({ path }) => wants(path));
  const read = listed ? readEntries(buffer, listed, limits) : undefined;
  if (read === 'limit') return 'limit';
  const found = scanLocalHeaders(buffer);
  const isWhole = read !== undefined && read.damaged.length === 0 && found.length <= (all?.length ?? 0);
  const passed = (all ?? found).map(({ path }) => path).filter((path) => !wants(path));
  if (isWhole) return { parts: read.parts, damaged: [], salvaged: false, passed };
  const wanted = found.filter(({ path }) => wants(path));
  const content = salvage(buffer, wanted, limits, read);
  return typeof content === 'string' ? content : { ...content, passed };
}

function salvage(
  buffer: Buffer,
  found: readonly ZipEntry[],
  limits: ZipLimits,
  read?: ReadParts,
): Omit<ZipContent, 'passed'> | ZipFault {
  // What is proven whole is not inflated again.
  const own = readEntries(
    buffer,
    found.filter(({ path }) => !read?.parts.has(path)),
    limits,
    read?.inflated,
  );
  if (own === 'limit') return 'limit';
  // What the table of contents vouches for outweighs what merely lies there.
  const parts = new Map([...own.parts, ...(read?.parts ?? [])]);
  if (parts.size === 0 && !read) return 'zip';
  const damaged = [...new Set([...(read?.damaged ?? []), ...own.damaged])].filter((path) => !parts.has(path));
  return { parts, damaged, salvaged: !read || parts.size > read.parts.size };
}

function listEntries(buffer: Buffer, limits: ZipLimits): Promise<readonly ZipEntry[]> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(buffer, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }, (error, zip) => {
      if (error || !zip) return reject(error);
      const entries: ZipEntry[] = [];
      zip.on('error', reject);
      zip.on('end', () => resolve(entries));
      zip.on('entry', (entry: yauzl.Entry) => {
        entries.push(asZipEntry(entry));
        if (entries.length > limits.entries) resolve(entries);
        else zip.readEntry();
      });
      zip.readEntry();
    });
  });
}

function asZipEntry(entry: yauzl.Entry): ZipEntry {
  return {
    path: entry.fileName,
    header: entry.relativeOffsetOfLocalHeader,
    method: entry.compressionMethod,
    isEncrypted: entry.isEncrypted(),
    packedSize: entry.compressedSize,
    size: entry.uncompressedSize,
    crc: entry.crc32,
  };
}

/** `spent`: bytes that an earlier pass has inflated already; one budget holds for both. */
function readEntries(buffer: Buffer, entries: readonly ZipEntry[], limits: ZipLimits, spent = 0): ReadParts | 'limit' {
  const parts = new Map<string, Uint8Array>();
  const damaged: string[] = [];
  const overlapping = overlaps(buffer, entries);
  let inflated = spent;
  for (const entry of entries) {
    const { path } = entry;
    const isBeyond = isTooLarge(entry, limits);
    // Only where both headers say the same: one that stands alone with a huge size was damaged, and costs its part.
    if (isBeyond && localEntryAt(buffer, entry.header)?.size === entry.size) return 'limit';
    const isRead = !isBeyond && !overlapping.has(entry);
    // Counted before it is known whether anything whole comes out: a wrong checksum costs as much as a right one.
    if (isRead) inflated += entry.size;
    if (inflated > limits.total) return 'limit';
    const bytes = isRead ? readEntry(buffer, entry) : undefined;
    // Two entries with one name: nobody can say which one is meant.
    if (bytes && !parts.has(path) && !damaged.includes(path)) parts.set(path, bytes);
    else {
      parts.delete(path);
      damaged.push(path);
    }
  }
  return { parts, damaged, inflated };
}

/** Entries that share bytes with another: one stretch of a file must not be inflated under twenty names. */
function overlaps(buffer: Buffer, entries: readonly ZipEntry[]): ReadonlySet<ZipEntry> {
  const shared = new Set<ZipEntry>();
  let [end, last]: [number, ZipEntry | undefined] = [0, undefined];
  for (const entry of [...entries].sort((a, b) => a.header - b.header)) {
    if (last && entry.header < end) shared.add(last).add(entry);
    const own = entry.header + (headerLength(buffer, entry.header) ?? 0) + entry.packedSize;
    if (own >= end) [end, last] = [own, entry];
  }
  return shared;
}

/** Whether one part asks for more than it may cost. */
export function isTooLarge({ size, packedSize }: Pick<ZipEntry, 'size' | 'packedSize'>, limits: ZipLimits): boolean {
  return size > limits.part || (size > limits.ratioFloor && size > packedSize * limits.ratio);
}

function readEntry(buffer: Buffer, entry: ZipEntry): Uint8Array | undefined {
  const packed = packedBytes(buffer, entry);
  if (!packed || entry.isEncrypted) return undefined;
  const bytes = entry.method === 0 ? packed : inflated(packed, entry);
  return bytes?.length === entry.size && crc32(bytes) === entry.crc ? bytes : undefined;
}

function packedBytes(buffer: Buffer, entry: ZipEntry): Buffer | undefined {
  const length = headerLength(buffer, entry.header);
  if (length === undefined) return undefined;
  const from = entry.header + length;
  const end = from + entry.packedSize;
  return end <= buffer.length ? buffer.subarray(from, end) : undefined;
}

function inflated(packed: Buffer, entry: ZipEntry): Buffer | undefined {
  if (entry.method !== 8) return undefined;
  try {
    // One byte more than stated is allowed out, so that a lie is seen as a wrong length and not as a cut text.
    return inflateRawSync(packed, { maxOutputLength: entry.size + 1 });
  } catch {
    return undefined;
  }
}
