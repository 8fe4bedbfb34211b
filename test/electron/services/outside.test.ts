import { copyFile, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedDraft } from '../../../core/bridge/drafts.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { historyFolder } from '../../../electron/files/history.ts';
import { createServices } from '../../../electron/services/services.ts';
import type { Services } from '../../../electron/services/world.ts';
import { random } from '../../support/builder.ts';
import { afterEdits, someEdits } from '../../support/kill/some-edits.ts';
import { ask, makePlace, refusal, type TestPlace } from '../../support/kill/test-world.ts';

/* Two people with one file: each has application data of his own, as on two machines. */

let place: TestPlace;
let mine: Services;
let theirs: Services;
let documents: string;

beforeEach(async () => {
  place = await makePlace();
  documents = place.world.folders.documents;
  mine = await createServices(place.world);
  theirs = await createServices({
    ...place.world,
    folders: { ...place.world.folders, data: join(place.root, 'theirs') },
  });
});

afterEach(async () => {
  await mine.dispose();
  await theirs.dispose();
  await place.remove();
});

const listed = (name: string) => ({ from: 'listed', folder: documents, name }) as const;
const file = (name = 'a.dolboor') => join(documents, name);

/** A draft of mine, saved as `a`. */
async function saved(): Promise<OpenedDraft> {
  const opened = await ask(mine, 'draft.create', { template: 'small' });
  const target = { to: 'listed', folder: documents, name: 'a', overwrite: false } as const;
  await ask(mine, 'draft.save', { handle: opened.handle, draft: opened.draft, sequence: 0, target });
  return opened;
}

async function edit(services: Services, { handle, draft, sequence }: OpenedDraft, seed: number): Promise<Draft> {
  const edits = someEdits(draft, 2, random(seed));
  const numbered = edits.map((each, i) => ({ sequence: sequence + i + 1, edit: each }));
  await ask(services, 'draft.append', { handle, edits: numbered });
  return afterEdits(draft, edits);
}

/** The other one opens the file, writes in it and saves. */
async function changedByThem(name = 'a.dolboor'): Promise<Draft> {
  const opened = await ask(theirs, 'draft.open', listed(name));
  const draft = await edit(theirs, opened, 7);
  const { handle, sequence } = opened;
  await ask(theirs, 'draft.save', { handle, draft, sequence: sequence + 2, target: { to: 'same' } });
  await ask(theirs, 'draft.close', { handle, discard: false });
  return draft;
}

test('a file that nobody touched is the same, one that somebody saved is changed, one that was moved is gone', async () => {
  const { handle } = await saved();
  const look = async () => (await ask(mine, 'outside.look', { handle })).state;
  expect(await look()).toBe('same');
  const bytes = await readFile(file());
  await writeFile(file(), bytes);
  expect(await look()).toBe('same');
  await changedByThem();
  expect(await look()).toBe('changed');
  await rm(file());
  expect(await look()).toBe('gone');
});

test('what the two have in common is the state that the other one opened', async () => {
  const opened = await saved();
  await edit(mine, opened, 3);
  const draft = await changedByThem();
  const found = await ask(mine, 'outside.read', { handle: opened.handle });
  expect(found).toMatchObject({ draft, base: opened.draft, isSameDraft: true });
});

test('an older copy that was put back is its own base: nothing of mine is undone by it', async () => {
  const opened = await saved();
  await copyFile(file(), file('old'));
  const draft = await edit(mine, opened, 3);
  await ask(mine, 'draft.save', { handle: opened.handle, draft, sequence: 2, target: { to: 'same' } });
  await copyFile(file('old'), file());
  const found = await ask(mine, 'outside.read', { handle: opened.handle });
  expect(found.base).toEqual(found.draft);
});

