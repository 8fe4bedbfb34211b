import { createDecipheriv, createHash, hkdfSync, scryptSync } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { parsePackage } from '../../../core/file/parse.ts';
import { newDraftFile } from '../../../electron/files/documents.ts';
import { encodeRecord, linkOf, readJournal } from '../../../electron/files/journal-format.ts';
import { Keyring } from '../../../electron/files/keyring.ts';
import { type DraftFile, packDraft, unpackDraft } from '../../../electron/files/package-file.ts';
import { seal, unseal } from '../../../electron/files/seal.ts';
import { readSealedJournal, sealedCode, sealJournal, unsealJournal } from '../../../electron/files/seal-journal.ts';
import { createProtection, headLength, openSlot, type Protection, readHead } from '../../../electron/files/seal-key.ts';
import { readZip } from '../../../electron/files/zip-reader.ts';
import { generateBill, random } from '../../support/builder.ts';

const password = 'жети төр — ай';
let protection: Protection;
let file: DraftFile;
let plain: Uint8Array;

beforeAll(async () => {
  protection = await createProtection(password, 14);
  file = newDraftFile(generateBill({ articles: 30 }), { now: () => '2026-03-01T09:00:00.000Z', newId: () => 'fork' });
  plain = packDraft(file);
});

function withBit(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
}

function noise(length: number): Buffer {
  const next = random(7);
  return Buffer.from(Array.from({ length }, () => next(256)));
}

/** What a person gets of some bytes with the right password. */
async function outcome(bytes: Uint8Array): Promise<string> {
  // A head that is not the one of this key costs the work of a password, as it does a person.
  const keys = new Keyring(protection);
  const shut = await keys.unlock(bytes, password);
  if (shut) return shut;
  const opened = await unpackDraft(bytes, keys);
  if (!opened.ok) return opened.error.code;
  const { file: found, isDamaged } = opened.value;
  const isRight = JSON.stringify(found.draft.units) === JSON.stringify(file.draft.units);
  return isDamaged ? 'reported' : isRight ? 'right' : 'WRONG TEXT';
}

describe('a sealed stream', () => {
  test('is what scrypt, HKDF and AES-256-GCM make of it, one call each', () => {
    const sealed = seal(Buffer.from('мыйзам'), protection);
    const key = scryptSync(password.normalize('NFC'), sealed.subarray(18, 50), 32, { N: 2 ** 14, r: 8, p: 1 });
    const slot = createDecipheriv('aes-256-gcm', key, sealed.subarray(50, 62));
    slot.setAAD(sealed.subarray(0, 62)).setAuthTag(sealed.subarray(94, 110));
    const dataKey = Buffer.concat([slot.update(sealed.subarray(62, 94)), slot.final()]);
    const stream = Buffer.from(hkdfSync('sha256', dataKey, sealed.subarray(110, 142), 'dolboor package 1', 32));
    const nonce = Buffer.from('000000000000000000000001', 'hex');
    const chunk = createDecipheriv('aes-256-gcm', stream, nonce);
    chunk.setAAD(sealed.subarray(0, headLength)).setAuthTag(sealed.subarray(-16));
    const text = Buffer.concat([chunk.update(sealed.subarray(headLength, -16)), chunk.final()]).toString();
    expect(text).toBe('мыйзам');
  });

  test('of any length comes back, and never has the same bytes twice', () => {
    for (const length of [0, 1, 65_535, 65_536, 65_537, 200_000]) {
      const bytes = noise(length);
      const [one, other] = [seal(bytes, protection), seal(bytes, protection)];
      expect(one.equals(other)).toBe(false);
      expect(openStream(one)).toEqual({ bytes, isWhole: true });
    }
  });

  test('tells when it was cut at or near the edge of any chunk', () => {
    const bytes = noise(200_000);
    const sealed = seal(bytes, protection);
    for (let chunk = 0; chunk < 4; chunk += 1) {
      for (const off of [-1, 0, 1, 16]) {
        const cut = sealed.subarray(0, headLength + Math.max(0, chunk * (65_536 + 16) + off));
        expect(openStream(cut).isWhole).toBe(false);
      }
    }
  });

  test('tells chunks that changed places or came from another file, and leaves holes where they were', () => {
    const bytes = noise(200_000);
    const [sealed, other] = [seal(bytes, protection), seal(bytes, protection)];
    const chunk = (of: Buffer, i: number) => of.subarray(headLength + i * 65_552, headLength + (i + 1) * 65_552);
    const swapped = Buffer.from(sealed);
    chunk(swapped, 0).set(chunk(sealed, 1));
    chunk(swapped, 1).set(chunk(sealed, 0));
    const spliced = Buffer.from(sealed);
    chunk(spliced, 1).set(chunk(other, 1));
    const after = openStream(swapped);
    expect(after.isWhole).toBe(false);
    expect(after.bytes.subarray(0, 131_072)).toEqual(Buffer.alloc(131_072));
    expect(after.bytes.subarray(131_072)).toEqual(bytes.subarray(131_072));
    expect(openStream(spliced).isWhole).toBe(false);
  });
});

