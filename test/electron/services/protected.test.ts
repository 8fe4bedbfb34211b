import { copyFile, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedDraft } from '../../../core/bridge/drafts.ts';
import { applyEdit } from '../../../core/draft/apply.ts';
import type { Edit } from '../../../core/draft/operation.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { createServices } from '../../../electron/services/services.ts';
import type { Services, World } from '../../../electron/services/world.ts';
import { ask, filesWith, makePlace, refusal, type TestPlace } from '../../support/kill/test-world.ts';

const password = 'ак боз ат минген 1916';
const canary = 'Канарейка';

let place: TestPlace;
let world: World;
let services: Services;
let opened: OpenedDraft;
let draft: Draft;
let sequence: number;

beforeEach(async () => {
  place = await makePlace();
  world = { ...place.world, passwordCost: 14 };
  services = await createServices(world);
  opened = await ask(services, 'draft.create', { template: 'small' });
  ({ draft, sequence } = opened);
});

afterEach(async () => {
  await services.dispose();
  await place.remove();
});

/** Types a word into the title, which is what lists show of a draft. */
async function type(text: string): Promise<void> {
  const edit: Edit = { operations: [{ type: 'insert_text', path: [0, 1, 0], offset: 0, text }] };
  draft = applyEdit(draft, edit) ?? draft;
  sequence += 1;
  await ask(services, 'draft.append', { handle: opened.handle, edits: [{ sequence, edit }] });
}

function save(name = 'a', overwrite = true) {
  const target = { to: 'listed', folder: world.folders.documents, name, overwrite } as const;
  return ask(services, 'draft.save', { handle: opened.handle, draft, sequence, target });
}

function protect(change: { password?: string; current?: string }) {
  return ask(services, 'draft.protect', { handle: opened.handle, ...change });
}

const listed = () => ({ from: 'listed', folder: world.folders.documents, name: 'a.dolboor' }) as const;

/** Opens the file as a person does who is asked for the password. */
async function openWith(given: string) {
  const reply = await services.call('draft.open', listed());
  if (reply.ok || reply.error.code !== 'password-needed') throw new Error('no password asked');
  return services.call('draft.open', { from: 'request', id: reply.error.params?.id, password: given });
}

/** What is left of a journal whose records never reached the disk. */
async function cutToHeader(path: string): Promise<void> {
  await truncate(path, 246);
}

/** The machine stops: nothing is closed in order. */
async function crash(): Promise<void> {
  await services.releasePage();
  services = await createServices(world);
}

const clearFiles = (text: string) => filesWith(text, [world.folders.data, world.folders.documents]);

