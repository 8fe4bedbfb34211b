import { constants, inflateRawSync } from 'node:zlib';
import { packageLimits } from '../../core/base/limits.ts';
import { partPaths } from '../../core/file/layout.ts';
import { headerLength, localEntryAt } from './zip-salvage.ts';

const nameAt = 30;

/**
 * The lines of the text of the law that stand before the place where a file was cut off; undefined when it was not cut off there.
 * Only a cut is read so: after a changed byte the packed text would go on, with letters that nobody wrote.
 */
export function unitsBeforeCut(content: Uint8Array): string | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const at = bytes.indexOf(Buffer.from(partPaths.units, 'latin1')) - nameAt;
  if (at < 0) return undefined;
  const entry = localEntryAt(bytes, at);
  const from = at + (headerLength(bytes, at) ?? 0);
  if (entry?.method !== 8 || entry.path !== partPaths.units || from + entry.packedSize <= bytes.length)
    return undefined;
  if (entry.size > packageLimits.part) return undefined;
  const text = inflatedPart(bytes.subarray(from), entry.size);
  const end = text.lastIndexOf('\n') + 1;
  return end > 0 ? text.slice(0, end) : undefined;
}

function inflatedPart(packed: Buffer, size: number): string {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: size };
    // A letter that was cut in two stands after the last whole line, and goes with it.
    return inflateRawSync(packed, options).toString('utf8');
  } catch {
    return '';
  }
}
