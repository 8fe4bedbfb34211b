import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { packageLimits } from '../../../core/base/limits.ts';
import { canonicalJson } from '../../../core/file/canonical.ts';
import { draftMimetype } from '../../../core/file/layout.ts';
import { newDraftFile } from '../../../electron/files/documents.ts';
import { type DraftFile, packBase, packDraft, unpackDraft } from '../../../electron/files/package-file.ts';
import { readZip } from '../../../electron/files/zip-reader.ts';
import { writeZip } from '../../../electron/files/zip-writer.ts';
import { aDraft, fixedPorts, generateBill, random } from '../../support/builder.ts';

const draft = aDraft('draft-1')
  .unit('title', { ky: 'Мыйзам', ru: 'Закон', en: 'Law' })
  .unit('article', 'Статья со словами '.repeat(40))
  .unit('part', 'Үй-бүлө '.repeat(50))
  .build();
const plain = newDraftFile(draft, fixedPorts());
const file: DraftFile = {
  ...plain,
  carried: new Map([['law/some-act.json', new TextEncoder().encode('{"kept":true}')]]),
};
const bytes = packDraft(file);

async function opened(content: Uint8Array) {
  const result = await unpackDraft(content);
  return result.ok ? result.value : result.error.code;
}

describe('a base copy', () => {
  const zippedOtherwise = async (): Promise<Uint8Array> => {
    const zip = await readZip(bytes);
    if (typeof zip === 'string') throw new Error(zip);
    return zipSync(Object.fromEntries(zip.parts), { level: 1 });
  };

  test('is what its draft was read from, however that was zipped', async () => {
    const read = await zippedOtherwise();
    const unpacked = await opened(read);
    if (typeof unpacked === 'string') throw new Error(unpacked);
    expect(unpacked.file).toEqual(file);
    expect(packBase(unpacked.file)).toBe(read);
    expect(packDraft(unpacked.file)).toEqual(bytes);
  });

  test('is packed anew where it holds anything else than what was read', async () => {
    const unpacked = await opened(bytes.slice());
    if (typeof unpacked === 'string') throw new Error(unpacked);
    const identity = { ...unpacked.file.identity, forkId: 'another' };
    const carried = new Map([...unpacked.file.carried].map(([path, part]) => [path, part.slice()]));
    for (const other of [
      { ...unpacked.file, identity },
      { ...unpacked.file, carried },
      { ...unpacked.file, carried: new Map() },
      { ...unpacked.file, draft: { ...unpacked.file.draft } },
    ]) {
      expect(packBase(other)).toEqual(packDraft(other));
    }
    expect(packBase({ ...unpacked.file, identity })).not.toEqual(bytes);
  });

  test('is never what was read with a loss', async () => {
    const cut = await opened(bytes.subarray(0, bytes.length - 30));
    if (typeof cut === 'string') throw new Error(cut);
    expect(cut.notices).not.toEqual([]);
    expect(packBase(cut.file)).toEqual(packDraft(cut.file));
  });
});

describe('the zip of a package', () => {
  test('is byte for byte what packing all parts together gives, also when parts were packed before', () => {
    const parts = new Map([
      ['body/units.ndjson', new TextEncoder().encode('{"a":1}\n'.repeat(5_000))],
      ['law/texts/some-act.ky.json', new TextEncoder().encode('Мыйзам '.repeat(10_000))],
      ['package/empty', new Uint8Array()],
      ['sealed', new Uint8Array([1, 2, 3])],
    ]);
    const level = (path: string) => (path === 'sealed' || path === 'mimetype' ? 0 : 6);
    const mtime = new Date(1980, 0, 1);
    const all = [['mimetype', new TextEncoder().encode(draftMimetype)] as const, ...parts];
    const together = zipSync(
      Object.fromEntries(all.map(([path, part]) => [path, [part, { level: level(path), mtime }]])),
      { mtime },
    );
    expect(writeZip(parts, ['sealed'])).toEqual(together);
    expect(writeZip(parts, ['sealed'])).toEqual(together);
    const moved = new Map([['other/name', parts.get('body/units.ndjson') ?? new Uint8Array()]]);
    const anew = zipSync(
      {
        mimetype: [all[0]?.[1] ?? new Uint8Array(), { level: 0, mtime }],
        'other/name': [moved.get('other/name') ?? new Uint8Array(), { level: 6, mtime }],
      },
      { mtime },
    );
    expect(writeZip(moved)).toEqual(anew);
  });
});