describe('what two files have in common lies in the history', () => {
  /** Theirs began from my second save; I saved a third time and opened again. */
  async function parted(): Promise<{ handle: string; base: Draft; states: string }> {
    const first = await saved();
    const base = await edit(mine, first, 3);
    await ask(mine, 'draft.save', { handle: first.handle, draft: base, sequence: 2, target: { to: 'same' } });
    await ask(mine, 'history.name', { handle: first.handle, label: 'Отправлено' });
    await copyFile(file(), file('b.dolboor'));
    const third = await edit(mine, { ...first, draft: base, sequence: 2 }, 11);
    await ask(mine, 'draft.save', { handle: first.handle, draft: third, sequence: 4, target: { to: 'same' } });
    await ask(mine, 'draft.close', { handle: first.handle, discard: false });
    await changedByThem('b.dolboor');
    const { handle } = await ask(mine, 'draft.open', listed('a.dolboor'));
    return { handle, base, states: historyFolder(place.world.folders.data, first.draft.meta.id) };
  }

  test('and is found there', async () => {
    const { handle, base } = await parted();
    const found = await ask(mine, 'outside.read', { handle, copy: 'b.dolboor' });
    expect(found).toMatchObject({ isSameDraft: true, base });
  });

  test('unless it is damaged: what it lacks would be taken for deleted by both', async () => {
    const { handle, states } = await parted();
    for (const name of await readdir(states)) {
      if (!name.endsWith('.dolboor')) continue;
      const parts = unzipSync(await readFile(join(states, name)));
      await writeFile(
        join(states, name),
        zipSync({ ...parts, 'review/comments.json': new Uint8Array([91]) }, { level: 0 }),
      );
    }
    const found = await ask(mine, 'outside.read', { handle, copy: 'b.dolboor' });
    expect(found.isSameDraft).toBe(true);
    expect(found.base).toBeUndefined();
  });
});

test('another draft under the name has nothing in common with mine', async () => {
  const opened = await saved();
  const other = await ask(mine, 'draft.create', { template: 'small' });
  const target = { to: 'listed', folder: documents, name: 'b', overwrite: false } as const;
  await ask(mine, 'draft.save', { handle: other.handle, draft: other.draft, sequence: 0, target });
  await copyFile(file('b.dolboor'), file());
  const found = await ask(mine, 'outside.read', { handle: opened.handle });
  expect(found.isSameDraft).toBe(false);
  expect(found.base).toBeUndefined();
});

test('only a state that was read may be replaced, and only for as long as it stands there', async () => {
  const opened = await saved();
  const { handle } = opened;
  const draft = await edit(mine, opened, 3);
  await changedByThem();
  const save = (over?: string) => ({
    handle,
    draft,
    sequence: 2,
    target: { to: 'same' as const, ...(over !== undefined && { over }) },
  });
  expect(await refusal(mine, 'draft.save', save())).toBe('changed-outside');
  expect(await refusal(mine, 'draft.save', save('0'.repeat(64)))).toBe('bad-request');
  const { id } = await ask(mine, 'outside.read', { handle });
  await changedByThem();
  expect(await refusal(mine, 'draft.save', save(id))).toBe('changed-outside');
  const { id: last } = await ask(mine, 'outside.read', { handle });
  await ask(mine, 'outside.merged', { handle, id: last });
  await ask(mine, 'draft.save', save(last));
  expect((await ask(mine, 'outside.look', { handle })).state).toBe('same');
  // The state that was replaced can still be read.
  const kept = await ask(mine, 'history.list', { handle });
  expect(kept.some((entry) => entry.sequence === 4)).toBe(true);
});

test('after a merge the other side finds my state to be newer than its own, not a stranger', async () => {
  const opened = await saved();
  const draft = await edit(mine, opened, 3);
  const theirState = await changedByThem();
  const there = await ask(theirs, 'draft.open', listed('a.dolboor'));
  const { id } = await ask(mine, 'outside.read', { handle: opened.handle });
  await ask(mine, 'outside.merged', { handle: opened.handle, id });
  await ask(mine, 'draft.save', { handle: opened.handle, draft, sequence: 2, target: { to: 'same', over: id } });
  const found = await ask(theirs, 'outside.read', { handle: there.handle });
  expect(found.base).toEqual(theirState);
});

test('mine is kept beside under a name that the same state always has', async () => {
  const opened = await saved();
  const { handle } = opened;
  const draft = await edit(mine, opened, 3);
  await changedByThem();
  const target = { to: 'copy', label: 'конфликт' } as const;
  const { name } = await ask(mine, 'draft.save', { handle, draft, sequence: 2, target });
  expect(name).toMatch(/^a \(конфликт [0-9a-f]{8}\)\.dolboor$/);
  expect((await readdir(documents)).filter((each) => each.endsWith('.dolboor'))).toHaveLength(2);
  expect(await refusal(mine, 'draft.save', { handle, draft, sequence: 2, target: { to: 'copy', label: 'a/b' } })).toBe(
    'bad-name',
  );
});

