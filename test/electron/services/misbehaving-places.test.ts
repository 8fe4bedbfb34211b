import { mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedDraft } from '../../../core/bridge/drafts.ts';
import { type FileSystem, isPlaceholder, nodeFileSystem } from '../../../electron/files/file-system.ts';
import { createServicesOn } from '../../../electron/services/services.ts';
import type { Services } from '../../../electron/services/world.ts';
import { ask, makePlace, refusal, type TestPlace } from '../../support/kill/test-world.ts';

/* What systems answer where a place misbehaves, and what a person is told. The table is that of docs/durability.md. */

let place: TestPlace;
let services: Services;
let opened: OpenedDraft;
/** Nothing more can be written anywhere. */
let isFull: boolean;
let failing: { readonly call: 'create' | 'rename' | 'read'; readonly code: string } | undefined;

function mayFail(call: 'create' | 'rename' | 'read', path: string): void {
  if (dirname(path) !== place.world.folders.documents || failing?.call !== call) return;
  throw Object.assign(new Error(failing.code), { code: failing.code });
}

const files: FileSystem = {
  ...nodeFileSystem,
  pause: async () => undefined,
  create: async (path, access) => {
    mayFail('create', path);
    if (isFull) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    const file = await nodeFileSystem.create(path, access);
    // The system may always take less than it is given.
    return { ...file, write: (bytes) => file.write(bytes.subarray(0, Math.max(1, bytes.length >> 1))) };
  },
  read: async (path, limit) => {
    mayFail('read', path);
    return nodeFileSystem.read(path, limit);
  },
  rename: async (from, to) => {
    mayFail('rename', to);
    await nodeFileSystem.rename(from, to);
  },
};

beforeEach(async () => {
  failing = undefined;
  isFull = false;
  place = await makePlace();
  services = await createServicesOn(files, place.world, async () => 'cancelled');
  opened = await ask(services, 'draft.create', { template: 'small' });
});

afterEach(async () => {
  await services.dispose();
  await place.remove();
});

function saveAs(name: string) {
  const target = { to: 'listed', folder: place.world.folders.documents, name, overwrite: true } as const;
  return { handle: opened.handle, draft: opened.draft, sequence: opened.sequence, target };
}

test.each([
  ['the disk is full', 'create', 'ENOSPC', 'no-space'],
  ['the quota is used up', 'create', 'EDQUOT', 'no-space'],
  ['the volume is read-only', 'create', 'EROFS', 'not-writable'],
  ['the folder may not be written to', 'create', 'EACCES', 'not-writable'],
  ['the network share is gone', 'create', 'ENOTCONN', 'not-found'],
  ['the server does not answer', 'rename', 'EHOSTUNREACH', 'not-found'],
  ['the stick was pulled out', 'create', 'ENODEV', 'not-found'],
  ['the stick was pulled out while writing', 'rename', 'ENXIO', 'not-found'],
  ['the disk reads or writes wrong', 'rename', 'EIO', 'not-writable'],
  ['the sync client has not fetched the file', 'read', 'ENODATA', 'not-fetched'],
  ['the server does not come back with the file', 'read', 'ETIMEDOUT', 'not-fetched'],
  ['the disk cannot be read', 'read', 'EIO', 'not-readable'],
  ['the path is too long', 'create', 'ENAMETOOLONG', 'bad-name'],
  ['the folder leads to another volume', 'rename', 'EXDEV', 'not-writable'],
  ['a virus scanner holds the file', 'rename', 'EPERM', 'busy'],
  ['a sync client holds the file', 'rename', 'EBUSY', 'busy'],
  ['a preview holds the file', 'rename', 'EACCES', 'busy'],
] as const)(
  '%s: named, the old file whole, nothing left beside it, and the next save goes through',
  async (_, call, code, name) => {
    await ask(services, 'draft.save', saveAs('Долбоор'));
    const path = join(place.world.folders.documents, 'Долбоор.dolboor');
    const old = await readFile(path);
    failing = { call, code };
    expect(await refusal(services, 'draft.save', saveAs('Долбоор'))).toBe(name);
    expect((await readFile(path)).equals(old)).toBe(true);
    expect(await readdir(dirname(path))).toEqual(['Долбоор.dolboor']);
    failing = undefined;
    await ask(services, 'draft.save', saveAs('Долбоор'));
  },
);

