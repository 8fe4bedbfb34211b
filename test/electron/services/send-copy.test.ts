import { copyFile, mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenedDraft } from '../../../core/bridge/drafts.ts';
import { makeUnit } from '../../../core/draft/text.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { mergeDrafts } from '../../../core/review/merge.ts';
import { editBetween } from '../../../core/review/transform.ts';
import { unpackDraft } from '../../../electron/files/package-file.ts';
import { versionsIn } from '../../../electron/files/travelling.ts';
import { createServices } from '../../../electron/services/services.ts';
import type { Services } from '../../../electron/services/world.ts';
import { aDraft, random } from '../../support/builder.ts';
import { afterEdits, someEdits } from '../../support/kill/some-edits.ts';
import { ask, makePlace, refusal, type TestPlace } from '../../support/kill/test-world.ts';

/* A copy goes to a reviewer, who works on another machine, and comes back. */

let place: TestPlace;
let mine: Services;
let documents: string;

beforeEach(async () => {
  place = await makePlace();
  documents = place.world.folders.documents;
  mine = await createServices(place.world);
});

afterEach(async () => {
  await mine.dispose();
  await place.remove();
});

const to = (name: string) => ({ to: 'listed', folder: documents, name, overwrite: false }) as const;
const copyName = 'a (на отзыв).dolboor';

async function saved(): Promise<OpenedDraft> {
  const opened = await ask(mine, 'draft.create', { template: 'small' });
  await ask(mine, 'draft.save', { handle: opened.handle, draft: opened.draft, sequence: 0, target: to('a') });
  return opened;
}

function send({ handle }: OpenedDraft, along = { comments: true, versions: false, trail: false }, name = copyName) {
  return ask(mine, 'draft.send', { handle, target: to(name), label: 'на отзыв', ...along });
}

/** Two edits more, saved; the number of the last is told. */
async function work(services: Services, { handle }: OpenedDraft, before: Draft, last: number, seed: number) {
  const edits = someEdits(before, 2, random(seed));
  const numbered = edits.map((edit, i) => ({ sequence: last + i + 1, edit }));
  await ask(services, 'draft.append', { handle, edits: numbered });
  const draft = afterEdits(before, edits);
  await ask(services, 'draft.save', { handle, draft, sequence: last + 2, target: { to: 'same' } });
  return draft;
}

async function unpacked(name: string) {
  const read = await unpackDraft(await readFile(join(documents, name)));
  if (!read.ok) throw new Error(read.error.reason);
  return read.value;
}

test('a copy that comes back is merged from what was sent, however often mine was saved meanwhile', async () => {
  const opened = await saved();
  const { handle } = opened;
  const sentState = await work(mine, opened, opened.draft, 0, 3);
  expect(await send(opened)).toEqual({ name: copyName, folder: documents });
  await ask(mine, 'draft.save', { handle, draft: sentState, sequence: 2, target: { to: 'same' } });
  expect((await ask(mine, 'outside.look', { handle })).copies).toEqual([]);

  const away = join(place.root, 'away');
  const theirs = await createServices({ ...place.world, folders: { ...place.world.folders, data: away } });
  const there = await ask(theirs, 'draft.open', { from: 'listed', folder: documents, name: copyName });
  const corrected = await work(theirs, there, there.draft, there.sequence, 9);
  await ask(theirs, 'draft.close', { handle: there.handle, discard: false });
  await theirs.dispose();
  await rename(join(documents, copyName), join(place.root, 'mail'));

  let draft = sentState;
  for (let round = 0; round < 36; round += 1) draft = await work(mine, opened, draft, 2 + 2 * round, 100 + round);
  await copyFile(join(place.root, 'mail'), join(documents, copyName));
  expect((await ask(mine, 'outside.look', { handle })).copies).toEqual([copyName]);
  const back = await ask(mine, 'outside.read', { handle, copy: copyName });
  expect(back).toMatchObject({ isSameDraft: true, draft: corrected, base: sentState });
  expect(mergeDrafts(sentState, draft, corrected).draft).not.toEqual(draft);
});