describe('a package', () => {
  test('holds the draft, its history and what this version only carries', async () => {
    expect(await opened(bytes)).toEqual({ file, notices: [], isDamaged: false });
  });

  test('is the same bytes when it is saved twice, and when it was opened in between', async () => {
    expect(packDraft(file)).toEqual(bytes);
    const again = await unpackDraft(bytes);
    expect(again.ok && packDraft(again.value.file)).toEqual(bytes);
  });

  test.each(['UTC', 'Asia/Bishkek', 'America/St_Johns'])('is the same bytes in the time zone %s', (zone) => {
    const script = join(import.meta.dirname, '../../support/kill/print-package.ts');
    const env = { ...process.env, TZ: zone, LC_ALL: 'C' };
    const printed = execFileSync(process.execPath, ['--no-warnings', script], { env, encoding: 'utf8' }).trim();
    const here = packDraft(newDraftFile(generateBill({ articles: 3 }), fixedPorts()));
    expect(printed).toBe(Buffer.from(here).toString('hex'));
  });

  test('says what it is in its first bytes, uncompressed', () => {
    const start = Buffer.from(bytes.subarray(30, 80)).toString('latin1');
    expect(start.startsWith('mimetypeapplication/vnd.dolboor.draft+zip')).toBe(true);
  });

  test('names no person and no machine', () => {
    expect(Buffer.from(bytes).includes(process.cwd())).toBe(false);
  });

  test('of another program is no draft', async () => {
    expect(await opened(zipSync({ 'word/document.xml': new Uint8Array(10) }))).toBe('not-a-draft');
    expect(await opened(new TextEncoder().encode('%PDF-1.7'))).toBe('not-a-draft');
  });

  test('of which a power cut left zeros is damaged', async () => {
    expect(await opened(new Uint8Array(5000))).toBe('damaged');
    expect(await opened(new Uint8Array(0))).toBe('empty');
  });

  test('whose end was cut off opens by what stands before each part, and says so', async () => {
    const result = await unpackDraft(bytes.subarray(0, bytes.length - 60));
    expect(result.ok && result.value.file).toEqual(file);
    expect(result.ok && result.value).toMatchObject({ notices: [{ code: 'file.mended' }], isDamaged: false });
  });

  test('whose manifest is damaged opens with its whole text, and is not to be written over', async () => {
    const copy = Uint8Array.from(bytes);
    const at = Buffer.from(copy).indexOf('manifest.json') + 'manifest.json'.length;
    copy.fill(0, at + 40, at + 60);
    const result = await unpackDraft(copy);
    expect(result.ok && result.value.file.draft).toEqual(draft);
    expect(result.ok && result.value.isDamaged).toBe(true);
    expect(result.ok && result.value.notices[0]?.code).toBe('file.salvaged');
  });

  test('of a newer version is left alone even when its manifest is damaged', async () => {
    const parts = await readParts();
    const manifest = new TextDecoder().decode(parts.get('manifest.json'));
    parts.set(
      'manifest.json',
      new TextEncoder().encode(manifest.replace('"minReaderVersion":1', '"minReaderVersion":9')),
    );
    const newer = Buffer.from(writeZip(parts));
    // The checksums of the manifest, in its own header and in the table of contents.
    const [local, central] = [newer.indexOf('manifest.json') - 30, newer.lastIndexOf('manifest.json') - 46];
    newer.writeUInt32LE(1, local + 14);
    newer.writeUInt32LE(1, central + 16);
    expect(await opened(newer)).toBe('newer-version');
  });

  test('opens without a carried part that is damaged, and says which', async () => {
    const parts = await readParts();
    parts.set('law/some-act.json', new TextEncoder().encode('{"kept":false}'));
    const result = await unpackDraft(writeZip(parts));
    expect(result.ok && result.value.file).toEqual(plain);
    expect(result.ok && result.value.notices).toMatchObject([
      { code: 'file.part-lost', place: { part: 'law/some-act.json' } },
    ]);
  });

  test('with any one part damaged, in its bytes or in what they say, opens with every other part, and says so', async () => {
    const thread = {
      id: 't-1',
      unit: draft.units[0]?.id ?? '',
      lang: 'ru',
      quote: 'Закон',
      resolved: false,
      messages: [{ author: 'Асанов', at: '2026-03-01T09:00:00.000Z', text: 'Качан?' }],
    } as const;
    const carried = new Map(
      ['law/some-act.json', `snapshots/${'a'.repeat(64)}.json`, 'package/other.json'].map(
        (name) => [name, new TextEncoder().encode(`{"part":"${name}"}`)] as const,
      ),
    );
    const whole: DraftFile = { ...plain, draft: { ...draft, comments: [thread] }, carried };
    const zip = await readZip(packDraft(whole));
    if (typeof zip === 'string') throw new Error(zip);
    const names = [...zip.parts.keys()].filter(
      (name) => !['mimetype', 'manifest.json', 'body/units.ndjson'].includes(name),
    );
    expect(names.length).toBeGreaterThanOrEqual(5);
    for (const name of names) {
      const parts = new Map(zip.parts);
      parts.delete('mimetype');
      const other = new Map(parts).set(name, new TextEncoder().encode('{"changed":"behind its back"}'));
      const broken = Buffer.from(writeZip(parts));
      const local = broken.indexOf(name) - 30;
      const central = broken.lastIndexOf(name) - 46;
      for (const at of [local + 14, central + 16]) broken.writeUInt32LE((broken.readUInt32LE(at) ^ 1) >>> 0, at);
      for (const spoilt of [writeZip(other), broken]) {
        const found = await unpackDraft(spoilt);
        if (!found.ok) throw new Error(`${name}: ${found.error.code}`);
        const { file: rest, notices } = found.value;
        expect(notices.length, name).toBeGreaterThan(0);
        expect(rest.draft.units, name).toEqual(draft.units);
        expect(rest.draft.comments, name).toEqual(name === 'review/comments.json' ? [] : [thread]);
        expect([...rest.carried.keys()].sort(), name).toEqual([...carried.keys()].filter((one) => one !== name).sort());
      }
    }
  });

  test('whose text was changed behind its back opens without the changed provision, and says which is gone', async () => {
    const parts = await readParts();
    const text = new TextDecoder().decode(parts.get('body/units.ndjson')).replace('Закон', 'Загон');
    parts.set('body/units.ndjson', new TextEncoder().encode(text));
    const found = await unpackDraft(writeZip(parts));
    if (!found.ok) throw new Error(found.error.code);
    expect(found.value.isDamaged).toBe(true);
    expect(found.value.file.draft.units).toEqual(draft.units.slice(1));
    expect(found.value.notices).toEqual([
      { code: 'damage.units-lost', severity: 'warning', params: { count: 1 } },
      { code: 'damage.units-start', severity: 'warning', params: { count: 1 } },
    ]);
  });

  test('never opens as another draft after damage, and never throws', async () => {
    const seed = 20260301;
    const next = random(seed);
    const right = canonicalJson(draft.units);
    const counts = { same: 0, told: 0, refused: 0 };
    for (let round = 0; round < 1200; round += 1) {
      const result = await unpackDraft(damaged(bytes, next));
      if (!result.ok) {
        counts.refused += 1;
        continue;
      }
      const { file: found, notices } = result.value;
      const isCut = notices.some(({ code }) => code === 'damage.units-cut');
      // Every provision before the cut, letter by letter, and the person is told.
      if (isCut && canonicalJson(draft.units).startsWith(canonicalJson(found.draft.units).slice(0, -1))) continue;
      // Every provision that is proven, letter by letter, and the person is told how many are not.
      if (notices.some(({ code }) => code === 'damage.units-lost')) {
        expect(draft.units, `seed ${seed}, round ${round}`).toEqual(expect.arrayContaining([...found.draft.units]));
        continue;
      }
      expect(canonicalJson(found.draft.units), `seed ${seed}, round ${round}`).toBe(right);
      const isWhole = canonicalJson(found.draft) === canonicalJson(draft) && found.carried.size === 1;
      expect(isWhole || notices.length > 0, `seed ${seed}, round ${round}`).toBe(true);
      counts[notices.length > 0 ? 'told' : 'same'] += 1;
    }
    // The rounds must have met all three outcomes, or they proved little.
    expect(Math.min(counts.same, counts.told, counts.refused)).toBeGreaterThan(20);
  });
});

