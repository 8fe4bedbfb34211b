import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenedDraft } from '../../../core/bridge/drafts.ts';
import { type FileSystem, nodeFileSystem } from '../../../electron/files/file-system.ts';
import { createServicesOn } from '../../../electron/services/services.ts';
import type { Services } from '../../../electron/services/world.ts';
import { ask, makePlace, refusal, type TestPlace } from '../../support/kill/test-world.ts';

/* What systems answer where a place misbehaves, and what a person is told. The table is that of docs/durability.md. */

let place: TestPlace;
let services: Services;
let opened: OpenedDraft;
let failing: { readonly call: 'create' | 'rename'; readonly code: string } | undefined;

function mayFail(call: 'create' | 'rename', path: string): void {
  if (dirname(path) !== place.world.folders.documents || failing?.call !== call) return;
  throw Object.assign(new Error(failing.code), { code: failing.code });
}

const files: FileSystem = {
  ...nodeFileSystem,
  pause: async () => undefined,
  create: async (path, access) => {
    mayFail('create', path);
    const file = await nodeFileSystem.create(path, access);
    // The system may always take less than it is given.
    return { ...file, write: (bytes) => file.write(bytes.subarray(0, Math.max(1, bytes.length >> 1))) };
  },
  rename: async (from, to) => {
    mayFail('rename', to);
    await nodeFileSystem.rename(from, to);
  },
};

beforeEach(async () => {
  failing = undefined;
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

test('a generation is turned over at 5,000 edits, and what is recovered is every one of them', async () => {
  const edit = { operations: [{ type: 'insert_text', path: [0, 0, 0], offset: 0, text: 'а' }] } as const;
  const { handle } = opened;
  for (let from = 0; from < 5_001; from += 1_000) {
    const edits = Array.from({ length: Math.min(1_000, 5_001 - from) }, (_, i) => ({ sequence: from + i + 1, edit }));
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
  expect(back.sequence).toBe(5_001);
});
