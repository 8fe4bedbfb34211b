import { beforeEach, describe, expect, test } from 'vitest';
import type { OpenedDraft } from '../../../core/bridge/drafts.ts';
import type { Operation } from '../../../core/draft/operation.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { createServices } from '../../../electron/services/services.ts';
import type { Services } from '../../../electron/services/world.ts';
import { random } from '../../support/builder.ts';
import { afterEdits, someEdits } from '../../support/kill/some-edits.ts';
import { ask } from '../../support/kill/test-world.ts';
import { serve } from '../../support/served.ts';

const at = serve();

beforeEach(async () => {
  await at.ask('settings.write', { author: 'Айгүл' });
});

async function type(opened: OpenedDraft, draft: Draft, from: number, seed: number): Promise<Draft> {
  const edits = someEdits(draft, 2, random(seed));
  const numbered = edits.map((edit, i) => ({ sequence: from + i + 1, edit }));
  await at.ask('draft.append', { handle: opened.handle, edits: numbered });
  return afterEdits(draft, edits);
}

/** A saved draft with a named version, and then two more edits. */
async function withVersion(): Promise<{ opened: OpenedDraft; draft: Draft; id: string }> {
  const opened = await at.create();
  const { handle } = opened;
  const first = await type(opened, opened.draft, 0, 3);
  const { id } = await at.ask('history.name', { handle, label: ' Биринчи окуу ' });
  const draft = await type(opened, first, 2, 4);
  await at.ask('draft.save', { handle, draft, sequence: 4, target: at.here('a') });
  return { opened, draft, id };
}

test('a version has its name, who worked, and the state of then', async () => {
  const { opened, id } = await withVersion();
  const entries = await at.ask('history.list', { handle: opened.handle });
  expect(entries.find((entry) => entry.id === id)).toMatchObject({
    label: 'Биринчи окуу',
    author: 'Айгүл',
    sequence: 2,
  });
  const { draft } = await at.ask('history.read', { handle: opened.handle, id });
  expect(draft).toEqual(afterEdits(opened.draft, someEdits(opened.draft, 2, random(3))));
});

test('a version is renamed, and one without a name gets one', async () => {
  const { opened, id } = await withVersion();
  const { handle } = opened;
  expect(await at.ask('history.name', { handle, id, label: 'Экинчи' })).toMatchObject({ id, label: 'Экинчи' });
  const rolling = (await at.ask('history.list', { handle })).find((entry) => entry.label === undefined);
  expect(await at.ask('history.name', { handle, id: rolling?.id ?? '', label: 'Башы' })).toMatchObject({
    label: 'Башы',
  });
  expect(await at.refusal('history.name', { handle, id: '20260301T090000000Z-0-000000000000', label: 'x' })).toBe(
    'not-found',
  );
});

test('a deleted version goes, but of the last two only the name', async () => {
  const { opened, id } = await withVersion();
  const { handle } = opened;
  await at.ask('history.remove', { handle, id });
  const left = await at.ask('history.list', { handle });
  expect(left).toHaveLength(2);
  expect(left.filter((entry) => entry.label !== undefined)).toEqual([]);
  await at.ask('history.name', { handle, label: 'Азыркы' });
  await at.ask('history.remove', { handle, id: left.at(-1)?.id ?? '' });
  expect(await at.ask('history.list', { handle })).toHaveLength(2);
});

describe('on another machine', () => {
  async function openElsewhere(): Promise<{ other: Services; opened: OpenedDraft }> {
    const world = { ...at.place.world, folders: { ...at.place.world.folders, data: `${at.place.root}/other-data` } };
    const other = await createServices(world);
    return { other, opened: await ask(other, 'draft.open', at.listed('a.dolboor')) };
  }

  test('no version came along, for nobody asked', async () => {
    const { opened } = await withVersion();
    expect(await at.ask('history.travel', { handle: opened.handle })).toBe(false);
    const { other, opened: there } = await openElsewhere();
    expect(await ask(other, 'history.list', { handle: there.handle })).toEqual([]);
    await other.dispose();
  });

  test('the named versions come along once that is asked, and go when it is taken back', async () => {
    const { opened, draft, id } = await withVersion();
    const { handle } = opened;
    await at.ask('history.travel', { handle, on: true });
    await at.ask('draft.save', { handle, draft, sequence: 4, target: { to: 'same' } });
    const { other, opened: there } = await openElsewhere();
    const [version] = await ask(other, 'history.list', { handle: there.handle });
    expect(version).toMatchObject({ label: 'Биринчи окуу', author: 'Айгүл', inFile: true, sequence: 2 });
    const read = await ask(other, 'history.read', { handle: there.handle, id: version?.id ?? '' });
    expect(read.draft).toEqual((await at.ask('history.read', { handle, id })).draft);
    expect(await ask(other, 'history.travel', { handle: there.handle })).toBe(true);
    await ask(other, 'history.travel', { handle: there.handle, on: false });
    await ask(other, 'draft.save', {
      handle: there.handle,
      draft: there.draft,
      sequence: there.sequence,
      target: { to: 'same' },
    });
    expect(await ask(other, 'history.list', { handle: there.handle })).toEqual([]);
    await other.dispose();
  });
});

test('what a large deletion takes away is kept as it was, however soon after the last state', async () => {
  const { handle } = await at.create();
  const words = 'Үй-бүлө '.repeat(250);
  const place = { path: [0, 0, 0], offset: 0 };
  const edits = [
    { type: 'insert_text', ...place, text: words },
    { type: 'insert_text', ...place, text: 'А' },
    { type: 'remove_text', ...place, text: `А${words}` },
  ].map((operation, i) => ({ sequence: i + 1, edit: { operations: [operation as Operation] } }));
  await at.ask('draft.append', { handle, edits: edits.slice(0, 2) });
  const kept = async () => (await at.ask('history.list', { handle })).map(({ sequence }) => sequence);
  expect(await kept()).toEqual([0]);
  const { notices } = await at.ask('draft.append', { handle, edits: edits.slice(2) });
  expect(notices).toMatchObject([{ code: 'file.large-deletion' }]);
  expect(await kept()).toEqual([2, 0]);
});