describe('a zip', () => {
  test('that would inflate beyond all measure is refused before it does', async () => {
    const bomb = zipSync({ 'body/units.ndjson': new Uint8Array(packageLimits.ratioFloor * 4) });
    expect(await readZip(bomb)).toBe('limit');
  });

  test('that lies about the size of a part has that part damaged', async () => {
    const content = new Uint8Array(50_000).fill(97);
    const lying = zipSync({ part: content });
    const view = new DataView(lying.buffer, lying.byteOffset);
    const central = Buffer.from(lying).indexOf('PK\x01\x02', 0, 'latin1');
    view.setUint32(central + 24, 100, true);
    // The header before the part still says what is true.
    expect(await readZip(lying)).toMatchObject({ damaged: [], salvaged: true });
    view.setUint32(22, 100, true);
    expect(await readZip(lying)).toMatchObject({ damaged: ['part'] });
  });

  test('pays for what it inflates though its checksums are wrong', async () => {
    // Just within the ratio, so that nothing but the budget holds it.
    const part = new Uint8Array(60 * 2 ** 20);
    for (let at = 0; at < part.length; at += 300) part[at] = (at * 7919) & 255;
    const one = Buffer.from(zipSync({ p0: part }, { level: 6 }));
    const [name, packed] = [30 + one.readUInt16LE(26), one.readUInt32LE(18)];
    expect(part.length / packed).toBeLessThan(packageLimits.ratio);
    const count = Math.ceil(packageLimits.total / part.length) + 1;
    expect(await readZip(manyTimes(one.subarray(name, name + packed), part.length, count))).toBe('limit');
  });

  test('never inflates one stretch under several names', async () => {
    const whole = Buffer.from(zipSync({ a: new Uint8Array(1000).fill(97), b: new Uint8Array(1000).fill(98) }));
    const central = whole.lastIndexOf('PK\x01\x02', undefined, 'latin1');
    const first = whole.indexOf('PK\x01\x02', 0, 'latin1');
    expect(central).toBeGreaterThan(first);
    // The second name points at the first header, with a checksum that fits.
    const entry = Buffer.from(whole.subarray(first, first + 46));
    entry.copy(whole, central);
    const read = await readZip(whole);
    expect(typeof read === 'string' ? read : read.parts.get('b')?.[0]).toBe(98);
    expect(typeof read === 'string' ? read : read.salvaged).toBe(true);
  });

  test('with too many entries is refused', async () => {
    const entries = Array.from({ length: packageLimits.entries + 1 }, (_, i) => [`p${i}`, new Uint8Array(0)] as const);
    expect(await readZip(zipSync(Object.fromEntries(entries), { level: 0 }))).toBe('limit');
  });

  test.each(['../x', '/x', 'a/../../x', 'C:/x', 'a\\b'])('with an entry called %s is refused', async (name) => {
    expect(await readZip(zipSync({ [name]: new Uint8Array(1) }))).toBe('zip');
  });
});

