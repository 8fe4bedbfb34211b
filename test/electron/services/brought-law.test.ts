import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalAct } from '../../../core/law/library.ts';
import type { OwnFact } from '../../../core/law/own-facts.ts';
import { packDraft, unpackDraft } from '../../../electron/files/package-file.ts';
import { createServices } from '../../../electron/services/services.ts';
import type { Services } from '../../../electron/services/world.ts';
import { ask, makePlace, smallTemplate, type TestPlace } from '../../support/kill/test-world.ts';

const own: LocalAct = {
  id: 'local-1',
  type: 'law',
  date: '2025-01-02',
  number: '3',
  title: { ky: null, ru: 'О пробе', en: null },
  source: 'письмо',
  addedBy: 'А',
  addedOn: '2026-11-22',
};
const other: LocalAct = { ...own, id: 'local-2' };
const verification = { act: 'local-1', on: '2026-11-22', by: 'А', source: 'cbd', status: 'repealed' } as const;
const file = 'bill.dolboor';

let here: TestPlace;
let there: TestPlace;
let services: Services[];

async function start(place: TestPlace): Promise<Services> {
  const units = JSON.stringify(smallTemplate).replace('{cite:some-act', '{cite:local-1');
  await writeFile(join(place.root, 'resources', 'templates', 'small', 'units.json'), units);
  const started = await createServices(place.world);
  services.push(started);
  return started;
}

const pathIn = (place: TestPlace) => join(place.world.folders.documents, file);

async function saveIn(place: TestPlace, started: Services): Promise<void> {
  const { handle, draft, sequence } = await ask(started, 'draft.create', { template: 'small' });
  const target = { to: 'listed', folder: place.world.folders.documents, name: file, overwrite: true } as const;
  await ask(started, 'draft.save', { handle, draft, sequence, target });
}

async function openIn(place: TestPlace, started: Services) {
  return ask(started, 'draft.open', { from: 'listed', folder: place.world.folders.documents, name: file });
}

beforeEach(async () => {
  services = [];
  [here, there] = [await makePlace(), await makePlace()];
});

afterEach(async () => {
  for (const started of services) await started.dispose();
  await here.remove();
  await there.remove();
});

describe('what a draft cites of its machine’s own law', () => {
  test('goes with its file to another machine and is not put into the library there unasked', async () => {
    const mine = await start(here);
    for (const act of [own, other]) await ask(mine, 'library.write-act', { act });
    await ask(mine, 'library.verify', { verification });
    await saveIn(here, mine);
    await copyFile(pathIn(here), pathIn(there));
    const theirs = await start(there);
    const opened = await openIn(there, theirs);
    expect(opened.brought).toEqual({ acts: [own], verifications: [verification], facts: [] });
    expect((await ask(theirs, 'library.read', {})).library.acts).toEqual([]);
    // A colleague who saves it passes it on.
    const { handle, draft, sequence } = opened;
    await ask(theirs, 'draft.save', { handle, draft, sequence, target: { to: 'same' } });
    expect(await readFile(pathIn(there))).toEqual(await readFile(pathIn(here)));
  });

  test('is what the other machine’s own entries outweigh when it saves', async () => {
    const mine = await start(here);
    await ask(mine, 'library.write-act', { act: own });
    await saveIn(here, mine);
    await copyFile(pathIn(here), pathIn(there));
    const theirs = await start(there);
    const corrected = { ...own, number: '4' };
    await ask(theirs, 'library.write-act', { act: corrected });
    const { handle, draft, sequence } = await openIn(there, theirs);
    await ask(theirs, 'draft.save', { handle, draft, sequence, target: { to: 'same' } });
    await ask(theirs, 'draft.close', { handle, discard: false });
    expect((await openIn(there, theirs)).brought?.acts).toEqual([corrected]);
  });

  test('is absent from a draft that cites nothing of it', async () => {
    const mine = await start(here);
    await ask(mine, 'library.write-act', { act: other });
    await saveIn(here, mine);
    const { brought } = await openIn(here, await start(here)).catch(() => ({ brought: undefined }));
    expect(brought).toBeUndefined();
    const unpacked = await unpackDraft(new Uint8Array(await readFile(pathIn(here))));
    expect(unpacked.ok && [...unpacked.value.file.carried.keys()]).toEqual([]);
  });

  test('of a form that this version does not read is said, left alone and passed on', async () => {
    const mine = await start(here);
    await ask(mine, 'library.write-act', { act: own });
    await saveIn(here, mine);
    const unpacked = await unpackDraft(new Uint8Array(await readFile(pathIn(here))));
    if (!unpacked.ok) throw new Error(unpacked.error.code);
    const newer = new TextEncoder().encode('{"acts":[],"later":1,"verifications":[]}\n');
    const carried = new Map([['law/register.json', newer]]);
    await writeFile(pathIn(there), packDraft({ ...unpacked.value.file, carried }));
    const theirs = await start(there);
    await ask(theirs, 'library.write-act', { act: own });
    const { handle, draft, sequence, notices, brought } = await openIn(there, theirs);
    expect([notices.map(({ code }) => code), brought]).toEqual([['register.brought-register-unreadable'], undefined]);
    await ask(theirs, 'draft.save', { handle, draft, sequence, target: { to: 'same' } });
    const again = await unpackDraft(new Uint8Array(await readFile(pathIn(there))));
    expect(again.ok && again.value.file.carried.get('law/register.json')).toEqual(newer);
  });
});

