import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { fileLimits } from '../../core/base/limits.ts';

/*
 * A journal is a header and records, each naming the one before by the first 8 bytes of its SHA-256. Little-endian:
 *   header  magic 8 | session 16 | generation u32 | chain hash that it starts from 32 | crc32 u32
 *   record  length u32 | sequence u64 | previous 8 | payload | crc32 u32
 * The reader stops at the first thing that is wrong. What stands before is whole, what stands after is never guessed at.
 */

const magic = Buffer.from('DOLBQJ1\n', 'latin1');
/** Bytes of a journal without records. */
export const headerLength = 64;
const recordOverhead = 24;

export interface JournalHeader {
  /** 32 hexadecimal digits. */
  readonly session: string;
  readonly generation: number;
  /** The chain hash of the state that the first record is applied to. */
  readonly chain: string;
}

export interface JournalRecord {
  readonly sequence: number;
  readonly payload: string;
}

/** Why reading ended: at the end of the file, or at a record that a failure cut or that was damaged. */
export type JournalEnd = 'whole' | 'torn' | 'damaged';

export interface ReadJournal {
  readonly header: JournalHeader;
  readonly records: readonly JournalRecord[];
  readonly end: JournalEnd;
}

/** The bytes of a header. */
export function encodeHeader(header: JournalHeader): Buffer {
  const bytes = Buffer.alloc(headerLength);
  magic.copy(bytes, 0);
  bytes.write(header.session, 8, 16, 'hex');
  bytes.writeUInt32LE(header.generation, 24);
  bytes.write(header.chain, 28, 32, 'hex');
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 60)), 60);
  return bytes;
}

/** The bytes of a record; `previous` is `linkOf` the record or header before it. */
export function encodeRecord(record: JournalRecord, previous: Uint8Array): Buffer {
  const payload = Buffer.from(record.payload, 'utf8');
  return encodeFrame(encodeFrameHead(payload.length, record.sequence, previous), payload);
}

/** What stands before a payload of some length. */
export function encodeFrameHead(length: number, sequence: number, previous: Uint8Array): Buffer {
  const head = Buffer.alloc(20);
  head.writeUInt32LE(length, 0);
  head.writeBigUInt64LE(BigInt(sequence), 4);
  head.set(previous, 12);
  return head;
}

/** A record from its two halves. */
export function encodeFrame(head: Buffer, payload: Buffer): Buffer {
  const bytes = Buffer.alloc(recordOverhead + payload.length);
  head.copy(bytes, 0);
  payload.copy(bytes, 20);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, -4)), bytes.length - 4);
  return bytes;
}

/** What the next record says of this one. */
export function linkOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest().subarray(0, 8);
}

/** Reads any bytes; undefined when they do not begin with a whole header. */
export function readJournal(content: Uint8Array): ReadJournal | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const header = readHeader(bytes);
  if (!header) return undefined;
  const { frames, end } = readFrames(bytes, headerLength);
  const records = frames.map(({ sequence, payload }) => ({ sequence, payload: payload.toString('utf8') }));
  return { header, records, end };
}

/** A record as it stands in the file, whatever its payload means. */
export interface Frame {
  readonly sequence: number;
  readonly payload: Buffer;
  /** The bytes before the payload. */
  readonly head: Buffer;
}

/** Reads the records after a header of `from` bytes. */
export function readFrames(
  bytes: Buffer,
  from: number,
): { readonly frames: readonly Frame[]; readonly end: JournalEnd } {
  const frames: Frame[] = [];
  let previous = linkOf(bytes.subarray(0, from));
  let at = from;
  while (at < bytes.length) {
    const end = recordEnd(bytes, at);
    if (end === undefined) return { frames, end: 'torn' };
    const record = bytes.subarray(at, end);
    const read = readFrame(record, previous, frames.at(-1)?.sequence);
    if (!read) return { frames, end: 'damaged' };
    frames.push(read);
    previous = linkOf(record);
    at = end;
  }
  return { frames, end: 'whole' };
}

function readHeader(bytes: Buffer): JournalHeader | undefined {
  if (bytes.length < headerLength || !bytes.subarray(0, magic.length).equals(magic)) return undefined;
  if (crc32(bytes.subarray(0, 60)) !== bytes.readUInt32LE(60)) return undefined;
  return {
    session: bytes.toString('hex', 8, 24),
    generation: bytes.readUInt32LE(24),
    chain: bytes.toString('hex', 28, 60),
  };
}

/** Whether a record is read again: what it carries, sealed or not, is within the limit. */
export function isReadable(record: Buffer): boolean {
  return record.readUInt32LE(0) <= fileLimits.journalRecord;
}

function recordEnd(bytes: Buffer, at: number): number | undefined {
  if (at + recordOverhead > bytes.length) return undefined;
  const length = bytes.readUInt32LE(at);
  const end = at + recordOverhead + length;
  return length <= fileLimits.journalRecord && end <= bytes.length ? end : undefined;
}

function readFrame(record: Buffer, previous: Buffer, lastSequence: number | undefined): Frame | undefined {
  if (crc32(record.subarray(0, -4)) !== record.readUInt32LE(record.length - 4)) return undefined;
  if (!record.subarray(12, 20).equals(previous)) return undefined;
  const sequence = Number(record.readBigUInt64LE(4));
  if (!Number.isSafeInteger(sequence)) return undefined;
  if (lastSequence !== undefined && sequence !== lastSequence + 1) return undefined;
  return { sequence, payload: record.subarray(20, record.length - 4), head: record.subarray(0, 20) };
}
