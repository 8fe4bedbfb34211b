import { copyFile, readdir, readFile, writeFile as saveBytes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReplyOf } from '../../../core/bridge/contract.ts';
import type { OpenedDraft } from '../../../core/bridge/drafts.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { unpackDraft } from '../../../electron/files/package-file.ts';
import { createServices } from '../../../electron/services/services.ts';
import type { Services } from '../../../electron/services/world.ts';
import { random } from '../../support/builder.ts';
import { afterEdits, someEdits } from '../../support/kill/some-edits.ts';
import { ask, filesWith, makePlace, refusal, type TestPlace } from '../../support/kill/test-world.ts';

/* Versions, conflict copies and merging of a draft under a password; two people, each with application data of his own. */

const password = 'ак боз ат минген 1916';
const label = 'Канарейка биринчи окууда';
const author = 'Канарейкабек';

let place: TestPlace;
let mine: Services;
let theirs: Services;
let roots: readonly string[];

beforeEach(async () => {
  place = await makePlace();
  const { folders } = place.world;
  const data = join(place.root, 'theirs');
  mine = await createServices({ ...place.world, passwordCost: 14 });
  theirs = await createServices({ ...place.world, passwordCost: 14, folders: { ...folders, data } });
  roots = [join(folders.data, 'history'), folders.documents, join(folders.data, 'recovery'), data];
  await ask(mine, 'settings.write', { author });
});

afterEach(async () => {
  await mine.dispose();
  await theirs.dispose();
  await place.remove();
});

interface Work {
  readonly handle: string;
  readonly draft: Draft;
  readonly sequence: number;
}

async function type(services: Services, { handle, draft, sequence }: Work, seed: number): Promise<Work> {
  const edits = someEdits(draft, 2, random(seed));
  const numbered = edits.map((edit, i) => ({ sequence: sequence + i + 1, edit }));
  await ask(services, 'draft.append', { handle, edits: numbered });
  return { handle, draft: afterEdits(draft, edits), sequence: sequence + 2 };
}

async function create(): Promise<Work> {
  return type(mine, await ask(mine, 'draft.create', { template: 'small' }), 3);
}

function saveAs(services: Services, work: Work, name = 'a') {
  const target = { to: 'listed', folder: place.world.folders.documents, name, overwrite: false } as const;
  return ask(services, 'draft.save', { ...work, target });
}

function save(services: Services, work: Work, over?: string) {
  return ask(services, 'draft.save', { ...work, target: { to: 'same', ...(over !== undefined && { over }) } });
}

async function openWith(services: Services, given: string): Promise<OpenedDraft> {
  const source = { from: 'listed', folder: place.world.folders.documents, name: 'a.dolboor' } as const;
  const reply = await services.call('draft.open', source);
  if (reply.ok || reply.error.code !== 'password-needed') throw new Error('no password asked');
  return ask(services, 'draft.open', { from: 'request', id: `${reply.error.params?.id}`, password: given });
}

const named = async (services: Services, handle: string) =>
  (await ask(services, 'history.list', { handle })).filter((entry) => entry.label !== undefined);

const labels = async (services: Services, handle: string) =>
  (await named(services, handle)).map((entry) => entry.label);

test('the names and authors of versions are sealed, those of before the password too', async () => {
  const work = await create();
  const { handle } = work;
  await ask(mine, 'history.name', { handle, label });
  expect(await filesWith(label, roots)).toHaveLength(1);
  await ask(mine, 'draft.protect', { handle, password });
  expect(await filesWith('Канарейка', roots)).toEqual([]);
  expect(await labels(mine, handle)).toEqual([label]);
  await type(mine, work, 4);
  await ask(mine, 'history.name', { handle, label: `${label} 2` });
  expect(await filesWith('Канарейка', roots)).toEqual([]);
  expect(await named(mine, handle)).toMatchObject([
    { label: `${label} 2`, author },
    { label, author },
  ]);
});

test('a name is still there after another password, and after none', async () => {
  const { handle } = await create();
  await ask(mine, 'draft.protect', { handle, password });
  const { id } = await ask(mine, 'history.name', { handle, label });
  await ask(mine, 'draft.protect', { handle, password: 'экинчи', current: password });
  expect(await labels(mine, handle)).toEqual([label]);
  expect((await ask(mine, 'history.list', { handle })).map((entry) => entry.id)).not.toContain(id);
  await ask(mine, 'draft.protect', { handle, current: 'экинчи' });
  expect(await named(mine, handle)).toMatchObject([{ label, author }]);
  expect(await filesWith(label, roots)).toHaveLength(1);
});