test('nothing of the past goes along unless it is asked for, and all named versions when it is', async () => {
  const opened = await saved();
  const { handle } = opened;
  await ask(mine, 'trail.turn', { handle, on: true });
  await ask(mine, 'history.name', { handle, label: 'тайный этап' });
  await ask(mine, 'draft.save', { handle, draft: opened.draft, sequence: 0, target: { to: 'same' } });
  await send(opened);
  const bare = await unpacked(copyName);
  expect([versionsIn(bare.file), bare.trail, bare.file.identity.lineage.filter(({ label }) => label !== '')]).toEqual([
    [],
    undefined,
    [],
  ]);
  expect(bare.file.identity.forkId).not.toBe((await unpacked('a.dolboor')).file.identity.forkId);

  await send(opened, { comments: true, versions: true, trail: true }, 'b.dolboor');
  const full = await unpacked('b.dolboor');
  expect(versionsIn(full.file)).not.toEqual([]);
  expect(full.trail?.breaks).toEqual([]);
  const { entries } = await ask(mine, 'trail.read', { handle });
  expect(entries.filter(({ kind }) => kind === 'sent')).toHaveLength(2);
});

test('a copy is not written over the draft itself nor over what is there', async () => {
  const opened = await saved();
  const before = await readFile(join(documents, 'a.dolboor'));
  const request = { handle: opened.handle, label: 'x', comments: true, versions: false, trail: false };
  for (const overwrite of [true, false])
    expect(await refusal(mine, 'draft.send', { ...request, target: { ...to('a.dolboor'), overwrite } })).toBe(
      'already-exists',
    );
  expect(await readFile(join(documents, 'a.dolboor'))).toEqual(before);
});

const thread = {
  id: 'k1',
  unit: 'b',
  lang: 'ky',
  quote: 'үй',
  resolved: false,
  messages: [{ author: 'А', at: '2026-03-01T09:00:00.000Z', text: 'ички пикир' }],
} as const;

/** A bill of three provisions with a comment on the words of the second. */
const bill = ({ meta }: Draft): Draft => ({
  meta,
  units: aDraft()
    .unit('paragraph', { ky: 'Биринчи сөз' }, 'a')
    .unit('paragraph', { ky: [{ text: 'Кызматкер ' }, { text: 'үй', c_k1: true }, { text: ' алат' }] }, 'b')
    .unit('paragraph', { ky: 'Үчүнчү сөз' }, 'c')
    .build().units,
  comments: [thread],
});

/** Makes an opened draft what it is to be, by one edit, and saves it into its file. */
async function become(services: Services, { handle, draft, sequence }: OpenedDraft, change: (draft: Draft) => Draft) {
  const after = change(draft);
  const edit = editBetween(draft, after);
  if (!edit) throw new Error('nothing to change');
  await ask(services, 'draft.append', { handle, edits: [{ sequence: sequence + 1, edit }] });
  await ask(services, 'draft.save', { handle, draft: after, sequence: sequence + 1, target: { to: 'same' } });
  return { handle, draft: after, sequence: sequence + 1 } as OpenedDraft;
}

/** Somebody opens the copy on another machine, changes it and saves it. */
async function review(name: string, change: (draft: Draft) => Draft): Promise<void> {
  const away = join(place.root, 'away');
  const theirs = await createServices({ ...place.world, folders: { ...place.world.folders, data: away } });
  const there = await ask(theirs, 'draft.open', { from: 'listed', folder: documents, name });
  await become(theirs, there, change);
  await ask(theirs, 'draft.close', { handle: there.handle, discard: false });
  await theirs.dispose();
}

/** The copy lies in a folder of its own, as an attachment that was saved; it is chosen there and read. */
async function pickedFrom(handle: string, name: string) {
  const folder = join(documents, 'mail');
  await mkdir(folder, { recursive: true });
  await rename(join(documents, name), join(folder, name));
  const picked = await ask(mine, 'outside.pick', { handle, source: { from: 'listed', folder, name } });
  expect(picked).toMatchObject({ name, isOwn: false });
  return ask(mine, 'outside.read', { handle, picked: picked.picked });
}

const saying = (unit: number, words: string) => (draft: Draft) => {
  const was = draft.units[unit];
  return was ? { ...draft, units: draft.units.with(unit, makeUnit(was.id, was.kind, { ky: words })) } : draft;
};