describe('what was entered in the matrix', () => {
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

  test('goes with the file, and is passed on without being kept', async () => {
    const mine = await start(here);
    await ask(mine, 'library.write-fact', { fact });
    await saveIn(here, mine);
    await copyFile(pathIn(here), pathIn(there));
    const theirs = await start(there);
    const { handle, draft, sequence, brought } = await openIn(there, theirs);
    expect(brought).toEqual({ acts: [], verifications: [], facts: [fact] });
    expect((await ask(theirs, 'library.read', {})).library.facts).toEqual([]);
    await ask(theirs, 'draft.save', { handle, draft, sequence, target: { to: 'same' } });
    expect(await readFile(pathIn(there))).toEqual(await readFile(pathIn(here)));
  });

  test('is gone from the file at the next save after somebody took it out of the matrix', async () => {
    const mine = await start(here);
    await ask(mine, 'library.write-fact', { fact });
    await saveIn(here, mine);
    await copyFile(pathIn(here), pathIn(there));
    const theirs = await start(there);
    const { handle, draft, sequence } = await openIn(there, theirs);
    await ask(theirs, 'library.remove-fact', { fact: fact.id });
    await ask(theirs, 'draft.save', { handle, draft, sequence, target: { to: 'same' } });
    await ask(theirs, 'draft.close', { handle, discard: false });
    expect((await openIn(there, theirs)).brought).toBeUndefined();
  });

  test.each([
    ['of another form', '{"later":1}'],
    ['that is no JSON', '[{'],
    ['with a fact that cannot be', JSON.stringify([{ ...fact, service: '../x' }])],
  ])('%s is told, costs nothing else and stays as it is', async (_name, text) => {
    const mine = await start(here);
    await ask(mine, 'library.write-act', { act: own });
    await saveIn(here, mine);
    const unpacked = await unpackDraft(new Uint8Array(await readFile(pathIn(here))));
    if (!unpacked.ok) throw new Error(unpacked.error.code);
    const { file } = unpacked.value;
    const hostile = new TextEncoder().encode(text);
    const carried = new Map([...file.carried, ['law/facts.json', hostile] as const]);
    await writeFile(pathIn(there), packDraft({ ...file, carried }));
    const theirs = await start(there);
    await ask(theirs, 'library.write-fact', { fact });
    const { handle, draft, sequence, notices, brought } = await openIn(there, theirs);
    expect(notices.map(({ code }) => code)).toEqual(['register.brought-facts-unreadable']);
    expect(brought?.acts).toEqual([own]);
    await ask(theirs, 'draft.save', { handle, draft, sequence, target: { to: 'same' } });
    const again = await unpackDraft(new Uint8Array(await readFile(pathIn(there))));
    expect(again.ok && again.value.file.carried.get('law/facts.json')).toEqual(hostile);
  });
});