function openStream(sealed: Buffer) {
  const head = readHead(sealed);
  if (typeof head !== 'object') throw new Error('no head');
  return unseal(sealed.subarray(headLength), head, protection);
}

describe('a head', () => {
  test('opens by its own password alone, however its letters are composed', async () => {
    const own = await createProtection('йод', 14);
    expect((await openSlot(own.slot, 'йод'.normalize('NFD')))?.key).toEqual(own.key);
    expect(await openSlot(own.slot, 'йот')).toBeUndefined();
  });

  test('that asks for more memory or less work than is allowed is refused before anything is computed', () => {
    const sealed = seal(plain, protection);
    const changes: readonly (readonly [number, number])[] = [
      [14, 31],
      [14, 19],
      [14, 13],
      [15, 255],
      [16, 0],
      [16, 255],
      [17, 30],
      [13, 2],
    ];
    for (const [at, value] of changes) {
      const copy = Buffer.from(sealed);
      copy[at] = value;
      expect(readHead(withChecksum(copy))).toBeUndefined();
    }
    const later = Buffer.from(sealed);
    later[12] = 2;
    expect(readHead(withChecksum(later))).toBe('newer');
  });

  test('costs 128 MiB of scrypt unless somebody says otherwise, and is read within the bounds alone', async () => {
    const { slot } = await createProtection(password);
    // Version, scrypt, N = 2^17, r = 8, p = 1, chunks of 2^16.
    expect([...slot.subarray(12, 18)]).toEqual([1, 1, 17, 8, 1, 16]);
    const readsWith = (at: number, value: number) => {
      const copy = Buffer.from(seal(Buffer.of(1), protection));
      copy[at] = value;
      return typeof readHead(withChecksum(copy)) === 'object';
    };
    expect([13, 14, 18, 19].map((cost) => readsWith(14, cost))).toEqual([false, true, true, false]);
    expect([0, 1, 4, 5].map((parallel) => readsWith(16, parallel))).toEqual([false, true, true, false]);
  });

  test('is authenticated to the last byte: whoever changes one, and the checksum with it, opens nothing', async () => {
    const bytes = Buffer.from('мыйзам');
    const sealed = seal(bytes, protection);
    for (let at = 0; at < headLength - 8; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const head = readHead(withChecksum(changed));
      if (typeof head !== 'object') continue;
      const opened = head.slot.equals(protection.slot) ? protection : await openSlot(head.slot, password);
      // What wraps the key comes first; past it, the very first chunk.
      if (opened) expect(unseal(changed.subarray(headLength), head, opened).isWhole, `byte ${at}`).toBe(false);
      else expect(at, `byte ${at}`).toBeLessThan(110);
    }
  });

  test('that promises more bytes than a package may have is refused', () => {
    const copy = Buffer.from(seal(plain, protection));
    copy.writeBigUInt64LE(2n ** 40n, 142);
    expect(readHead(withChecksum(copy))).toBeUndefined();
  });
});

function withChecksum(bytes: Buffer): Buffer {
  createHash('sha256')
    .update(bytes.subarray(0, headLength - 8))
    .digest()
    .copy(bytes, headLength - 8, 0, 8);
  return bytes;
}

describe('a protected package', () => {
  test('holds the same plain package for the same state, though its own bytes differ', async () => {
    const sealed = { ...file, protection };
    const [one, other] = [packDraft(sealed), packDraft(sealed)];
    expect(Buffer.from(one).equals(other)).toBe(false);
    for (const bytes of [one, other]) {
      const opened = await unpackDraft(bytes, new Keyring(protection));
      if (!opened.ok) throw new Error(opened.error.code);
      const { protection: _, ...clear } = opened.value.file;
      expect(Buffer.from(packDraft(clear)).equals(plain)).toBe(true);
    }
  });

  test('asks for the password and says when it is another', async () => {
    const bytes = packDraft({ ...file, protection });
    const without = await unpackDraft(bytes);
    expect(without.ok ? 'open' : without.error.code).toBe('password-needed');
    expect(await new Keyring().unlock(bytes, 'башка')).toBe('wrong-password');
    expect(await outcome(bytes)).toBe('right');
  });

  test('says "a newer version" to a program that knows no passwords', async () => {
    const zip = await readZip(packDraft({ ...file, protection }));
    if (typeof zip === 'string') throw new Error(zip);
    const manifest = new TextDecoder().decode(zip.parts.get('manifest.json'));
    const parsed = parsePackage({ manifest, parts: new Map(), lost: [] }, [], 1);
    expect(parsed.ok ? 'open' : parsed.error.code).toBe('newer-version');
  });

  test('with a flipped bit anywhere is right, reported as damaged, or refused', async () => {
    const bytes = packDraft({ ...file, protection });
    const next = random(20_261_122);
    const places = [...Array(110)].map((_, i) => 3 * i).concat(Array.from({ length: 60 }, () => next(bytes.length)));
    const seen = new Set<string>();
    for (const at of places) seen.add(await outcome(withBit(bytes, at)));
    expect([...seen].sort()).toEqual(expect.arrayContaining(['right']));
    expect([...seen].filter((one) => !['right', 'reported', 'damaged', 'wrong-password'].includes(one))).toEqual([]);
  });

  test('whose head is damaged opens by the copy of it at the end', async () => {
    const bytes = packDraft({ ...file, protection });
    const at = Buffer.from(bytes).indexOf('sealed/draft') + 'sealed/draft'.length;
    for (const offset of [0, 20, 70, 120, headLength - 1])
      expect(await outcome(withBit(bytes, at + offset))).toBe('right');
  });

  test('cut off anywhere is never taken for a whole one', async () => {
    const bytes = packDraft({ ...file, protection });
    const at = Buffer.from(bytes).indexOf('sealed/draft') + 'sealed/draft'.length + headLength;
    const end = at + plain.length;
    for (const length of [at - 1, at, at + 1, Math.floor((at + end) / 2), end, end + 15]) {
      expect(['damaged', 'reported']).toContain(await outcome(bytes.subarray(0, length)));
    }
  });
});

