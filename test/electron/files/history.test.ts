import { expect, test } from 'vitest';
import { newDraftFile, withDraft } from '../../../electron/files/documents.ts';
import {
  createHistory,
  describeState,
  historyFolder,
  historyLimits,
  listHistory,
  readHistory,
} from '../../../electron/files/history.ts';
import { type DraftFile, packDraft } from '../../../electron/files/package-file.ts';
import { createProtection } from '../../../electron/files/seal-key.ts';
import { aDraft, fixedPorts } from '../../support/builder.ts';
import { MemoryDisk } from '../../support/kill/memory-disk.ts';

const minute = 60_000;
const start = Date.UTC(2026, 2, 1, 9);

/** A disk with a clock that the test moves. */
function place() {
  const { files } = new MemoryDisk();
  let time = start;
  const now = () => new Date(time).toISOString();
  const states: DraftFile[] = [newDraftFile(aDraft().unit('title', 'Мыйзам').build(), fixedPorts())];
  /** The draft with one more provision. */
  const next = (): DraftFile => {
    const last = states.at(-1) as DraftFile;
    const file = withDraft(last, aDraft().unit('title', 'Мыйзам').unit('part', `Бөлүк ${states.length}`).build());
    states.push(file);
    return file;
  };
  return {
    files,
    now,
    next,
    first: states[0] as DraftFile,
    pass: (minutes: number) => {
      time += minutes * minute;
    },
  };
}

test('a state is due at the first edit, and then once in five minutes', () => {
  const { files, now, pass } = place();
  const history = createHistory({ files, data: '/data', now });
  const claims = [0, 4, 1, 4.9, 0.1].map((minutes) => {
    pass(minutes);
    return history.claim();
  });
  expect(claims).toEqual([true, false, true, false, true]);
});

test('a clock that was set back does not hold the history up', () => {
  const { files, now, pass } = place();
  const history = createHistory({ files, data: '/data', now });
  expect(history.claim()).toBe(true);
  pass(-24 * 60);
  expect(history.claim()).toBe(true);
});

test('states are listed newest first and read as they were', async () => {
  const { files, now, next, first, pass } = place();
  const history = createHistory({ files, data: '/data', now });
  await history.keep(first);
  pass(5);
  const second = next();
  await history.keep(second);
  await history.keep(second);
  const list = await listHistory(files, '/data', 'draft-1');
  expect(list).toMatchObject([
    { at: '2026-03-01T09:05:00.000Z', sequence: 1, bytes: packDraft(second).length },
    { at: '2026-03-01T09:00:00.000Z', sequence: 0 },
  ]);
  const read = await readHistory(files, '/data', 'draft-1', list[1]?.id ?? '');
  expect(read).toMatchObject({ ok: true, value: { draft: first.draft, notices: [] } });
});

test('what is older than seven days goes when the next state is kept, but never the last two', async () => {
  const { files, now, next, first, pass } = place();
  const history = createHistory({ files, data: '/data', now });
  for (const file of [first, next(), next()]) {
    await history.keep(file);
    pass(5);
  }
  pass(8 * 24 * 60);
  await history.keep(next());
  expect((await listHistory(files, '/data', 'draft-1')).map(({ sequence }) => sequence)).toEqual([3, 2]);
});

test('all states together may have so many bytes and not one more; the last two and those with a name are not weighed', async () => {
  const states = async (mostBytes: (sizes: readonly number[]) => number, name = false) => {
    const { files, now, next, first, pass } = place();
    const all = [first, next(), next()];
    const limit = mostBytes(all.map((file) => packDraft(file).length));
    const history = createHistory({ files, data: '/data', now, mostBytes: limit });
    for (const file of all) {
      await history.keep(file);
      const [entry] = await listHistory(files, '/data', 'draft-1');
      const about = { id: entry?.id ?? '', about: { label: 'этап' }, protection: undefined };
      if (name && file === first) await describeState(files, historyFolder('/data', 'draft-1'), about);
      pass(5);
    }
    return (await listHistory(files, '/data', 'draft-1')).map(({ sequence }) => sequence);
  };
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  expect(await states(sum)).toEqual([2, 1, 0]);
  expect(await states((sizes) => sum(sizes) - 1)).toEqual([2, 1]);
  expect(await states(() => 1)).toEqual([2, 1]);
  expect(await states(() => 1, true)).toEqual([2, 1, 0]);
  expect(historyLimits).toMatchObject({ bytes: 209_715_200, pace: 300_000, keptFor: 604_800_000 });
});

test('a name that this key does not read is a name all the same: its state stays', async () => {
  const { files, now, next, first, pass } = place();
  const history = createHistory({ files, data: '/data', now, mostBytes: 1 });
  await history.keep(first);
  const [entry] = await listHistory(files, '/data', 'draft-1');
  const named = { id: entry?.id ?? '', about: { label: 'этап' }, protection: await createProtection('Сырсөз 1', 14) };
  await describeState(files, historyFolder('/data', 'draft-1'), named);
  for (const file of [next(), next()]) {
    pass(5);
    await history.keep(file);
  }
  expect((await listHistory(files, '/data', 'draft-1')).map(({ sequence, label }) => [sequence, label])).toEqual([
    [2, undefined],
    [1, undefined],
    [0, undefined],
  ]);
});

test('a state goes when it is seven days old and not a millisecond before', async () => {
  const left = async (milliseconds: number) => {
    const { files, now, next, first, pass } = place();
    const history = createHistory({ files, data: '/data', now });
    for (const file of [first, next(), next()]) await history.keep(file);
    pass(7 * 24 * 60 + milliseconds / minute);
    await history.keep(next());
    return (await listHistory(files, '/data', 'draft-1')).map(({ sequence }) => sequence);
  };
  expect(await left(-1)).toEqual([3, 2, 1, 0]);
  expect(await left(0)).toEqual([3, 2]);
});

test('no id leads out of the history of its own draft', async () => {
  const { files, now, first } = place();
  await createHistory({ files, data: '/data', now }).keep(first);
  for (const id of ['../x', '', '20260301T090000000Z-0-000000000000']) {
    expect(await readHistory(files, '/data', 'draft-1', id)).toMatchObject({ error: { code: 'not-found' } });
  }
  const [entry] = await listHistory(files, '/data', 'draft-1');
  expect(await readHistory(files, '/data', 'draft-2', entry?.id ?? '')).toMatchObject({ error: { code: 'not-found' } });
});

test('a history that cannot be written stops nobody', async () => {
  const { files, now, first } = place();
  const full = { ...files, create: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) };
  await createHistory({ files: full, data: '/data', now }).keep(first);
  expect(await listHistory(files, '/data', 'draft-1')).toEqual([]);
  expect(historyLimits.least).toBe(2);
});