/** A zip that holds the same packed bytes under many names, with a wrong checksum each. */
function manyTimes(packed: Buffer, size: number, count: number): Buffer {
  const [parts, table]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    const name = Buffer.from(`part-${String(i).padStart(2, '0')}`, 'latin1');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    const fields = Buffer.alloc(26);
    for (const [value, offset] of [
      [20, 0],
      [8, 4],
      [name.length, 22],
    ] as const)
      fields.writeUInt16LE(value, offset);
    for (const [value, offset] of [
      [1, 10],
      [packed.length, 14],
      [size, 18],
    ] as const) {
      fields.writeUInt32LE(value, offset);
    }
    fields.copy(local, 4);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    fields.copy(central, 6);
    central.writeUInt32LE(at, 42);
    parts.push(local, name, packed);
    table.push(central, name);
    at += local.length + name.length + packed.length;
  }
  const directory = Buffer.concat(table);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

async function readParts(): Promise<Map<string, Uint8Array>> {
  const zip = await readZip(bytes);
  if (typeof zip === 'string') throw new Error(zip);
  const parts = new Map(zip.parts);
  parts.delete('mimetype');
  return parts;
}

/** Flips a bit, cuts the end off, zeroes a stretch or doubles one. */
function damaged(whole: Uint8Array, next: (below: number) => number): Uint8Array {
  const at = next(whole.length);
  const copy = Uint8Array.from(whole);
  switch (next(5)) {
    case 0:
      return copy.subarray(0, at);
    case 1:
      return copy.fill(0, at, at + 1 + next(64));
    case 2:
      return Uint8Array.from([...copy.subarray(0, at), ...copy.subarray(next(at + 1))]);
    default:
      copy[at] = (copy[at] ?? 0) ^ (1 << next(8));
      return copy;
  }
}

