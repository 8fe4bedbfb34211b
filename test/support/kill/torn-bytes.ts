/** A write of one sector happens or does not; between sectors anything may. */
export type SectorSize = 64 | 512 | 4096;

type Next = (below: number) => number;

/** What a power cut may leave of a file: `flushed` is on the disk, `content` is what the program wrote. */
export function bytesAfterCut(flushed: Buffer, content: Buffer, sector: SectorSize, next: Next): Buffer {
  switch (next(6)) {
    case 0:
      return flushed;
    case 1:
      return content;
    case 2:
      return cutAt(flushed, content, sector, next);
    case 3:
      return spoilt(flushed, content, sector, next, () => 0);
    case 4:
      return spoilt(flushed, content, sector, next, () => next(256));
    default:
      return mixed(flushed, content, sector, next);
  }
}

/** The new bytes up to a sector; then nothing, or what was there before. */
function cutAt(flushed: Buffer, content: Buffer, sector: number, next: Next): Buffer {
  const start = Buffer.from(content.subarray(0, next(Math.ceil(content.length / sector) + 1) * sector));
  const kept = start.length < samePrefix(flushed, content) ? flushed.subarray(0, samePrefix(flushed, content)) : start;
  return next(2) === 0 ? kept : Buffer.concat([kept, flushed.subarray(kept.length)]);
}

/** The length of the new file, with a stretch of its new bytes that never reached the disk. */
function spoilt(flushed: Buffer, content: Buffer, sector: number, next: Next, byte: () => number): Buffer {
  const left = Buffer.from(content);
  const from = Math.max(samePrefix(flushed, content), next(Math.ceil(content.length / sector) + 1) * sector);
  const to = next(2) === 0 ? left.length : Math.min(left.length, from + sector);
  for (let at = from; at < to; at += 1) left[at] = byte();
  return left;
}

/** Each sector old, new or empty, in no order. */
function mixed(flushed: Buffer, content: Buffer, sector: number, next: Next): Buffer {
  const left = Buffer.alloc(next(2) === 0 ? content.length : Math.max(flushed.length, content.length));
  for (let at = 0; at < left.length; at += sector) {
    const source = next(2) === 0 ? content : flushed;
    if (at < source.length) source.copy(left, at, at, Math.min(at + sector, source.length));
  }
  content.copy(left, 0, 0, samePrefix(flushed, content));
  return left;
}

/** Bytes that are the same before and after were on the disk already. */
function samePrefix(flushed: Buffer, content: Buffer): number {
  const shorter = Math.min(flushed.length, content.length);
  for (let at = 0; at < shorter; at += 1) if (flushed[at] !== content[at]) return at;
  return shorter;
}