test('a copy that went without its comments comes back from anywhere, and none of them is lost', async () => {
  const opened = await saved();
  const { handle } = opened;
  const sent = await become(mine, opened, bill);
  await send(opened, { comments: false, versions: true, trail: false });
  const bare = await unpacked(copyName);
  expect([bare.file.draft.comments, versionsIn(bare.file)]).toEqual([[], []]);
  expect(JSON.stringify(bare.file.draft)).not.toContain('c_k1');
  expect((await ask(mine, 'outside.look', { handle })).copies).toEqual([]);

  await review(copyName, (draft) => {
    const longer = saying(1, 'Ар бир кызматкер үй алат')(draft);
    return { ...longer, units: longer.units.slice(0, 2) };
  });
  const now = await become(mine, sent, saying(0, 'Башка сөз'));
  const back = await pickedFrom(handle, copyName);
  expect(back.isSameDraft).toBe(true);
  const merged = back.base && mergeDrafts(back.base, now.draft, back.draft);
  expect(merged?.conflicts).toEqual([]);
  expect(merged?.draft.comments).toEqual([thread]);
  const texts = merged?.draft.units.map(({ children: [ky] }) => ky.children);
  expect(texts).toEqual([
    [{ text: 'Башка сөз' }],
    [{ text: 'Ар бир кызматкер ' }, { text: 'үй', c_k1: true }, { text: ' алат' }],
  ]);

  // The reader goes on with it and sends it once more.
  await ask(mine, 'outside.merged', { handle, id: back.id });
  const whole = merged?.draft ?? now.draft;
  await become(mine, now, () => whole);
  await rename(join(documents, 'mail', copyName), join(documents, copyName));
  await review(copyName, saying(0, 'Дагы сөз'));
  const again = await pickedFrom(handle, copyName);
  const last = again.base && mergeDrafts(again.base, whole, again.draft);
  expect(last?.draft.comments).toEqual([thread]);
  expect(JSON.stringify(last?.draft.units[1])).toContain('c_k1');
});

test('where the state that was sent is no longer kept nothing is merged, and no comment is taken for deleted', async () => {
  const opened = await saved();
  const { handle } = opened;
  const sent = await become(mine, opened, bill);
  await send(opened, { comments: false, versions: false, trail: false });
  let now = sent;
  // The last states of all stay, whoever removes them.
  for (const words of ['Бир', 'Эки', 'Үч']) {
    now = await become(mine, now, saying(0, words));
    await ask(mine, 'history.name', { handle, label: words });
  }
  const listed = await ask(mine, 'history.list', { handle });
  for (const { id } of listed.toReversed()) await ask(mine, 'history.remove', { handle, id });
  await review(copyName, saying(2, 'Бул жакта'));
  expect((await pickedFrom(handle, copyName)).base).toBeUndefined();
});

test('only a copy of this very draft is taken for one', async () => {
  const opened = await saved();
  const { handle } = opened;
  const other = await ask(mine, 'draft.create', { template: 'small' });
  await ask(mine, 'draft.save', { handle: other.handle, draft: other.draft, sequence: 0, target: to('b') });
  expect((await pickedFrom(handle, 'b.dolboor')).isSameDraft).toBe(false);
  const own = { from: 'listed', folder: documents, name: 'a.dolboor' } as const;
  expect(await ask(mine, 'outside.pick', { handle, source: own })).toMatchObject({ isOwn: true });
  expect(await refusal(mine, 'outside.read', { handle, picked: 'unknown' })).toBe('bad-request');
  expect(await refusal(mine, 'outside.pick', { handle, source: { from: 'dialog' } })).toBe('bad-request');
});

test('by the dialog of the system a copy is taken from any folder of the machine, and cancelling takes none', async () => {
  const opened = await saved();
  await send(opened);
  const mail = join(place.root, 'mail.dolboor');
  await rename(join(documents, copyName), mail);
  let chosen: string | undefined = mail;
  const dialogs = { openDraft: async () => chosen, openText: async () => undefined, saveAs: async () => undefined };
  await ask(mine, 'draft.close', { handle: opened.handle, discard: false });
  const services = await createServices({ ...place.world, dialogs });
  const { handle } = await ask(services, 'draft.open', { from: 'listed', folder: documents, name: 'a.dolboor' });
  const { picked, name } = await ask(services, 'outside.pick', { handle, source: { from: 'dialog' } });
  expect(name).toBe('mail.dolboor');
  expect(await ask(services, 'outside.read', { handle, picked })).toMatchObject({ isSameDraft: true });
  chosen = undefined;
  expect(await refusal(services, 'outside.pick', { handle, source: { from: 'dialog' } })).toBe('cancelled');
  await services.dispose();
});

test('the point from which a copy was sent stays known, however often its reader saves it', async () => {
  const opened = await saved();
  await send(opened);
  const away = join(place.root, 'away');
  const theirs = await createServices({ ...place.world, folders: { ...place.world.folders, data: away } });
  const there = await ask(theirs, 'draft.open', { from: 'listed', folder: documents, name: copyName });
  let draft = there.draft;
  for (let round = 0; round < 36; round += 1) draft = await work(theirs, there, draft, 2 * round, 200 + round);
  await ask(theirs, 'draft.close', { handle: there.handle, discard: false });
  await theirs.dispose();
  expect((await pickedFrom(opened.handle, copyName)).base).toEqual(opened.draft);
});