describe('a file that was cut off', () => {
  test('gives every provision before the cut, as it was, and says how many', async () => {
    const draft = generateBill({ articles: 40 });
    const bytes = packDraft(newDraftFile(draft, fixedPorts()));
    let most = 0;
    for (const share of [0.4, 0.6, 0.8, 0.95]) {
      const opened = await unpackDraft(bytes.subarray(0, Math.floor(bytes.length * share)));
      if (!opened.ok) throw new Error(opened.error.code);
      const { file, notices, isDamaged } = opened.value;
      const { length } = file.draft.units;
      expect(file.draft.units).toEqual(draft.units.slice(0, length));
      expect(isDamaged).toBe(true);
      if (length < draft.units.length)
        expect(notices[0]).toMatchObject({ code: 'damage.units-cut', params: { count: length } });
      expect(length).toBeGreaterThan(most);
      most = length;
    }
  });
});

describe('a text that was damaged inside', () => {
  const bill = generateBill({ articles: 12 });
  const whole = packDraft(newDraftFile(bill, fixedPorts()));
  const units = new Map(bill.units.map((unit) => [unit.id, canonicalJson(unit)]));
  const order = bill.units.map(({ id }) => id);

  test('keeps what stands before and after the damage, and says how many provisions are lost and where', async () => {
    const spoilt = Uint8Array.from(whole);
    spoilt.fill(0x55, whole.length / 2, whole.length / 2 + 8);
    const found = await unpackDraft(spoilt);
    if (!found.ok) throw new Error(found.error.code);
    const { file, notices, isDamaged } = found.value;
    const lost = bill.units.length - file.draft.units.length;
    expect(isDamaged).toBe(true);
    expect(lost).toBeGreaterThan(0);
    expect(file.draft.units.length).toBeGreaterThan(bill.units.length / 4);
    expect(notices[0]).toEqual({ code: 'damage.units-lost', severity: 'warning', params: { count: lost } });
    const firstMissing = order.findIndex((id, at) => file.draft.units[at]?.id !== id);
    expect(notices[1]).toMatchObject({ code: 'damage.units-gap', place: { unit: order[firstMissing - 1] } });
    expect(file.identity.chain).not.toBe(newDraftFile(bill, fixedPorts()).identity.chain);
  });

  test('never gives a provision that was not in it, nor one in another place', async () => {
    const seed = 20261122;
    const next = random(seed);
    let salvaged = 0;
    for (let round = 0; round < 120; round += 1) {
      const found = await unpackDraft(damaged(whole, next));
      if (!found.ok) continue;
      const { draft, notices } = { ...found.value.file, notices: found.value.notices };
      const isTold = notices.some(({ code }) => code === 'damage.units-lost' || code === 'damage.units-cut');
      for (const unit of draft.units)
        expect(canonicalJson(unit), `seed ${seed}, round ${round}`).toBe(units.get(unit.id));
      const places = draft.units.map(({ id }) => order.indexOf(id));
      expect(places, `seed ${seed}, round ${round}`).toEqual([...places].sort((a, b) => a - b));
      expect(isTold || draft.units.length === order.length, `seed ${seed}, round ${round}`).toBe(true);
      if (isTold) salvaged += 1;
    }
    expect(salvaged).toBeGreaterThan(30);
  });
});

