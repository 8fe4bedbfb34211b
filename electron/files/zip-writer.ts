import { type Zippable, zipSync } from 'fflate';
import { draftMimetype, partPaths } from '../../core/file/layout.ts';

/**
 * Local time, because the zip format stores local time: so every time zone writes the same digits.
 */
const epoch = new Date(1980, 0, 1, 0, 0, 0);

/**
 * Packs parts so that the same parts give the same bytes on every machine: order by path, one date, one level, no extra
 * fields. fflate and not zlib, because what zlib makes depends on the processor and the build; fflate is the same JavaScript
 * everywhere. `stored`: paths of parts that are not compressed.
 */
export function writeZip(parts: ReadonlyMap<string, Uint8Array>, stored: readonly string[] = []): Uint8Array {
  const entries: Zippable = {};
  const mimetype = new TextEncoder().encode(draftMimetype);
  entries[partPaths.mimetype] = [mimetype, { level: 0, mtime: epoch }];
  for (const path of [...parts.keys()].sort()) {
    const bytes = parts.get(path);
    if (bytes) entries[path] = [bytes, { level: stored.includes(path) ? 0 : 6, mtime: epoch }];
  }
  return zipSync(entries, { mtime: epoch });
}
