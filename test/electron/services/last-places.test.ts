import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OpenedDraft, PlaceInDraft } from '../../../core/bridge/drafts.ts';
import { nodeFileSystem } from '../../../electron/files/file-system.ts';
import { readPlace, writePlace } from '../../../electron/files/last-places.ts';
import { createServices } from '../../../electron/services/services.ts';
import { serve } from '../../support/served.ts';

const at = serve((world) => createServices({ ...world, passwordCost: 14 }));

const there: PlaceInDraft = { unit: 'p1', language: 'ru', offset: 4 };

function open(): Promise<OpenedDraft> {
  return at.ask('draft.open', at.listed('a.dolboor'));
}

const keptFile = () => join(at.place.world.folders.data, 'places.json');
const kept = () => readFile(keptFile(), 'utf8').catch(() => '');

describe('the place of the caret', () => {
  test('comes back with the draft when it is opened again, and is in no draft file', async () => {
    const { handle } = await at.saved();
    const before = await readFile(join(at.documents, 'a.dolboor'));
    await at.ask('draft.place', { handle, place: { ...there, offset: 1 } });
    await at.ask('draft.place', { handle, place: there });
    await at.ask('draft.close', { handle, discard: false });
    const again = await open();
    expect(again.place).toEqual(there);
    expect(await readFile(join(at.documents, 'a.dolboor'))).toEqual(before);
  });

  test('is kept when the page goes and when the application ends', async () => {
    const { handle } = await at.saved();
    await at.ask('draft.place', { handle, place: there });
    await at.services.releasePage();
    const { handle: next, place: first } = await open();
    expect(first).toEqual(there);
    await at.ask('draft.place', { handle: next, place: { ...there, offset: 9 } });
    await at.services.dispose();
    at.services = await createServices(at.place.world);
    expect((await open()).place).toEqual({ ...there, offset: 9 });
  });

  test('of a protected draft is not kept, and what was kept before is forgotten', async () => {
    const { handle } = await at.saved();
    await at.ask('draft.place', { handle, place: there });
    await at.ask('draft.close', { handle, discard: false });
    const again = await open();
    expect(await kept()).toContain(there.unit);
    await at.ask('draft.protect', { handle: again.handle, password: 'ак боз ат минген 1916' });
    await at.ask('draft.place', { handle: again.handle, place: there });
    await at.ask('draft.close', { handle: again.handle, discard: false });
    expect(await kept()).toBe('[]\n');
  });

  test('of a draft that was given up unsaved is not kept', async () => {
    const { handle } = await at.create();
    await at.ask('draft.place', { handle, place: there });
    await at.ask('draft.close', { handle, discard: true });
    expect(await kept()).toBe('');
  });

  test('a list that is damaged keeps nobody from opening', async () => {
    const { handle } = await at.saved();
    await at.ask('draft.close', { handle, discard: false });
    await writeFile(keptFile(), '[{"draft":"x","unit":1},{]');
    expect((await open()).place).toBeUndefined();
  });

  test('must be one of a draft that is open', async () => {
    expect(await at.refusal('draft.place', { handle: 'nobody', place: there })).toBe('unknown-handle');
  });

  test('is kept for two hundred drafts, the last first', async () => {
    const { data } = at.place.world.folders;
    for (let i = 0; i < 201; i += 1) await writePlace(nodeFileSystem, data, `d${i}`, { ...there, offset: i });
    expect(await readPlace(nodeFileSystem, data, 'd0')).toBeUndefined();
    expect(await readPlace(nodeFileSystem, data, 'd1')).toEqual({ ...there, offset: 1 });
    expect(await readPlace(nodeFileSystem, data, 'd200')).toEqual({ ...there, offset: 200 });
  });
});