describe('a password', () => {
  test('seals the file, the journal, the copies, the history and the lists, those of before included', async () => {
    await type(canary);
    await save();
    await type('кийин ');
    expect((await clearFiles(canary)).length).toBeGreaterThan(2);
    expect(await protect({ password })).toEqual({ left: 0 });
    await type(`${canary} дагы `);
    await save();
    await type(`${canary} акыркы `);
    const plainParts = ['Общие положения', canary, 'кийин', 'Жалпы жоболор'];
    for (const part of plainParts) expect(await clearFiles(part)).toEqual([]);
    expect(await clearFiles(password)).toEqual([]);
    expect((await ask(services, 'recents.list', {}))[0]).toMatchObject({ name: 'a.dolboor', title: { ru: '' } });
  });

  test('is asked for when the file is opened, and another one is refused', async () => {
    await type(canary);
    await protect({ password });
    await save();
    await ask(services, 'draft.close', { handle: opened.handle, discard: false });
    expect(await openWith('башка')).toMatchObject({ ok: false, error: { code: 'wrong-password' } });
    const again = await openWith(password);
    expect(again).toMatchObject({ ok: true, value: { draft, isProtected: true, state: 'saved', notices: [] } });
  });

  test('is asked for where a base copy stands alone after the last journal: it may hold what no journal could', async () => {
    await protect({ password });
    await save();
    await type(canary);
    await crash();
    const [lost] = await ask(services, 'recovery.list', {});
    const session = (await readdir(place.root, { recursive: true })).filter((name) => name.includes(lost?.id ?? '-'));
    const newest = session.filter((name) => name.endsWith('.qj')).sort();
    // The flush failed, the base copy that was to hold its edits was written, and the power went before its journal began.
    const bases = session.filter((name) => name.endsWith('.base')).sort();
    await cutToHeader(join(place.root, newest.at(-1) ?? ''));
    expect(await ask(services, 'recovery.list', {})).toEqual([]);
    await copyFile(
      join(place.root, bases.at(-1) ?? ''),
      join(place.root, (bases.at(-1) ?? '').replace(/\d{6}\.base$/, '000009.base')),
    );
    expect(await ask(services, 'recovery.list', {})).toMatchObject([{ isLocked: true }]);
  });

  test('is asked for when a crash is recovered, and nothing of the draft is shown before', async () => {
    await protect({ password });
    await save();
    await type(canary);
    await crash();
    const [lost] = await ask(services, 'recovery.list', {});
    expect(lost).toMatchObject({ name: 'a.dolboor', title: { ky: '', ru: '', en: '' }, isLocked: true, edits: 1 });
    const id = lost?.id ?? '';
    expect(await refusal(services, 'draft.open', { from: 'recovery', id })).toBe('password-needed');
    expect(await refusal(services, 'draft.open', { from: 'recovery', id, password: 'x' })).toBe('wrong-password');
    const back = await ask(services, 'draft.open', { from: 'recovery', id, password });
    expect(back).toMatchObject({ draft, isProtected: true, state: 'recovered' });
    expect(await clearFiles(canary)).toEqual([]);
    expect(await ask(services, 'recovery.list', {})).toEqual([]);
  });

  test('protects a draft that has no file yet, through a crash', async () => {
    await type(canary);
    await protect({ password });
    await crash();
    expect(await clearFiles(canary)).toEqual([]);
    const [lost] = await ask(services, 'recovery.list', {});
    const back = await ask(services, 'draft.open', { from: 'recovery', id: lost?.id ?? '', password });
    expect(back.draft).toEqual(draft);
  });

  test('leaves nothing to recover of a draft that was saved and closed, in this run and the next ones', async () => {
    await type(canary);
    await protect({ password });
    await save();
    await ask(services, 'draft.close', { handle: opened.handle, discard: false });
    expect(await ask(services, 'recovery.list', {})).toEqual([]);
    await crash();
    expect(await ask(services, 'recovery.list', {})).toEqual([]);
    opened = ((await openWith(password)) as unknown as { value: OpenedDraft }).value;
    await type('тагы ');
    await save();
    await ask(services, 'draft.close', { handle: opened.handle, discard: false });
    await crash();
    expect(await ask(services, 'recovery.list', {})).toEqual([]);
  });

  test('is changed and removed only by who knows it', async () => {
    await protect({ password });
    const { handle } = opened;
    expect(await refusal(services, 'draft.protect', { handle, password: 'new' })).toBe('password-needed');
    expect(await refusal(services, 'draft.protect', { handle, password: 'new', current: 'x' })).toBe('wrong-password');
    await type(canary);
    await save();
    const before = await readFile(join(world.folders.documents, 'a.dolboor'));
    await protect({ password: 'жаңы сөз', current: password });
    await save();
    const after = await readFile(join(world.folders.documents, 'a.dolboor'));
    // A new key, and not only the old one wrapped anew.
    expect(before.subarray(0, 400).equals(after.subarray(0, 400))).toBe(false);
    await ask(services, 'draft.close', { handle, discard: false });
    expect(await openWith(password)).toMatchObject({ ok: false, error: { code: 'wrong-password' } });
    expect(await openWith('жаңы сөз')).toMatchObject({ ok: true });
  });

  test('once removed is asked for nowhere, and the history can be read', async () => {
    await protect({ password });
    await type(canary);
    await type('экинчи ');
    const { handle } = opened;
    const [entry] = await ask(services, 'history.list', { handle });
    expect(await protect({ current: password })).toEqual({ left: 0 });
    const [same] = await ask(services, 'history.list', { handle });
    expect(same?.at).toBe(entry?.at);
    expect((await ask(services, 'history.read', { handle, id: same?.id ?? '' })).sequence).toBe(entry?.sequence);
    await save();
    await ask(services, 'draft.close', { handle, discard: false });
    const again = await ask(services, 'draft.open', listed());
    expect(again.draft).toEqual(draft);
    expect(again.isProtected).toBeFalsy();
  });

  test('of another time opens the historic version that it sealed', async () => {
    await protect({ password });
    await save();
    await type(canary);
    const { handle } = opened;
    const [entry] = await ask(services, 'history.list', { handle });
    const folder = join(world.folders.data, 'history');
    const [own] = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.dolboor'));
    const old = await readFile(join(folder, own ?? ''));
    await protect({ password: 'жаңы', current: password });
    await save();
    const [renamed] = await ask(services, 'history.list', { handle });
    const path = join(folder, (own ?? '').replace(entry?.id ?? '', renamed?.id ?? ''));
    await ask(services, 'draft.close', { handle, discard: true });
    // As if the password had been changed on another machine: the copy here is still under the one of before.
    await writeFile(path, old);
    opened = ((await openWith('жаңы')) as unknown as { value: OpenedDraft }).value;
    const request = { handle: opened.handle, id: renamed?.id ?? '' };
    expect(await refusal(services, 'history.read', request)).toBe('password-needed');
    expect(await refusal(services, 'history.read', { ...request, password: 'башка' })).toBe('wrong-password');
    expect(await refusal(services, 'history.read', { ...request, password })).toBe('none');
  });
});