describe('the format of a package', () => {
  const manifestOf = async (draft: DraftFile['draft']) => {
    const zip = await readZip(packDraft(newDraftFile(draft, fixedPorts())));
    if (typeof zip === 'string') throw new Error(zip);
    return JSON.parse(new TextDecoder().decode(zip.parts.get('manifest.json'))) as Record<string, unknown>;
  };

  test('is the first for a draft that uses nothing newer, so that every program opens it', async () => {
    expect(await manifestOf(draft)).toMatchObject({ formatVersion: 1, minReaderVersion: 1 });
  });

  test('is the second, for no older program, where that one would drop what it does not know', async () => {
    const children = [{ text: '' }] as const;
    const reference = { type: 'reference', target: 'u-1', also: ['u-2'], children } as const;
    const citation = { type: 'citation', act: 'some-act', pinpoint: {}, ownWords: true, children } as const;
    for (const inline of [reference, citation]) {
      const ky = [{ text: '' }, inline, { text: '' }];
      const newer = aDraft('draft-9').unit('title', { ky }).build();
      expect(await manifestOf(newer)).toMatchObject({ formatVersion: 2, minReaderVersion: 2 });
      expect(await opened(packDraft(newDraftFile(newer, fixedPorts())))).toMatchObject({
        notices: [],
        isDamaged: false,
      });
    }
    const linked = { ...draft, units: draft.units.map((unit) => ({ ...unit, guarantees: [] })) };
    expect(await manifestOf(linked)).toMatchObject({ minReaderVersion: 2 });
  });

  test('with an audit trail is read as it was written when the trail came, and is the same bytes again', async () => {
    const old = await readFile(join(import.meta.dirname, '../../fixtures/audit-trail.dolboor'));
    const result = await unpackDraft(old);
    if (!result.ok) throw new Error(result.error.code);
    const { file: found, trail, notices } = result.value;
    expect(notices).toEqual([]);
    expect(trail?.breaks).toEqual([]);
    expect(trail?.entries.map(({ kind }) => kind)).toEqual(['switched-on', 'exported', 'saved']);
    expect(Buffer.from(packDraft(found)).equals(old)).toBe(true);
  });

  test('of the first version, without sums of its units, opens as it was', async () => {
    const old = await readFile(join(import.meta.dirname, '../../fixtures/format-1.dolboor'));
    const found = await unpackDraft(old);
    expect(found).toMatchObject({ ok: true, value: { notices: [], isDamaged: false } });
    expect(found.ok && found.value.file.draft.units.length).toBe(3);
  });
});

/** A zip with a byte of each of its two heads of an entry changed: local and in the table of contents. */
function withFlag(zip: Uint8Array, path: string, flag: number): Uint8Array {
  const changed = Buffer.from(zip);
  const local = changed.indexOf(path) - 30;
  const central = changed.lastIndexOf(path) - 46;
  for (const at of [local + 6, central + 8]) changed[at] = (changed[at] ?? 0) | flag;
  return changed;
}

describe('a zip that somebody made by hand', () => {
  const text = (words: string) => new TextEncoder().encode(words);

  test('has no part whose name stands there twice: nobody can say which is meant', async () => {
    const zip = Buffer.from(zipSync({ 'a.json': text('one'), 'b.json': text('two'), 'c.json': text('three') }));
    const doubled = Buffer.from(zip.toString('latin1').replaceAll('b.json', 'a.json'), 'latin1');
    const read = await readZip(doubled);
    if (typeof read === 'string') throw new Error(read);
    expect([[...read.parts.keys()], read.damaged]).toEqual([['c.json'], ['a.json']]);
  });

  test('has no part that says it is encrypted, whatever lies there', async () => {
    const zip = withFlag(zipSync({ 'a.json': text('one'), 'b.json': text('two') }), 'a.json', 1);
    const read = await readZip(zip);
    if (typeof read === 'string') throw new Error(read);
    expect([[...read.parts.keys()], read.damaged]).toEqual([['b.json'], ['a.json']]);
  });
});
