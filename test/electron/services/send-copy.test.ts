import { copyFile, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenedDraft } from '../../../core/bridge/drafts.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { mergeDrafts } from '../../../core/review/merge.ts';
import { unpackDraft } from '../../../electron/files/package-file.ts';
import { versionsIn } from '../../../electron/files/travelling.ts';
import { createServices } from '../../../electron/services/services.ts';
import type { Services } from '../../../electron/services/world.ts';
import { random } from '../../support/builder.ts';
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

function send({ handle }: OpenedDraft, along = { versions: false, trail: false }, name = copyName) {
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

  await send(opened, { versions: true, trail: true }, 'b.dolboor');
  const full = await unpacked('b.dolboor');
  expect(versionsIn(full.file)).not.toEqual([]);
  expect(full.trail?.breaks).toEqual([]);
  const { entries } = await ask(mine, 'trail.read', { handle });
  expect(entries.filter(({ kind }) => kind === 'sent')).toHaveLength(2);
});

test('a copy is not written over the draft itself nor over what is there', async () => {
  const opened = await saved();
  const before = await readFile(join(documents, 'a.dolboor'));
  const request = { handle: opened.handle, label: 'x', versions: false, trail: false };
  for (const overwrite of [true, false])
    expect(await refusal(mine, 'draft.send', { ...request, target: { ...to('a.dolboor'), overwrite } })).toBe(
      'already-exists',
    );
  expect(await readFile(join(documents, 'a.dolboor'))).toEqual(before);
});
