import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { packageLimits } from '../../core/base/limits.ts';
import { sha256 } from './hash.ts';

/*
 * The head of everything that is sealed: how the key is made from the password, and the key itself, wrapped. Little-endian:
 *   slot    magic 12 | version u8 | kdf u8 (1: scrypt) | log2 N u8 | r u8 | p u8 | log2 of a chunk u8 | salt 32
 *           | nonce 12 | data key, wrapped by AES-256-GCM 32 | tag 16
 *   stream  id 32 | length of the plain bytes u64 | first 8 bytes of the SHA-256 of all before
 * The checksum tells damage from a wrong password. What stands before the wrapped key is authenticated with it, and the whole
 * head with every chunk.
 */

const magic = Buffer.concat([Buffer.of(0x89), Buffer.from('DOLBSEAL\r\n\x1a', 'latin1')]);
const saltAt = 18;
const nonceAt = 50;
const wrappedAt = 62;
const slotLength = 110;
/** Bytes of a head. */
export const headLength = slotLength + 32 + 8 + 8;

/** Bytes of the plain text in one chunk, as a power of two. */
const chunkPower = 16;

/** What a password costs: 128 MiB and about half a second for each guess. The exponent of N. */
const standardCost = 17;
/** Nobody is kept waiting or robbed of memory by a head that somebody made: 256 MiB at most. Weaker than the least is not ours. */
const costs = { least: 14, most: 18, r: 8, mostParallel: 4 } as const;

/** The key of a protected draft, and the head's part that a password opens it by. Lives in memory for as long as the draft is open. */
export interface Protection {
  readonly slot: Buffer;
  readonly key: Buffer;
}

/** A head that is whole. */
export interface SealHead {
  readonly bytes: Buffer;
  readonly slot: Buffer;
  readonly stream: Buffer;
  /** Bytes of the plain text. */
  readonly length: number;
}

/** Makes a new random key and wraps it by a password. `cost`: the exponent of N; tests take less than the standard. */
export async function createProtection(password: string, cost: number = standardCost): Promise<Protection> {
  const slot = Buffer.alloc(slotLength);
  magic.copy(slot);
  slot.set([1, 1, cost, costs.r, 1, chunkPower], magic.length);
  slot.set(randomBytes(32), saltAt);
  slot.set(randomBytes(12), nonceAt);
  const key = randomBytes(32);
  const cipher = createCipheriv('aes-256-gcm', await passwordKey(slot, password), slot.subarray(nonceAt, wrappedAt));
  cipher.setAAD(slot.subarray(0, wrappedAt));
  slot.set(Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]), wrappedAt);
  return { slot, key };
}

/** The key behind a slot; undefined when the password is another. */
export async function openSlot(slot: Buffer, password: string): Promise<Protection | undefined> {
  const cipher = createDecipheriv('aes-256-gcm', await passwordKey(slot, password), slot.subarray(nonceAt, wrappedAt));
  cipher.setAAD(slot.subarray(0, wrappedAt)).setAuthTag(slot.subarray(wrappedAt + 32));
  try {
    const key = Buffer.concat([cipher.update(slot.subarray(wrappedAt, wrappedAt + 32)), cipher.final()]);
    return { slot: Buffer.from(slot), key };
  } catch {
    return undefined;
  }
}

/** A word may be typed with composed letters on one keyboard and with combining marks on another: й and ё are the same here. */
function passwordKey(slot: Buffer, password: string): Promise<Buffer> {
  const [cost, r, p] = [...slot.subarray(14, 17)] as [number, number, number];
  const options = { N: 2 ** cost, r, p, maxmem: 128 * 2 ** cost * r + 64 * 2 ** 20 };
  const salt = slot.subarray(saltAt, nonceAt);
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** A new head for some plain bytes: another stream, and so another key, each time that anything is written. */
export function newHead({ slot }: Protection, length: number): SealHead {
  const bytes = Buffer.alloc(headLength);
  slot.copy(bytes);
  const stream = randomBytes(32);
  stream.copy(bytes, slotLength);
  bytes.writeBigUInt64LE(BigInt(length), slotLength + 32);
  bytes.write(sha256(bytes.subarray(0, headLength - 8)).slice(0, 16), headLength - 8, 'hex');
  return { bytes, slot, stream, length };
}

/** Reads a head under limits; `newer`: a later version wrote it. Undefined for anything else that is no whole head of ours. */
export function readHead(content: Buffer): SealHead | 'newer' | undefined {
  if (content.length < headLength || !content.subarray(0, magic.length).equals(magic)) return undefined;
  const bytes = Buffer.from(content.subarray(0, headLength));
  if (bytes.toString('hex', headLength - 8) !== sha256(bytes.subarray(0, headLength - 8)).slice(0, 16))
    return undefined;
  const [version = 0, kdf, cost = 0, r, p = 0, chunk] = bytes.subarray(magic.length, saltAt);
  if (version > 1) return 'newer';
  const isCostly = cost < costs.least || cost > costs.most || r !== costs.r || p < 1 || p > costs.mostParallel;
  if (kdf !== 1 || isCostly || chunk !== chunkPower) return undefined;
  const length = Number(bytes.readBigUInt64LE(slotLength + 32));
  if (length > packageLimits.file) return undefined;
  const [slot, stream] = [bytes.subarray(0, slotLength), bytes.subarray(slotLength, slotLength + 32)];
  return { bytes, slot, stream, length };
}

/** Where in some bytes a head begins; -1 when nowhere. */
export function findHead(bytes: Buffer, last = false): number {
  return last ? bytes.lastIndexOf(magic) : bytes.indexOf(magic);
}

/** The key of one stream: no two things that are written have the same one. */
export function streamKey({ key }: Protection, { stream }: SealHead, use: 'package' | 'journal'): Buffer {
  return Buffer.from(hkdfSync('sha256', key, stream, `dolboor ${use} 1`, 32));
}

/** A name for a state that says nothing of it to whoever lacks the key: a hash alone would prove a guess at the last letter. */
export function blinded({ key }: Protection, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}
