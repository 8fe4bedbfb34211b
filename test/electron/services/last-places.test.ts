import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedDraft, PlaceInDraft } from '../../../core/bridge/drafts.ts';
import { nodeFileSystem } from '../../../electron/files/file-system.ts';
import { readPlace, writePlace } from '../../../electron/files/last-places.ts';
import { createServices } from '../../../electron/services/services.ts';
import type { Services } from '../../../electron/services/world.ts';
import { ask, makePlace, refusal, type TestPlace } from '../../support/kill/test-world.ts';

let place: TestPlace;
let services: Services;

beforeEach(async () => {
  place = await makePlace();
  services = await createServices({ ...place.world, passwordCost: 14 });
});

afterEach(async () => {
  await services.dispose();
  await place.remove();
});

const there: PlaceInDraft = { unit: 'p1', language: 'ru', offset: 4 };

async function saved(): Promise<OpenedDraft> {
  const opened = await ask(services, 'draft.create', { template: 'small' });
  const { handle, draft } = opened;
  const target = { to: 'listed', folder: place.world.folders.documents, name: 'a', overwrite: false } as const;
  await ask(services, 'draft.save', { handle, draft, sequence: 0, target });
  return opened;
}

function open(): Promise<OpenedDraft> {
  return ask(services, 'draft.open', { from: 'listed', folder: place.world.folders.documents, name: 'a.dolboor' });
}

const keptFile = () => join(place.world.folders.data, 'places.json');
const kept = () => readFile(keptFile(), 'utf8').catch(() => '');

describe('the place of the caret', () => {
  test('comes back with the draft when it is opened again, and is in no draft file', async () => {
    const { handle } = await saved();
    const before = await readFile(join(place.world.folders.documents, 'a.dolboor'));
    await ask(services, 'draft.place', { handle, place: { ...there, offset: 1 } });
    await ask(services, 'draft.place', { handle, place: there });
    await ask(services, 'draft.close', { handle, discard: false });
    const again = await open();
    expect(again.place).toEqual(there);
    expect(await readFile(join(place.world.folders.documents, 'a.dolboor'))).toEqual(before);
  });

  test('is kept when the page goes and when the application ends', async () => {
    const { handle } = await saved();
    await ask(services, 'draft.place', { handle, place: there });
    await services.releasePage();
    const { handle: next, place: first } = await open();
    expect(first).toEqual(there);
    await ask(services, 'draft.place', { handle: next, place: { ...there, offset: 9 } });
    await services.dispose();
    services = await createServices(place.world);
    expect((await open()).place).toEqual({ ...there, offset: 9 });
  });

  test('of a protected draft is not kept, and what was kept before is forgotten', async () => {
    const { handle } = await saved();
    await ask(services, 'draft.place', { handle, place: there });
    await ask(services, 'draft.close', { handle, discard: false });
    const again = await open();
    expect(await kept()).toContain(there.unit);
    await ask(services, 'draft.protect', { handle: again.handle, password: 'ак боз ат минген 1916' });
    await ask(services, 'draft.place', { handle: again.handle, place: there });
    await ask(services, 'draft.close', { handle: again.handle, discard: false });
    expect(await kept()).toBe('[]\n');
  });

  test('of a draft that was given up unsaved is not kept', async () => {
    const { handle } = await ask(services, 'draft.create', { template: 'small' });
    await ask(services, 'draft.place', { handle, place: there });
    await ask(services, 'draft.close', { handle, discard: true });
    expect(await kept()).toBe('');
  });

  test('a list that is damaged keeps nobody from opening', async () => {
    const { handle } = await saved();
    await ask(services, 'draft.close', { handle, discard: false });
    await writeFile(keptFile(), '[{"draft":"x","unit":1},{]');
    expect((await open()).place).toBeUndefined();
  });

  test('must be one of a draft that is open', async () => {
    expect(await refusal(services, 'draft.place', { handle: 'nobody', place: there })).toBe('unknown-handle');
  });

  test('is kept for two hundred drafts, the last first', async () => {
    const { data } = place.world.folders;
    for (let i = 0; i < 201; i += 1) await writePlace(nodeFileSystem, data, `d${i}`, { ...there, offset: i });
    expect(await readPlace(nodeFileSystem, data, 'd0')).toBeUndefined();
    expect(await readPlace(nodeFileSystem, data, 'd1')).toEqual({ ...there, offset: 1 });
    expect(await readPlace(nodeFileSystem, data, 'd200')).toEqual({ ...there, offset: 200 });
  });
});