describe('a sealed journal', () => {
  const header = { session: '0123456789abcdef0123456789abcdef', generation: 3, chain: 'ab'.repeat(32) };

  function journal(...payloads: readonly string[]): Buffer {
    const code = sealedCode(header, 4, protection);
    const parts = [code.first];
    payloads.forEach((payload, i) => {
      parts.push(code.encode({ sequence: 5 + i, payload }, linkOf(parts.at(-1) ?? code.first)));
    });
    return Buffer.concat(parts);
  }

  function read(bytes: Buffer) {
    const sealed = readSealedJournal(bytes);
    const opened = sealed && unsealJournal(bytes, sealed, protection);
    return opened && readJournal(opened);
  }

  test('gives back its records and says without a key only how far it goes', () => {
    const bytes = journal('биринчи', 'экинчи');
    const records = [
      { sequence: 5, payload: 'биринчи' },
      { sequence: 6, payload: 'экинчи' },
    ];
    expect(read(bytes)).toEqual({ header, records, end: 'whole' });
    expect(readSealedJournal(bytes)).toMatchObject({ generation: 3, last: 6, hasRecords: true });
    expect(bytes.includes('биринчи')).toBe(false);
    expect(bytes.includes(Buffer.from(header.chain, 'hex'))).toBe(false);
    expect(readSealedJournal(journal())?.last).toBe(4);
  });

  test('is authenticated in every byte of its header, checksums repaired', () => {
    const bytes = journal('биринчи');
    const [sealAt, end] = [36, 36 + headLength + 32 + 16 + 4];
    for (let at = 8; at < end - 4; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      withChecksum(changed.subarray(sealAt, sealAt + headLength));
      changed.writeUInt32LE(crc32(changed.subarray(0, end - 4)), end - 4);
      // The eight bytes of the inner checksum were just put right again.
      if (changed.subarray(0, end).equals(bytes.subarray(0, end))) continue;
      expect(read(changed), `byte ${at}`).toBeUndefined();
    }
    expect(read(bytes)).toBeDefined();
  });

  test('tells by no length what was typed', () => {
    expect(journal('а').length).toBe(journal('а'.repeat(100)).length);
  });

  test('is read up to a torn or forged record, and no further', () => {
    const bytes = journal('биринчи', 'экинчи');
    expect(read(bytes.subarray(0, -3))).toMatchObject({ records: [{ sequence: 5 }], end: 'torn' });
    expect(read(Buffer.from(withBit(bytes, bytes.length - 40)))).toMatchObject({
      records: [{ sequence: 5 }],
      end: 'damaged',
    });
    // Well-formed to whoever has no key: number, link and checksum are right.
    const forged = encodeRecord({ sequence: 7, payload: 'x'.repeat(272) }, lastLink(bytes));
    expect(read(Buffer.concat([bytes, forged]))).toMatchObject({
      records: [{ sequence: 5 }, { sequence: 6 }],
      end: 'damaged',
    });
  });

  test('is what a plain one becomes when a password is set', () => {
    const plainJournal = unsealJournal(journal('а', 'б'), readSealedJournal(journal()) as never, protection);
    expect(plainJournal).toBeUndefined();
    const bytes = journal('а', 'б');
    const opened = unsealJournal(bytes, readSealedJournal(bytes) as never, protection) as Buffer;
    const again = sealJournal(opened, 4, protection) as Buffer;
    expect(again.equals(bytes)).toBe(false);
    expect(read(again)).toEqual(read(bytes));
  });

  function lastLink(bytes: Buffer): Buffer {
    const record = 24 + 256 + 16;
    return linkOf(bytes.subarray(bytes.length - record));
  }
});

test('every draft has a key of its own, under the same password too', async () => {
  const keys = await Promise.all([0, 1].map(() => createProtection('Сырсөз 1', 14)));
  expect(keys[0]?.key).toHaveLength(32);
  expect(keys[0]?.key.equals(keys[1]?.key ?? Buffer.alloc(0))).toBe(false);
});
