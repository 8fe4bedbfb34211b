import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir, uptime } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { validateRequest } from '../../../core/bridge/validate.ts';
import { newDraftFile, readDraftFile } from '../../../electron/files/documents.ts';
import { isLocked } from '../../../electron/files/draft-lock.ts';
import { nodeFileSystem as files } from '../../../electron/files/file-system.ts';
import { readNames } from '../../../electron/files/history-names.ts';
import { encodeHeader, encodeRecord, linkOf, readJournal } from '../../../electron/files/journal-format.ts';
import { Keyring } from '../../../electron/files/keyring.ts';
import { readPlace } from '../../../electron/files/last-places.ts';
import { packageLimits, resourceLimit, smallFileLimit } from '../../../electron/files/limits.ts';
import { readOwner } from '../../../electron/files/owner.ts';
import { packDraft, unpackDraft } from '../../../electron/files/package-file.ts';
import { listRecents } from '../../../electron/files/recent.ts';
import { travelLimits, withVersions } from '../../../electron/files/travelling.ts';
import { readZip, type ZipLimits } from '../../../electron/files/zip-reader.ts';
import { readResources } from '../../../electron/services/resources.ts';
import { readSettings } from '../../../electron/settings/settings.ts';
import { listTemplates } from '../../../electron/templates/templates.ts';
import { aDraft, fixedPorts } from '../../support/builder.ts';
import { fillPlace } from '../../support/kill/test-world.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dolboor-limits-'));
  await fillPlace(root);
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('the limits of our own files are these', () => {
  expect(packageLimits).toEqual({
    file: 104_857_600,
    entries: 5_000,
    part: 67_108_864,
    total: 268_435_456,
    ratio: 200,
    ratioFloor: 1_048_576,
  });
  expect([smallFileLimit, resourceLimit]).toEqual([4_194_304, 33_554_432]);
});

describe('a package at a limit is read, one past it is refused:', () => {
  const letters = new Uint8Array(5_000).fill(97);
  const two = zipSync({ 'a.json': letters, 'b.json': letters });
  const packed = Buffer.from(two).readUInt32LE(18);
  const loose = { entries: 5_000, part: 5_000, total: 10_000, ratio: 5_000, ratioFloor: 1_000 };
  const edges: Readonly<Record<keyof ZipLimits, readonly [at: Partial<ZipLimits>, past: Partial<ZipLimits>]>> = {
    entries: [{ entries: 2 }, { entries: 1 }],
    part: [{ part: 5_000 }, { part: 4_999 }],
    total: [{ total: 10_000 }, { total: 9_999 }],
    ratio: [{ ratio: 5_000 / packed }, { ratio: 5_000 / packed - 0.01 }],
    ratioFloor: [
      { ratio: 2, ratioFloor: 5_000 },
      { ratio: 2, ratioFloor: 4_999 },
    ],
  };

  test.each(Object.entries(edges))('%s', async (_name, [at, past]) => {
    const read = (limits: Partial<ZipLimits>) => readZip(two, { limits: { ...loose, ...limits }, wants: () => true });
    expect(await read(at)).toMatchObject({ damaged: [] });
    expect(await read(past)).toBe('limit');
  });

  test('file, on the disk and in memory', async () => {
    const path = join(root, 'sparse.dolboor');
    const fate = async (size: number) => {
      await writeFile(path, 'PK');
      await truncate(path, size);
      const read = await readDraftFile(path);
      return read.ok ? 'read' : read.error.code;
    };
    expect(await fate(packageLimits.file)).not.toBe('too-large');
    expect(await fate(packageLimits.file + 1)).toBe('too-large');
    expect(await unpackDraft(Buffer.alloc(packageLimits.file + 1))).toMatchObject({ error: { code: 'too-large' } });
  });
});

test('a record of a journal is read at its limit, and the journal ends before one past it', () => {
  const header = encodeHeader({ session: 'ab'.repeat(16), generation: 1, chain: 'cd'.repeat(32) });
  const ends = [64 * 2 ** 20, 64 * 2 ** 20 + 1].map((length) => {
    const record = encodeRecord({ sequence: 1, payload: 'x'.repeat(length) }, linkOf(header));
    const read = readJournal(Buffer.concat([header, record]));
    return [read?.records.length, read?.end];
  });
  expect(ends).toEqual([
    [1, 'whole'],
    [0, 'torn'],
  ]);
});

test('a request carries as many edits as the limit says, and not one more', () => {
  const edit = { operations: [{ type: 'insert_text', path: [0, 0, 0], offset: 0, text: 'а' }] };
  const request = (length: number) => ({
    handle: 'h-1',
    edits: Array.from({ length }, (_, at) => ({ sequence: at + 1, edit })),
  });
  expect([10_000, 10_001].map((length) => validateRequest('draft.append', request(length)).ok)).toEqual([true, false]);
});

