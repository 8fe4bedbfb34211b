import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ExportOptions } from '../../../core/bridge/exports.ts';
import { canonicalJson } from '../../../core/file/canonical.ts';
import type { LocalAct, StoredText } from '../../../core/law/library.ts';
import type { OwnFact } from '../../../core/law/own-facts.ts';
import { lawIn } from '../../../electron/files/brought-law.ts';
import { textKeysIn, textsIn } from '../../../electron/files/brought-texts.ts';
import { packDraft, unpackDraft } from '../../../electron/files/package-file.ts';
import { createServices } from '../../../electron/services/services.ts';
import type { Services } from '../../../electron/services/world.ts';
import type { ExportJob } from '../../../electron/workers/contract.ts';
import { ask, filesWith, makePlace, smallTemplate, type TestPlace } from '../../support/kill/test-world.ts';

const file = 'bill.dolboor';
const key = { act: 'local-1', language: 'ru' } as const;
const part = 'law/texts/local-1.ru.json';

function aText(words: string): StoredText {
  const text = {
    language: 'ru',
    type: 'law',
    date: null,
    number: null,
    title: 'О пробе',
    amendments: [],
    banners: [],
    header: [],
    units: [{ id: 'u1', kind: 'article', number: '1', label: 'Статья 1', text: words }],
    report: [],
  } as const;
  const origin = { on: '2026-11-22', by: 'А', file: 'probe.html', sha256: 'a'.repeat(64) };
  return { act: key.act, origin, text };
}

const localAct: LocalAct = {
  id: 'local-1',
  type: 'law',
  date: '2025-01-02',
  number: '3',
  title: { ky: null, ru: 'О пробе', en: null },
  source: 'письмо',
  addedBy: 'А',
  addedOn: '2026-11-22',
};

const fact: OwnFact = {
  id: 'own-1',
  guarantee: 'housing',
  service: 'military',
  given: true,
  words: { ru: 'Жильё' },
  citations: [],
  source: 'письмо',
  by: 'А',
  on: '2026-11-22',
  confidence: 'verified',
};

const bytesOf = (text: unknown) => new TextEncoder().encode(`${canonicalJson(text)}\n`);

let here: TestPlace;
let there: TestPlace;
let services: Services[];
let exported: ExportJob[];

