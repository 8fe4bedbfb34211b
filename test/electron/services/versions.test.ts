import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedDraft } from '../../../core/bridge/drafts.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { createServices } from '../../../electron/services/services.ts';
import type { Services } from '../../../electron/services/world.ts';
import { random } from '../../support/builder.ts';
import { afterEdits, someEdits } from '../../support/kill/some-edits.ts';
import { ask, makePlace, refusal, type TestPlace } from '../../support/kill/test-world.ts';

let place: TestPlace;
let services: Services;

beforeEach(async () => {
  place = await makePlace();
  services = await createServices(place.world);
  await ask(services, 'settings.write', { author: 'Айгүл' });
});

afterEach(async () => {
  await services.dispose();
  await place.remove();
});

const here = (name: string) =>
  ({ to: 'listed', folder: place.world.folders.documents, name, overwrite: false }) as const;
const listed = (name: string) => ({ from: 'listed', folder: place.world.folders.documents, name }) as const;

async function type(opened: OpenedDraft, draft: Draft, from: number, seed: number): Promise<Draft> {
  const edits = someEdits(draft, 2, random(seed));
  const numbered = edits.map((edit, i) => ({ sequence: from + i + 1, edit }));
  await ask(services, 'draft.append', { handle: opened.handle, edits: numbered });
  return afterEdits(draft, edits);
}

/** A saved draft with a named version, and then two more edits. */
async function withVersion(): Promise<{ opened: OpenedDraft; draft: Draft; id: string }> {
  const opened = await ask(services, 'draft.create', { template: 'small' });
  const { handle } = opened;
  const first = await type(opened, opened.draft, 0, 3);
  const { id } = await ask(services, 'history.name', { handle, label: ' Биринчи окуу ' });
  const draft = await type(opened, first, 2, 4);
  await ask(services, 'draft.save', { handle, draft, sequence: 4, target: here('a') });
  return { opened, draft, id };
}

test('a version has its name, who worked, and the state of then', async () => {
  const { opened, id } = await withVersion();
  const entries = await ask(services, 'history.list', { handle: opened.handle });
  expect(entries.find((entry) => entry.id === id)).toMatchObject({
    label: 'Биринчи окуу',
    author: 'Айгүл',
    sequence: 2,
  });
  const { draft } = await ask(services, 'history.read', { handle: opened.handle, id });
  expect(draft).toEqual(afterEdits(opened.draft, someEdits(opened.draft, 2, random(3))));
});

test('a version is renamed, and one without a name gets one', async () => {
  const { opened, id } = await withVersion();
  const { handle } = opened;
  expect(await ask(services, 'history.name', { handle, id, label: 'Экинчи' })).toMatchObject({ id, label: 'Экинчи' });
  const rolling = (await ask(services, 'history.list', { handle })).find((entry) => entry.label === undefined);
  expect(await ask(services, 'history.name', { handle, id: rolling?.id ?? '', label: 'Башы' })).toMatchObject({
    label: 'Башы',
  });
  expect(
    await refusal(services, 'history.name', { handle, id: '20260301T090000000Z-0-000000000000', label: 'x' }),
  ).toBe('not-found');
});

test('a deleted version goes, but of the last two only the name', async () => {
  const { opened, id } = await withVersion();
  const { handle } = opened;
  await ask(services, 'history.remove', { handle, id });
  const left = await ask(services, 'history.list', { handle });
  expect(left).toHaveLength(2);
  expect(left.filter((entry) => entry.label !== undefined)).toEqual([]);
  await ask(services, 'history.name', { handle, label: 'Азыркы' });
  await ask(services, 'history.remove', { handle, id: left.at(-1)?.id ?? '' });
  expect(await ask(services, 'history.list', { handle })).toHaveLength(2);
});

describe('on another machine', () => {
  async function openElsewhere(): Promise<{ other: Services; opened: OpenedDraft }> {
    const world = { ...place.world, folders: { ...place.world.folders, data: `${place.root}/other-data` } };
    const other = await createServices(world);
    return { other, opened: await ask(other, 'draft.open', listed('a.dolboor')) };
  }

  test('no version came along, for nobody asked', async () => {
    const { opened } = await withVersion();
    expect(await ask(services, 'history.travel', { handle: opened.handle })).toBe(false);
    const { other, opened: there } = await openElsewhere();
    expect(await ask(other, 'history.list', { handle: there.handle })).toEqual([]);
    await other.dispose();
  });

  test('the named versions come along once that is asked, and go when it is taken back', async () => {
    const { opened, draft, id } = await withVersion();
    const { handle } = opened;
    await ask(services, 'history.travel', { handle, on: true });
    await ask(services, 'draft.save', { handle, draft, sequence: 4, target: { to: 'same' } });
    const { other, opened: there } = await openElsewhere();
    const [version] = await ask(other, 'history.list', { handle: there.handle });
    expect(version).toMatchObject({ label: 'Биринчи окуу', author: 'Айгүл', inFile: true, sequence: 2 });
    const read = await ask(other, 'history.read', { handle: there.handle, id: version?.id ?? '' });
    expect(read.draft).toEqual((await ask(services, 'history.read', { handle, id })).draft);
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
