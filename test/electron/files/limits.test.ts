import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, uptime } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileLimits, packageLimits } from '../../../core/base/limits.ts';
import { newDraftFile } from '../../../electron/files/documents.ts';
import { isLocked } from '../../../electron/files/draft-lock.ts';
import { nodeFileSystem as files } from '../../../electron/files/file-system.ts';
import { readNames } from '../../../electron/files/history-names.ts';
import { Keyring } from '../../../electron/files/keyring.ts';
import { readPlace } from '../../../electron/files/last-places.ts';
import { readOwner } from '../../../electron/files/owner.ts';
import { packDraft, unpackDraft } from '../../../electron/files/package-file.ts';
import { listRecents } from '../../../electron/files/recent.ts';
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
  expect([fileLimits.small, fileLimits.resource]).toEqual([4_194_304, 33_554_432]);
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
    expect(await atAndPast(join(root, name), json, fileLimits.small, isRead)).toEqual([true, false]);
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
    expect(await atAndPast(path, json, fileLimits.resource, read)).toEqual(['read', 'EFBIG']);
  });

  test('a template', async () => {
    const path = join(resources(), 'templates', 'small', 'units.json');
    const read = fate(() => listTemplates(files, resources()));
    expect(
      await atAndPast(path, [{ id: 'title', kind: 'title', ky: 'а', ru: 'б', en: 'c' }], fileLimits.resource, read),
    ).toEqual(['read', 'EFBIG']);
  });
});