test('a name that this password does not open is neither shown nor lost', async () => {
  const work = await create();
  const { handle } = work;
  await ask(mine, 'draft.protect', { handle, password });
  await ask(mine, 'history.name', { handle, label });
  const [names] = (await filesWith('"secret"', roots)).filter((name) => name.endsWith('names.json'));
  const path = join(place.world.folders.data, 'history', names ?? '');
  await copyFile(path, join(place.root, 'old.json'));
  await ask(mine, 'draft.protect', { handle, password: 'экинчи', current: password });
  const [entry] = await ask(mine, 'history.list', { handle });
  // As if this machine had slept through the change: what lies here is under the password of before.
  const old = (await readFile(join(place.root, 'old.json'), 'utf8')).replace(/"2[^"]*":/, `"${entry?.id}":`);
  await mine.dispose();
  await saveBytes(path, old);
  mine = await createServices({ ...place.world, passwordCost: 14 });
  const [lost] = await ask(mine, 'recovery.list', {});
  const again = await ask(mine, 'draft.open', { from: 'recovery', id: lost?.id ?? '', password: 'экинчи' });
  const [locked] = await ask(mine, 'history.list', { handle: again.handle });
  expect(locked?.label).toBeUndefined();
  await type(mine, again, 9);
  await ask(mine, 'history.name', { handle: again.handle, label: 'Жаңы' });
  expect(await labels(mine, again.handle)).toEqual(['Жаңы']);
  expect((await readFile(path, 'utf8')).includes(/"secret":"[^"]{40}/.exec(old)?.[0] ?? 'none')).toBe(true);
});

test('versions travel sealed in the file, and who has the password sees them', async () => {
  const work = await create();
  const { handle } = work;
  await ask(mine, 'draft.protect', { handle, password });
  await ask(mine, 'history.name', { handle, label });
  await ask(mine, 'history.travel', { handle, on: true });
  await saveAs(mine, await type(mine, work, 5));
  const there = await openWith(theirs, password);
  expect(await ask(theirs, 'history.list', { handle: there.handle })).toMatchObject([{ label, author, inFile: true }]);
  expect(await filesWith('Канарейка', roots)).toEqual([]);
});

test('a conflict under a password is seen, read, merged and saved, and nothing of it lies in clear', async () => {
  const work = await create();
  const { handle } = work;
  await ask(mine, 'draft.protect', { handle, password });
  await saveAs(mine, work);
  const there = await openWith(theirs, password);
  await ask(theirs, 'settings.write', { author: 'Башка' });
  const canary = { type: 'insert_text', path: [0, 1, 0], offset: 0, text: 'Канарейка ' } as const;
  await ask(theirs, 'draft.append', {
    handle: there.handle,
    edits: [{ sequence: there.sequence + 1, edit: { operations: [canary] } }],
  });
  const changed = {
    handle: there.handle,
    draft: afterEdits(there.draft, [{ operations: [canary] }]),
    sequence: there.sequence + 1,
  };
  await save(theirs, changed);
  await copyFile(
    join(place.world.folders.documents, 'a.dolboor'),
    join(place.world.folders.documents, 'a (1).dolboor'),
  );
  const look = await ask(mine, 'outside.look', { handle });
  expect(look).toEqual({ state: 'changed', copies: ['a (1).dolboor'] });
  const read = await ask(mine, 'outside.read', { handle });
  expect(read).toMatchObject({ base: work.draft, draft: changed.draft, isSameDraft: true });
  await ask(mine, 'outside.merged', { handle, id: read.id });
  const merged = await type(mine, { ...work, draft: work.draft }, 8);
  await save(mine, merged, read.id);
  await ask(mine, 'history.list', { handle });
  expect(await filesWith('Канарейка', roots)).toEqual([]);
});

test('what somebody left in the clear is kept sealed here before it is merged into a protected draft', async () => {
  const work = await create();
  const { handle } = work;
  await ask(mine, 'draft.protect', { handle, password });
  await saveAs(mine, work);
  const there = await openWith(theirs, password);
  await ask(theirs, 'draft.protect', { handle: there.handle, current: password });
  const canary = { operations: [{ type: 'insert_text', path: [0, 1, 0], offset: 0, text: 'Канарейка ' }] } as const;
  const sequence = there.sequence + 1;
  await ask(theirs, 'draft.append', { handle: there.handle, edits: [{ sequence, edit: canary }] });
  await save(theirs, { handle: there.handle, draft: afterEdits(there.draft, [canary]), sequence });
  const read = await ask(mine, 'outside.read', { handle });
  expect(JSON.stringify(read.draft)).toContain('Канарейка');
  const before = (await ask(mine, 'history.list', { handle })).length;
  await ask(mine, 'outside.merged', { handle, id: read.id });
  await expect.poll(async () => (await ask(mine, 'history.list', { handle })).length).toBe(before + 1);
  const kept = join(place.world.folders.data, 'history');
  for (const path of await readdir(kept, { recursive: true })) {
    if (!path.endsWith('.dolboor')) continue;
    const opened = await unpackDraft(await readFile(join(kept, path)));
    expect(opened).toMatchObject({ ok: false, error: { code: 'password-needed' } });
  }
});