describe('what we write stays within what we read:', () => {
  const long = 'а'.repeat(1_000_000);
  const draft = aDraft('draft-1').unit('title', long).build();

  test('a text that packs like a bomb lies in the package as it is', async () => {
    const bytes = packDraft(newDraftFile(draft, fixedPorts()));
    expect(bytes.length).toBeGreaterThan(packageLimits.ratioFloor);
    const opened = await unpackDraft(bytes);
    expect(opened).toMatchObject({ ok: true, value: { notices: [], isDamaged: false } });
    expect(opened.ok && opened.value.file.draft.units).toEqual(draft.units);
  });

  test('versions come along from the newest as long as they fit, in number and in bytes', () => {
    const version = (sequence: number, of = aDraft('draft-1').unit('title', 'Мыйзам').build()) => {
      const file = newDraftFile(of, fixedPorts());
      const identity = { ...file.identity, sequence, chain: String(sequence).padStart(64, '0') };
      return { file: { ...file, identity }, label: `v${sequence}`, at: '2026-03-01T09:00:00.000Z' };
    };
    const labels = (...versions: readonly ReturnType<typeof version>[]) =>
      withVersions(newDraftFile(draft, fixedPorts()), versions).identity.lineage.map(({ label }) => label);
    const many = Array.from({ length: travelLimits.versions + 1 }, (_, at) => version(at + 1));
    expect(labels(...many.slice(1))).toEqual(many.slice(1).map(({ label }) => label));
    expect(labels(...many)).toEqual(many.slice(1).map(({ label }) => label));
    // Each of these takes six million bytes.
    const large = Array.from({ length: 11 }, (_, at) => version(at + 1, draft));
    const fitting = Math.floor(travelLimits.bytes / 6_000_800);
    expect(labels(...large)).toEqual(large.slice(-fitting).map(({ label }) => label));
  });
});

/** A file of ours, filled up with blanks to the limit and one past it. */
async function atAndPast<T>(path: string, json: unknown, limit: number, read: () => Promise<T>): Promise<readonly T[]> {
  const text = JSON.stringify(json);
  await mkdir(dirname(path), { recursive: true });
  const found: T[] = [];
  for (const size of [limit, limit + 1]) {
    await writeFile(path, text + ' '.repeat(size - Buffer.byteLength(text)));
    found.push(await read());
  }
  return found;
}

describe('a small file of ours past its limit is taken for none:', () => {
  const place = { unit: 'u-1', language: 'ky', offset: 3 };
  const owner = { draftId: 'draft-1', target: '', targetSha256: '', title: {}, state: 'open' };
  const readers = {
    'settings.json': [{ author: 'Асанов' }, async () => (await readSettings(files, root)).author === 'Асанов'],
    'recents.json': [
      [{ path: '/x/a.dolboor', openedAt: '2026-03-01T09:00:00.000Z', title: {} }],
      async () => (await listRecents(files, root)).length === 1,
    ],
    'places.json': [
      [{ draft: 'draft-1', ...place }],
      async () => (await readPlace(files, root, 'draft-1')) !== undefined,
    ],
    'names.json': [
      { states: {}, travels: true },
      async () => (await readNames(files, root, new Keyring())).travels === true,
    ],
    'owner.json': [
      { ...owner, saved: { sequence: 1, chain: '0'.repeat(64) } },
      async () => (await readOwner(files, root))?.draftId === 'draft-1',
    ],
    // Of a process that is alive and not this one.
    'lock.json': [{ process: process.ppid, booted: Date.now() / 1000 - uptime() }, () => isLocked(files, root)],
  } as const;

  test.each(Object.entries(readers))('%s', async (name, [json, isRead]) => {
    expect(await atAndPast(join(root, name), json, smallFileLimit, isRead)).toEqual([true, false]);
  });
});

describe('a file that ships past its limit stops the start:', () => {
  const resources = () => join(root, 'resources');
  const fate = (read: () => Promise<unknown>) => () =>
    read().then(
      () => 'read',
      ({ code }: NodeJS.ErrnoException) => code,
    );

  test('the register of acts', async () => {
    const path = join(resources(), 'acts', 'register.json');
    const json = { compiled: '2026-01-01', acts: [] };
    const read = fate(() => readResources(files, resources()));
    expect(await atAndPast(path, json, resourceLimit, read)).toEqual(['read', 'EFBIG']);
  });

  test('a template', async () => {
    const path = join(resources(), 'templates', 'small', 'units.json');
    const read = fate(() => listTemplates(files, resources()));
    expect(
      await atAndPast(path, [{ id: 'title', kind: 'title', ky: 'а', ru: 'б', en: 'c' }], resourceLimit, read),
    ).toEqual(['read', 'EFBIG']);
  });
});