async function start(place: TestPlace, own?: StoredText): Promise<Services> {
  const units = JSON.stringify(smallTemplate).replace('{cite:some-act', '{cite:local-1');
  await writeFile(join(place.root, 'resources', 'templates', 'small', 'units.json'), units);
  if (own) {
    const folder = join(place.world.folders.data, 'library', 'texts');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${own.act}.${own.text.language}.json`), bytesOf(own));
  }
  const started = await createServices(place.world, async (job) => {
    exported.push(job);
    return { bytes: new Uint8Array([1]), notices: [] };
  });
  services.push(started);
  return started;
}

const pathIn = (place: TestPlace) => join(place.world.folders.documents, file);
const listedIn = (place: TestPlace) => ({ folder: place.world.folders.documents, name: file });

/** A draft saved here, with its texts when `on`. */
async function saveIn(place: TestPlace, started: Services, on: boolean | undefined) {
  const { handle, draft, sequence } = await ask(started, 'draft.create', { template: 'small' });
  const travel = await ask(started, 'texts.travel', { handle, ...(on !== undefined && { on }) });
  await ask(started, 'draft.save', {
    handle,
    draft,
    sequence,
    target: { to: 'listed', ...listedIn(place), overwrite: true },
  });
  return { handle, draft, sequence, travel };
}

async function partsIn(place: TestPlace): Promise<ReadonlyMap<string, Uint8Array>> {
  const unpacked = await unpackDraft(new Uint8Array(await readFile(pathIn(place))));
  if (!unpacked.ok) throw new Error(unpacked.error.code);
  return unpacked.value.file.carried;
}

beforeEach(async () => {
  services = [];
  exported = [];
  [here, there] = [await makePlace(), await makePlace()];
});

afterEach(async () => {
  for (const started of services) await started.dispose();
  await here.remove();
  await there.remove();
});

describe('the official texts of the acts that a draft cites', () => {
  test('stay at home until somebody says that they go along, and again when they are to stay', async () => {
    const mine = await start(here, aText('Слова.'));
    const { handle, draft, sequence, travel } = await saveIn(here, mine, undefined);
    expect(travel).toEqual({ on: false, texts: 1, bytes: bytesOf(aText('Слова.')).length, left: 0 });
    expect([...(await partsIn(here)).keys()]).toEqual([]);
    const save = () => ask(mine, 'draft.save', { handle, draft, sequence, target: { to: 'same' } });
    await ask(mine, 'texts.travel', { handle, on: true });
    await save();
    expect((await partsIn(here)).get(part)).toEqual(bytesOf(aText('Слова.')));
    const once = await readFile(pathIn(here));
    await save();
    expect(await readFile(pathIn(here))).toEqual(once);
    await ask(mine, 'texts.travel', { handle, on: false });
    await save();
    expect([...(await partsIn(here)).keys()]).toEqual([]);
  });

  test('are read on another machine, are kept there when one asks, and are passed on unasked', async () => {
    await saveIn(here, await start(here, aText('Слова.')), true);
    await copyFile(pathIn(here), pathIn(there));
    const theirs = await start(there);
    const opened = await ask(theirs, 'draft.open', { from: 'listed', ...listedIn(there) });
    const { handle, draft, sequence } = opened;
    expect(opened.broughtTexts).toEqual([key]);
    expect(await ask(theirs, 'texts.brought', { handle })).toMatchObject([{ ...key, articles: 1, units: 1 }]);
    expect(await ask(theirs, 'text.read', { ...key, handle })).toEqual(aText('Слова.'));
    expect((await ask(theirs, 'library.read', {})).texts).toEqual([]);
    await ask(theirs, 'draft.save', { handle, draft, sequence, target: { to: 'same' } });
    expect(await readFile(pathIn(there))).toEqual(await readFile(pathIn(here)));
    expect((await ask(theirs, 'texts.keep', { ...key, handle })).texts).toMatchObject([key]);
    expect(await ask(theirs, 'text.read', key)).toEqual(aText('Слова.'));
  });

  test('are what an export is compared with, one’s own before those of the file; no other document needs them', async () => {
    await saveIn(here, await start(here, aText('Слова.')), true);
    await copyFile(pathIn(here), pathIn(there));
    const theirs = await start(there);
    const { handle, draft } = await ask(theirs, 'draft.open', { from: 'listed', ...listedIn(there) });
    const target = { to: 'listed', folder: there.world.folders.documents, name: 'bill.docx', overwrite: true } as const;
    const bill = { document: 'bill', language: 'ky', format: 'docx', profile: 'final' } as const;
    const exportAs = (options: ExportOptions) => ask(theirs, 'export.start', { job: 'j', draft, options, target });
    await exportAs(bill);
    await ask(theirs, 'texts.keep', { ...key, handle });
    await exportAs(bill);
    await exportAs({ document: 'parity', language: 'ky', format: 'docx', profile: 'final' });
    expect(exported.map(({ texts }) => texts)).toEqual([[aText('Слова.')], [aText('Слова.')], undefined]);
  });

  test('write over nothing of the machine that opens the draft', async () => {
    await saveIn(here, await start(here, aText('Слова.')), true);
    await copyFile(pathIn(here), pathIn(there));
    const theirs = await start(there, aText('Другие слова.'));
    const { handle } = await ask(theirs, 'draft.open', { from: 'listed', ...listedIn(there) });
    expect(await ask(theirs, 'text.read', key)).toEqual(aText('Другие слова.'));
    expect(await ask(theirs, 'text.read', { ...key, handle })).toEqual(aText('Слова.'));
  });

  test.each([
    ['no JSON', new TextEncoder().encode('{')],
    ['another act’s text', bytesOf({ ...aText('Слова.'), act: 'local-2' })],
    ['another language’s text', bytesOf({ ...aText('Слова.'), text: { ...aText('').text, language: 'ky' } })],
    ['a text with a field that nobody knows', bytesOf({ ...aText('Слова.'), run: 'me' })],
  ])('cost only themselves where a file holds %s, and stay in it', async (_name, hostile) => {
    await saveIn(here, await start(here), undefined);
    const unpacked = await unpackDraft(new Uint8Array(await readFile(pathIn(here))));
    if (!unpacked.ok) throw new Error(unpacked.error.code);
    await writeFile(pathIn(there), packDraft({ ...unpacked.value.file, carried: new Map([[part, hostile]]) }));
    const theirs = await start(there);
    const { handle, draft, sequence } = await ask(theirs, 'draft.open', { from: 'listed', ...listedIn(there) });
    expect(await ask(theirs, 'texts.brought', { handle })).toEqual([]);
    await expect(ask(theirs, 'texts.keep', { ...key, handle })).rejects.toThrow('not-found');
    await ask(theirs, 'draft.save', { handle, draft, sequence, target: { to: 'same' } });
    expect((await partsIn(there)).get(part)).toEqual(hostile);
  });

  test('are sealed with all the rest of the file where the draft has a password, and open with it', async () => {
    const canary = 'Канарейка';
    here = { ...here, world: { ...here.world, passwordCost: 14 } };
    const mine = await start(here, aText(canary));
    const { handle, draft, sequence } = await saveIn(here, mine, true);
    const act = { ...localAct, source: canary };
    await ask(mine, 'library.write-act', { act });
    await ask(mine, 'library.write-fact', { fact: { ...fact, note: canary } });
    const save = () => ask(mine, 'draft.save', { handle, draft, sequence, target: { to: 'same' } });
    await save();
    expect([...(await partsIn(here)).keys()].sort()).toEqual(['law/facts.json', 'law/register.json', part]);
    await ask(mine, 'draft.protect', { handle, password: 'ак боз ат' });
    await save();
    const sealed = await readFile(pathIn(here));
    for (const clear of [canary, 'law/texts', 'law/facts', 'law/register']) expect(sealed.includes(clear)).toBe(false);
    // What the machine's library holds lies there by itself; of the draft nothing is left in the clear.
    const left = await filesWith(canary, [here.world.folders.data]);
    expect(left.filter((name) => !name.startsWith('library'))).toEqual([]);

    await copyFile(pathIn(here), pathIn(there));
    const theirs = await start({ ...there, world: { ...there.world, passwordCost: 14 } });
    const asked = await theirs.call('draft.open', { from: 'listed', ...listedIn(there) });
    if (asked.ok) throw new Error('no password asked');
    const opened = await ask(theirs, 'draft.open', {
      from: 'request',
      id: String(asked.error.params?.id),
      password: 'ак боз ат',
    });
    expect(opened).toMatchObject({ isProtected: true, broughtTexts: [key], brought: { acts: [act] } });
    expect(await ask(theirs, 'text.read', { ...key, handle: opened.handle })).toEqual(aText(canary));
  });

  test('and all that travels of the office’s own law are read as they were written when they came, and are the same bytes again', async () => {
    const old = await readFile(join(import.meta.dirname, '../../fixtures/travelling-law.dolboor'));
    const unpacked = await unpackDraft(new Uint8Array(old));
    if (!unpacked.ok) throw new Error(unpacked.error.code);
    expect(unpacked.value.notices).toEqual([]);
    expect(lawIn(unpacked.value.file)).toEqual({
      law: { acts: [localAct], verifications: [], facts: [fact] },
      unreadable: [],
    });
    expect(textsIn(unpacked.value.file)).toEqual([aText('Слова.')]);
    expect(Buffer.from(packDraft(unpacked.value.file)).equals(old)).toBe(true);
  });

  test('are looked for under names that texts have, and nowhere else', () => {
    const names = [
      'law/texts/a.b.ru.json',
      'law/texts/x/y.ru.json',
      'law/texts/.json',
      'law/texts/a.de.json',
      'law/a.ru.json',
    ];
    expect(textKeysIn({ carried: new Map(names.map((name) => [name, new Uint8Array()])) })).toEqual([
      { act: 'a.b', language: 'ru' },
    ]);
  });

  test('lost from a damaged file cost the draft nothing else', async () => {
    await saveIn(here, await start(here, aText('Слова. '.repeat(200))), true);
    const bytes = new Uint8Array(await readFile(pathIn(here)));
    const at = Buffer.from(bytes).indexOf(part) + part.length + 20;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    const damaged = await unpackDraft(bytes);
    const whole = await unpackDraft(new Uint8Array(await readFile(pathIn(here))));
    if (!damaged.ok || !whole.ok) throw new Error('not opened');
    expect(damaged.value.isDamaged).toBe(true);
    expect(damaged.value.file.draft).toEqual(whole.value.file.draft);
    expect(damaged.value.file.carried.has(part)).toBe(false);
  });
});
