import { createCipheriv, createDecipheriv } from 'node:crypto';
import { crc32 } from 'node:zlib';
import {
  encodeFrame,
  encodeFrameHead,
  encodeHeader,
  encodeRecord,
  type Frame,
  type JournalHeader,
  type JournalRecord,
  linkOf,
  readFrames,
  readJournal,
} from './journal-format.ts';
import { headLength, newHead, type Protection, readHead, type SealHead, streamKey } from './seal-key.ts';

/*
 * The journal of a protected draft. Little-endian:
 *   header  magic 8 | session 16 | generation u32 | number of the edit that it starts after u64 | head of the seal
 *           | chain hash, sealed 32 | tag 16 | crc32 u32
 *   record  as in a plain journal, its payload sealed by itself: length u32, the edit, zeros to the next 256 bytes, tag 16
 * Each record has its number as nonce and what stands before it as additional data. The zeros keep the length of a record from
 * telling how much was typed. The chain hash is sealed too, since the hash of a single letter could be guessed.
 */

const magic = Buffer.from('DOLBQJ2\n', 'latin1');
const startAt = 28;
const sealAt = 36;
const chainAt = sealAt + headLength;
const headerLength = chainAt + 32 + 16 + 4;
const tagLength = 16;
const paddedTo = 256;

/** How a journal writes its first bytes and its records. */
export interface JournalCode {
  readonly first: Buffer;
  encode(record: JournalRecord, previous: Uint8Array): Buffer;
}

/** The code of a journal under a key; `start`: the number of the last edit before it. */
export function sealedCode(header: JournalHeader, start: number, protection: Protection): JournalCode {
  const head = newHead(protection, 0);
  const key = streamKey(protection, head, 'journal');
  return {
    first: encodeSealedHeader(header, start, head, key),
    encode: ({ sequence, payload }, previous) => {
      const plain = padded(Buffer.from(payload, 'utf8'));
      const frameHead = encodeFrameHead(plain.length + tagLength, sequence, previous);
      return encodeFrame(frameHead, encrypt(plain, key, nonceOf(sequence), frameHead));
    },
  };
}

function encodeSealedHeader(header: JournalHeader, start: number, head: SealHead, key: Buffer): Buffer {
  const bytes = Buffer.alloc(headerLength);
  magic.copy(bytes);
  bytes.write(header.session, 8, 16, 'hex');
  bytes.writeUInt32LE(header.generation, 24);
  bytes.writeBigUInt64LE(BigInt(start), startAt);
  head.bytes.copy(bytes, sealAt);
  encrypt(Buffer.from(header.chain, 'hex'), key, chainNonce, bytes.subarray(0, chainAt)).copy(bytes, chainAt);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, -4)), headerLength - 4);
  return bytes;
}

/** What a sealed journal says of itself without a key. */
export interface SealedJournal {
  readonly head: SealHead;
  readonly session: string;
  readonly generation: number;
  /** Number of the last edit in it, or before it when it holds none. */
  readonly last: number;
  readonly hasRecords: boolean;
}

/** Reads what is in clear; undefined when the bytes are no sealed journal with a whole header. */
export function readSealedJournal(content: Uint8Array): SealedJournal | undefined {
  const bytes = bufferOf(content);
  if (bytes.length < headerLength || !bytes.subarray(0, magic.length).equals(magic)) return undefined;
  if (crc32(bytes.subarray(0, headerLength - 4)) !== bytes.readUInt32LE(headerLength - 4)) return undefined;
  const head = readHead(bytes.subarray(sealAt, chainAt));
  if (typeof head !== 'object') return undefined;
  const { frames } = readFrames(bytes, headerLength);
  const start = Number(bytes.readBigUInt64LE(startAt));
  return {
    head,
    session: bytes.toString('hex', 8, 24),
    generation: bytes.readUInt32LE(24),
    last: frames.at(-1)?.sequence ?? start,
    hasRecords: frames.length > 0,
  };
}

/** The plain journal that a sealed one stands for, and that ends as it ends; undefined when the key is another. */
export function unsealJournal(content: Uint8Array, sealed: SealedJournal, protection: Protection): Buffer | undefined {
  const bytes = bufferOf(content);
  const key = streamKey(protection, sealed.head, 'journal');
  const chain = decrypt(bytes.subarray(chainAt, headerLength - 4), key, chainNonce, bytes.subarray(0, chainAt));
  if (!chain) return undefined;
  const first = encodeHeader({ ...sealed, chain: chain.toString('hex') });
  const plain: Buffer[] = [first];
  let previous = linkOf(first);
  const { frames, end } = readFrames(bytes, headerLength);
  for (const frame of frames) {
    const payload = payloadOf(frame, key);
    if (payload === undefined) return Buffer.concat([...plain, damagedTail]);
    const record = encodeRecord({ sequence: frame.sequence, payload }, previous);
    plain.push(record);
    previous = linkOf(record);
  }
  const tails = { whole: Buffer.alloc(0), torn: tornTail, damaged: damagedTail };
  return Buffer.concat([...plain, tails[end]]);
}

/** The sealed journal that a plain one becomes; undefined when there is nothing whole in it. */
export function sealJournal(content: Uint8Array, start: number, protection: Protection): Buffer | undefined {
  const journal = readJournal(content);
  if (!journal) return undefined;
  const code = sealedCode(journal.header, (journal.records[0]?.sequence ?? start + 1) - 1, protection);
  const sealed: Buffer[] = [code.first];
  let previous = linkOf(code.first);
  for (const record of journal.records) {
    const encoded = code.encode(record, previous);
    sealed.push(encoded);
    previous = linkOf(encoded);
  }
  return Buffer.concat(sealed);
}

/** What a reader takes for the beginning of a record, and for a whole one that is wrong. */
const tornTail = Buffer.alloc(1);
const damagedTail = Buffer.alloc(24);

const chainNonce = Buffer.alloc(12, 0xff);

function nonceOf(sequence: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(sequence), 4);
  return nonce;
}

function padded(payload: Buffer): Buffer {
  const bytes = Buffer.alloc(Math.ceil((payload.length + 4) / paddedTo) * paddedTo);
  bytes.writeUInt32LE(payload.length, 0);
  payload.copy(bytes, 4);
  return bytes;
}

function payloadOf({ payload, sequence, head }: Frame, key: Buffer): string | undefined {
  const plain = decrypt(payload, key, nonceOf(sequence), head);
  return plain?.toString('utf8', 4, 4 + plain.readUInt32LE(0));
}

function encrypt(plain: Buffer, key: Buffer, nonce: Buffer, additional: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(additional);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(sealed: Buffer, key: Buffer, nonce: Buffer, additional: Buffer): Buffer | undefined {
  if (sealed.length < tagLength) return undefined;
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(additional).setAuthTag(sealed.subarray(-tagLength));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(0, -tagLength)), cipher.final()]);
  } catch {
    return undefined;
  }
}

function bufferOf(content: Uint8Array): Buffer {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}
