import { zipSync } from 'fflate';
import { packageLimits } from '../../core/base/limits.ts';
import { draftMimetype, partPaths } from '../../core/file/layout.ts';
import { isTooLarge } from './zip-reader.ts';

/**
 * Local time, because the zip format stores local time: so every time zone writes the same digits.
 */
const epoch = new Date(1980, 0, 1, 0, 0, 0);

/** One part, packed: its data with the head before it, and its line of the directory at the end. */
interface Entry {
  readonly path: string;
  readonly level: 0 | 6;
  readonly local: Uint8Array;
  readonly central: Uint8Array;
}

/** A part is made small once for as long as its bytes are there: an official text goes along unchanged with every save. */
const packed = new WeakMap<Uint8Array, Entry>();

/** Of the record that ends a zip: its length, and where in it the directory's entries, size and place are told. */
const end = { length: 22, entries: [8, 10], size: 12, place: 16 } as const;
/** Where a line of the directory tells the place of its entry. */
const placeInLine = 42;

/**
 * Packs parts so that the same parts give the same bytes on every machine: order by path, one date, one level, no extra
 * fields. fflate and not zlib, because what zlib makes depends on the processor and the build; fflate is the same JavaScript
 * everywhere. `stored`: paths of parts that are not compressed.
 */
export function writeZip(parts: ReadonlyMap<string, Uint8Array>, stored: readonly string[] = []): Uint8Array {
  const mimetype = new TextEncoder().encode(draftMimetype);
  const entries = [packPart(partPaths.mimetype, mimetype, 0)];
  for (const path of [...parts.keys()].sort()) {
    const bytes = parts.get(path);
    if (bytes) entries.push(packPart(path, bytes, stored.includes(path) ? 0 : 6));
  }
  return join(entries);
}

function packPart(path: string, bytes: Uint8Array, level: 0 | 6): Entry {
  const known = packed.get(bytes);
  if (known?.path === path && known.level === level) return known;
  const entry = zipPart(path, bytes, level);
  // What packs like a bomb would be taken for one by the reader, which refuses it before it looks: it lies there as it is.
  const isBomb = isTooLarge({ size: bytes.length, packedSize: entry.packedSize }, packageLimits);
  const own = isBomb ? { ...zipPart(path, bytes, 0), level } : entry;
  packed.set(bytes, own);
  return own;
}

function zipPart(path: string, bytes: Uint8Array, level: 0 | 6): Entry & { readonly packedSize: number } {
  const zip = zipSync({ [path]: [bytes, { level, mtime: epoch }] }, { mtime: epoch });
  const view = viewOf(zip);
  const last = zip.length - end.length;
  const at = view.getUint32(last + end.place, true);
  const packedSize = view.getUint32(18, true);
  return { path, level, local: zip.subarray(0, at), central: zip.subarray(at, last), packedSize };
}

/** The entries one after the other, then the directory, then the record that ends it: as if they had been packed together. */
function join(entries: readonly Entry[]): Uint8Array {
  const [data, lines] = [sizeOf(entries, 'local'), sizeOf(entries, 'central')];
  const zip = new Uint8Array(data + lines + end.length);
  const view = viewOf(zip);
  let [at, line] = [0, data];
  for (const { local, central } of entries) {
    zip.set(local, at);
    zip.set(central, line);
    view.setUint32(line + placeInLine, at, true);
    at += local.length;
    line += central.length;
  }
  zip.set([0x50, 0x4b, 0x05, 0x06], line);
  for (const count of end.entries) view.setUint16(line + count, entries.length, true);
  view.setUint32(line + end.size, lines, true);
  view.setUint32(line + end.place, data, true);
  return zip;
}

function sizeOf(entries: readonly Entry[], part: 'local' | 'central'): number {
  return entries.reduce((sum, entry) => sum + entry[part].length, 0);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
