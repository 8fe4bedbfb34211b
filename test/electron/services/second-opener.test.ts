import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenAs, OpenedDraft } from '../../../core/bridge/drafts.ts';
import { createServices } from '../../../electron/services/services.ts';
import type { Services } from '../../../electron/services/world.ts';
import { random } from '../../support/builder.ts';
import { afterEdits, someEdits } from '../../support/kill/some-edits.ts';
import { ask, makePlace, refusal, type TestPlace } from '../../support/kill/test-world.ts';

/* Two processes with the same application data; the first has the draft open. */

let place: TestPlace;
let first: Services;
let second: Services;
let mine: OpenedDraft;

beforeEach(async () => {
  place = await makePlace();
  first = await createServices(place.world);
  second = await createServices(place.world);
  mine = await ask(first, 'draft.create', { template: 'small' });
  const target = { to: 'listed', folder: place.world.folders.documents, name: 'a', overwrite: false } as const;
  await ask(first, 'draft.save', { handle: mine.handle, draft: mine.draft, sequence: 0, target });
});

afterEach(async () => {
  await first.dispose();
  await second.dispose();
  await place.remove();
});

const listed = () => ({ from: 'listed', folder: place.world.folders.documents, name: 'a.dolboor' }) as const;

async function openAs(as: OpenAs): Promise<OpenedDraft> {
  const refused = await second.call('draft.open', listed());
  if (refused.ok || refused.error.code !== 'in-use') throw new Error('not in use');
  expect(refused.error.params?.name).toBe('a.dolboor');
  return ask(second, 'draft.open', { from: 'request', id: `${refused.error.params?.id}`, as });
}

const edit = () => someEdits(mine.draft, 1, random(3));

test('who only reads writes nothing anywhere, whatever is asked', async () => {
  const { documents } = place.world.folders;
  const before = [...(await readdir(place.root, { recursive: true }))].sort();
  const { handle, draft, sequence, readOnly } = await openAs('read-only');
  expect(readOnly?.id).toBeDefined();
  expect(draft).toEqual(mine.draft);
  const edits = [{ sequence: sequence + 1, edit: edit()[0] }];
  const writing = [
    ['draft.append', { handle, edits }],
    ['draft.save', { handle, draft, sequence, target: { to: 'same' } }],
    [
      'draft.save',
      { handle, draft, sequence, target: { to: 'listed', folder: documents, name: 'b', overwrite: false } },
    ],
    ['draft.protect', { handle, password: 'сыр' }],
    ['history.name', { handle, label: 'x' }],
    ['history.travel', { handle, on: true }],
  ] as const;
  for (const [name, request] of writing) expect(await refusal(second, name, request), name).toBe('in-use');
  expect(await ask(second, 'history.list', { handle })).toEqual([]);
  expect(await ask(second, 'outside.look', { handle })).toMatchObject({ state: 'same' });
  expect([...(await readdir(place.root, { recursive: true }))].sort()).toEqual(before);
});

test('the writer closes, and who read writes', async () => {
  const { handle, readOnly } = await openAs('read-only');
  const again = { from: 'request', id: readOnly?.id ?? '' } as const;
  expect(await refusal(second, 'draft.open', again)).toBe('in-use');
  await ask(first, 'draft.close', { handle: mine.handle, discard: false });
  const opened = await ask(second, 'draft.open', again);
  expect(opened.readOnly).toBeUndefined();
  expect(opened.handle).not.toBe(handle);
  await ask(second, 'draft.append', {
    handle: opened.handle,
    edits: [{ sequence: 1, edit: edit()[0] ?? { operations: [] } }],
  });
});

test('a copy has its own journal and history, is in no file, and knows what it has in common with the other', async () => {
  const bytes = await readFile(join(place.world.folders.documents, 'a.dolboor'));
  const copy = await openAs('copy');
  expect(copy).toMatchObject({ name: '', state: 'new', copyOf: 'a.dolboor' });
  expect(copy.draft.meta.id).not.toBe(mine.draft.meta.id);
  expect(copy.draft.units).toEqual(mine.draft.units);
  const { handle, sequence } = copy;
  const edits = edit();
  await ask(second, 'draft.append', { handle, edits: edits.map((each) => ({ sequence: sequence + 1, edit: each })) });
  const draft = afterEdits(copy.draft, edits);
  const target = { to: 'listed', folder: place.world.folders.documents, name: 'a (2)', overwrite: false } as const;
  await ask(second, 'draft.save', { handle, draft, sequence: sequence + 1, target });
  expect((await readFile(join(place.world.folders.documents, 'a.dolboor'))).equals(bytes)).toBe(true);
  expect(await ask(first, 'outside.look', { handle: mine.handle })).toEqual({
    state: 'same',
    copies: ['a (2).dolboor'],
  });
  const read = await ask(first, 'outside.read', { handle: mine.handle, copy: 'a (2).dolboor' });
  expect(read).toMatchObject({ isSameDraft: true, base: { units: mine.draft.units }, draft });
});

test('a copy that was never saved is offered after a crash, beside the other', async () => {
  const { handle, sequence } = await openAs('copy');
  await ask(second, 'draft.append', {
    handle,
    edits: edit().map((each) => ({ sequence: sequence + 1, edit: each })),
  });
  await second.releasePage();
  const [lost] = await ask(second, 'recovery.list', {});
  expect(lost).toMatchObject({ name: '', edits: 1 });
  expect(await ask(second, 'draft.open', { from: 'recovery', id: lost?.id ?? '' })).toMatchObject({
    state: 'recovered',
  });
});