test.each([
  // A quarter of a megabyte in each: the ninth begins a new generation, for two are full after eight.
  { limit: '5,000 edits', count: 5_001, batch: 1_000, text: 'а' },
  { limit: '2 MB', count: 9, batch: 1, text: 'мыйзам '.repeat(20_000) },
])(
  'a generation is turned over at $limit, and what is recovered is every one of them',
  async ({ count, batch, text }) => {
    const edit = { operations: [{ type: 'insert_text', path: [0, 0, 0], offset: 0, text }] } as const;
    const { handle } = opened;
    for (let from = 0; from < count; from += batch) {
      const edits = Array.from({ length: Math.min(batch, count - from) }, (_, i) => ({ sequence: from + i + 1, edit }));
      await ask(services, 'draft.append', { handle, edits });
    }
    const names = await readdir(join(place.world.folders.data, 'recovery'), { recursive: true });
    expect(names.filter((name) => name.endsWith('.qj')).map((name) => name.slice(-9))).toEqual([
      '000001.qj',
      '000002.qj',
    ]);
    await services.releasePage();
    const [lost] = await ask(services, 'recovery.list', {});
    const back = await ask(services, 'draft.open', { from: 'recovery', id: lost?.id ?? '' });
    expect(back.sequence).toBe(count);
    const [title] = opened.draft.units[0]?.children[0].children ?? [];
    const whole = title && 'text' in title ? text.repeat(count) + title.text : '';
    expect(back.draft.units[0]?.children[0].children[0]).toMatchObject({ text: whole });
  },
);

test('a draft lies as well in Cyrillic folders whose path is longer than 260 characters', async () => {
  const folder = join(
    place.world.folders.documents,
    ...['Мыйзам долбоорлору', 'Жогорку Кеңеш', 'Ички иштер'].map((one) => `${one} ${'ү'.repeat(90)}`),
  );
  await mkdir(folder, { recursive: true });
  const target = { to: 'listed', folder, name: 'Үй-бүлө жөнүндө', overwrite: false } as const;
  const path = join(folder, 'Үй-бүлө жөнүндө.dolboor');
  expect(path.length).toBeGreaterThan(300);
  const { handle, draft } = opened;
  await ask(services, 'draft.save', { handle, draft, sequence: 0, target });
  await ask(services, 'draft.save', { handle, draft, sequence: 0, target: { to: 'same' } });
  await ask(services, 'draft.close', { handle, discard: false });
  const back = await ask(services, 'draft.open', { from: 'listed', folder, name: 'Үй-бүлө жөнүндө.dolboor' });
  expect(back).toMatchObject({ draft, state: 'saved' });
  expect(await readdir(folder)).toEqual(['Үй-бүлө жөнүндө.dolboor']);
});

describe('a file of a sync client', () => {
  test('that is shown and takes no room is told from one that is there', async () => {
    const [shown, there] = ['shown', 'there'].map((name) => join(place.root, name)) as [string, string];
    await writeFile(there, Buffer.alloc(8_192, 1));
    await writeFile(shown, '');
    await truncate(shown, 8_192);
    expect(isPlaceholder(await stat(shown))).toBe(true);
    expect(isPlaceholder(await stat(there))).toBe(false);
  });

  test('that holds nothing but zeros counts as damaged, and is left as it is', async () => {
    const path = join(place.world.folders.documents, 'zeros.dolboor');
    await writeFile(path, Buffer.alloc(8_192));
    const source = { from: 'listed', folder: dirname(path), name: 'zeros.dolboor' } as const;
    expect(await refusal(services, 'draft.open', source)).toBe('damaged');
    expect((await readFile(path)).equals(Buffer.alloc(8_192))).toBe(true);
  });
});

test('a draft can be closed on a full disk, and what is in no file is offered at the next start', async () => {
  const edit = { operations: [{ type: 'insert_text', path: [0, 0, 0], offset: 0, text: 'а' }] } as const;
  await ask(services, 'draft.append', { handle: opened.handle, edits: [{ sequence: 1, edit }] });
  isFull = true;
  expect(await ask(services, 'draft.close', { handle: opened.handle, discard: false })).toBeNull();
  isFull = false;
  const [lost] = await ask(services, 'recovery.list', {});
  const back = await ask(services, 'draft.open', { from: 'recovery', id: lost?.id ?? '' });
  expect(back.sequence).toBe(1);
});