/** A file that the two of them have open, that the other one puts under another password, and edits of mine that are in no file. */
async function changedUnderMe(): Promise<Work> {
  const work = await create();
  await ask(mine, 'draft.protect', { handle: work.handle, password });
  await saveAs(mine, work);
  const there = await openWith(theirs, password);
  await ask(theirs, 'draft.protect', { handle: there.handle, password: 'экинчи', current: password });
  await save(theirs, await type(theirs, there, 6));
  return type(mine, work, 7);
}

test('a file that somebody put under another password is compared once that one is given', async () => {
  const { handle } = await changedUnderMe();
  expect(await ask(mine, 'outside.look', { handle })).toMatchObject({ state: 'changed' });
  expect(await refusal(mine, 'outside.read', { handle })).toBe('password-needed');
  expect(await refusal(mine, 'outside.read', { handle, password: 'эмес' })).toBe('wrong-password');
  const read = await ask(mine, 'outside.read', { handle, password: 'экинчи' });
  // Saved over, it would be under mine: that is told before.
  expect(read).toMatchObject({ isSameDraft: true, seal: 'other', notices: [] });
  expect(await ask(mine, 'outside.read', { handle })).toEqual(read);
});

test('edits under the password of before are recovered by it, and the file under the new one is compared then', async () => {
  const { draft, sequence } = await changedUnderMe();
  await mine.dispose();
  mine = await createServices({ ...place.world, passwordCost: 14 });
  const [lost] = await ask(mine, 'recovery.list', {});
  const source = { from: 'recovery', id: lost?.id ?? '' } as const;
  const half = (await mine.call('draft.open', { ...source, password: 'экинчи' })) as ReplyOf<'draft.open'>;
  expect(half).toMatchObject({ ok: false, error: { code: 'wrong-password', params: { earlier: 1 } } });
  const again = await ask(mine, 'draft.open', { ...source, password });
  expect(again).toMatchObject({ draft, sequence, state: 'recovered', isProtected: true });
  expect(await ask(mine, 'outside.read', { handle: again.handle })).toMatchObject({ isSameDraft: true });
  expect(await ask(mine, 'recovery.list', {})).toEqual([]);
});

test('who unlocked a draft that another window has is not asked again to read it, and the next one is', async () => {
  const work = await create();
  await ask(mine, 'draft.protect', { handle: work.handle, password });
  await saveAs(mine, work);
  const inUse = async () => {
    const source = { from: 'listed', folder: place.world.folders.documents, name: 'a.dolboor' } as const;
    const shut = (await mine.call('draft.open', source)) as ReplyOf<'draft.open'>;
    const asked = { from: 'request', id: `${!shut.ok && shut.error.params?.id}` } as const;
    const reply = (await mine.call('draft.open', { ...asked, password })) as ReplyOf<'draft.open'>;
    if (reply.ok || reply.error.code !== 'in-use') throw new Error('not in use');
    return { from: 'request', id: `${reply.error.params?.id}`, as: 'read-only' } as const;
  };
  const source = await inUse();
  const reading = await ask(mine, 'draft.open', source);
  expect(reading).toMatchObject({ draft: work.draft, isProtected: true });
  // Nor is whoever reads it and now wants to write, for as long as it is being read.
  const toWrite = { from: 'request', id: reading.readOnly?.id ?? '' } as const;
  expect(await refusal(mine, 'draft.open', toWrite)).toBe('in-use');
  await ask(mine, 'draft.close', { handle: work.handle, discard: false });
  expect(await ask(mine, 'draft.open', toWrite)).toMatchObject({ draft: work.draft, isProtected: true });
  await ask(mine, 'draft.close', { handle: reading.handle, discard: false });
  expect(await refusal(mine, 'draft.open', toWrite)).toBe('password-needed');
  expect(await refusal(mine, 'draft.open', source)).toBe('password-needed');
  const late = await inUse();
  await ask(mine, 'draft.create', { template: 'small' });
  await refusal(mine, 'draft.open', { from: 'recent', id: 'none' });
  expect(await refusal(mine, 'draft.open', late)).toBe('password-needed');
});
