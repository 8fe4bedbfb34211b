import { createCipheriv, createDecipheriv } from 'node:crypto';
import { findHead, headLength, newHead, type Protection, readHead, type SealHead, streamKey } from './seal-key.ts';

/*
 * Bytes sealed as a stream: the head, then chunks of 64 KiB by AES-256-GCM, each with its tag. A chunk's nonce is its number and
 * whether it is the last, and the head is authenticated with every one: a chunk that was changed, moved, left out or taken from
 * another file is not a chunk of this one.
 */

const chunkLength = 2 ** 16;
const tagLength = 16;

/** What came out of a sealed stream. */
export interface Unsealed {
  readonly bytes: Buffer;
  /** False when chunks were missing or not ours; zeros stand in their place. */
  readonly isWhole: boolean;
}

/** Seals bytes under a key; never the same bytes twice. */
export function seal(plain: Uint8Array, protection: Protection): Buffer {
  const head = newHead(protection, plain.length);
  const key = streamKey(protection, head, 'package');
  const sealed: Buffer[] = [head.bytes];
  for (let index = 0; index < chunkCount(plain.length); index += 1) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, head.length)).setAAD(head.bytes);
    const chunk = plain.subarray(index * chunkLength, (index + 1) * chunkLength);
    sealed.push(cipher.update(chunk), cipher.final(), cipher.getAuthTag());
  }
  return Buffer.concat(sealed);
}

/** Opens what follows a head, chunk by chunk; what lies behind the last chunk is nobody's. */
export function unseal(chunks: Buffer, head: SealHead, protection: Protection): Unsealed {
  const key = streamKey(protection, head, 'package');
  const plain = Buffer.alloc(head.length);
  let isWhole = true;
  for (let index = 0; index < chunkCount(head.length); index += 1) {
    const from = index * chunkLength;
    const length = Math.min(chunkLength, head.length - from);
    const at = index * (chunkLength + tagLength);
    const opened = openChunk(chunks.subarray(at, at + length + tagLength), nonceOf(index, head.length), key, head);
    if (opened?.length === length) opened.copy(plain, from);
    else isWhole = false;
  }
  return { bytes: plain, isWhole };
}

function openChunk(chunk: Buffer, nonce: Buffer, key: Buffer, head: SealHead): Buffer | undefined {
  if (chunk.length < tagLength) return undefined;
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(head.bytes).setAuthTag(chunk.subarray(-tagLength));
  try {
    return Buffer.concat([cipher.update(chunk.subarray(0, -tagLength)), cipher.final()]);
  } catch {
    return undefined;
  }
}

function chunkCount(length: number): number {
  return Math.max(1, Math.ceil(length / chunkLength));
}

function nonceOf(index: number, length: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce.writeUInt8(index === chunkCount(length) - 1 ? 1 : 0, 11);
  return nonce;
}

/** A small text sealed for a field of JSON. */
export function sealText(text: string, protection: Protection): string {
  return seal(Buffer.from(text, 'utf8'), protection).toString('base64');
}

/** The text of such a field; undefined when it is damaged or another key's. */
export function unsealText(field: string, keyOf: (slot: Buffer) => Protection | undefined): string | undefined {
  const bytes = Buffer.from(field, 'base64');
  const head = readHead(bytes);
  const protection = typeof head === 'object' ? keyOf(head.slot) : undefined;
  if (typeof head !== 'object' || !protection) return undefined;
  const { bytes: plain, isWhole } = unseal(bytes.subarray(headLength), head, protection);
  return isWhole ? plain.toString('utf8') : undefined;
}

/** The head of a field that `sealText` made, for whoever looks for a password's slot. */
export function headOfText(field: string): SealHead | undefined {
  const head = readHead(Buffer.from(field, 'base64'));
  return typeof head === 'object' ? head : undefined;
}

/** The head at a place, or its copy at the end of the file. */
export function headAt(bytes: Buffer, at: number): SealHead | 'newer' | undefined {
  const own = readHead(bytes.subarray(at));
  if (own !== undefined) return own;
  const copy = findHead(bytes, true);
  return copy < 0 ? undefined : readHead(bytes.subarray(copy));
}