test('a change whose time was put back is noticed all the same', async () => {
  const { handle } = await saved();
  const before = await stat(file());
  expect((await ask(mine, 'outside.look', { handle })).state).toBe('same');
  await changedByThem();
  await utimes(file(), before.atime, before.mtime);
  expect((await ask(mine, 'outside.look', { handle })).state).toBe('changed');
});

describe('copies beside the file', () => {
  test.each([
    ['a conflicted copy of Dropbox', 'Долбой й.dolboor', 'Долбой й (Айгүлдүн компьютери, конфликт 2026-03-01).dolboor'],
    ['what OneDrive puts beside it', 'Долбой й.dolboor', 'Долбой й-ПК-2.dolboor'],
    ['what Syncthing puts beside it', 'Долбой й.dolboor', 'Долбой й.sync-conflict-20260301-101010-ABCDEFG.dolboor'],
    ['the file itself, where the copy is open', 'Долбой й (1).dolboor', 'Долбой й.dolboor'],
    ['a copy whose name a Mac wrote', 'Долбой й.dolboor', `${'Долбой й'.normalize('NFD')} 2.dolboor`],
  ])('are known by their names: %s', async (_, own, copy) => {
    const opened = await ask(mine, 'draft.create', { template: 'small' });
    const target = { to: 'listed', folder: documents, name: own, overwrite: false } as const;
    await ask(mine, 'draft.save', { handle: opened.handle, draft: opened.draft, sequence: 0, target });
    await copyFile(file(own), file(copy));
    await copyFile(file(own), file('башка.dolboor'));
    await changedByThem(copy);
    await changedByThem('башка.dolboor');
    expect((await ask(mine, 'outside.look', { handle: opened.handle })).copies).toEqual([copy]);
  });

  test('of the same draft in another state are named; the same state, an older one and a stranger are not', async () => {
    const opened = await saved();
    await copyFile(file(), file('a-ПК.dolboor'));
    await copyFile(file(), file('a (1).dolboor'));
    await changedByThem('a-ПК.dolboor');
    await writeFile(file('a note.dolboor'), 'x');
    const { handle } = opened;
    expect((await ask(mine, 'outside.look', { handle })).copies).toEqual(['a-ПК.dolboor']);
    const found = await ask(mine, 'outside.read', { handle, copy: 'a-ПК.dolboor' });
    expect(found.base).toEqual(opened.draft);
    await ask(mine, 'outside.merged', { handle, id: found.id });
    expect((await ask(mine, 'outside.look', { handle })).copies).toEqual([]);
  });

  test('are read from the folder of the draft and from nowhere else', async () => {
    const { handle } = await saved();
    for (const copy of ['../a.dolboor', 'sub/a.dolboor', '']) {
      expect(await refusal(mine, 'outside.read', { handle, copy })).toBe('bad-request');
    }
    expect(await refusal(mine, 'outside.read', { handle, copy: 'none.dolboor' })).toBe('not-found');
  });
});

describe('the file in the place of mine', () => {
  test('is refused while mine has words that are in no file', async () => {
    const opened = await saved();
    await edit(mine, opened, 3);
    await changedByThem();
    expect(await refusal(mine, 'draft.open', { from: 'again', handle: opened.handle })).toBe('bad-request');
    expect((await ask(mine, 'outside.look', { handle: opened.handle })).state).toBe('changed');
  });

  test('is opened as it is now once mine is saved, and stays open when it cannot be read', async () => {
    const opened = await saved();
    const draft = await changedByThem();
    const whole = await readFile(file());
    await writeFile(file(), 'x');
    expect(await refusal(mine, 'draft.open', { from: 'again', handle: opened.handle })).toBe('not-a-draft');
    await writeFile(file(), whole);
    const again = await ask(mine, 'draft.open', { from: 'again', handle: opened.handle });
    expect(again.draft).toEqual(draft);
    expect(await refusal(mine, 'outside.look', { handle: opened.handle })).toBe('unknown-handle');
  });
});
