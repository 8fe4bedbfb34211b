import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { requestNames } from '../../../core/bridge/channels.ts';
import type { RequestName } from '../../../core/bridge/contract.ts';
import { type FileSystem, nodeFileSystem } from '../../../electron/files/file-system.ts';
import { createLog } from '../../../electron/log/log.ts';
import { createServicesOn } from '../../../electron/services/services.ts';
import { ask, makePlace, type TestPlace } from '../../support/kill/test-world.ts';

/*
 * A word of the draft stands wherever a failure could pick it up: in the text, in the names of files and folders, in the message of
 * every error. Whatever breaks, neither the log nor the terminal says it.
 */

const canary = 'Канарейка мыйзамдын сөзү 12345';
let place: TestPlace;
let echoed = '';

beforeEach(async () => {
  place = await makePlace();
  echoed = '';
  vi.spyOn(console, 'error').mockImplementation((line) => {
    echoed += String(line);
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await place.remove();
});

/** The disk of this machine, on which every call fails once `isBroken`, and says what it was asked as the system does. */
function breakable(state: { isBroken: boolean }): FileSystem {
  return new Proxy(nodeFileSystem, {
    get: (files, name: keyof FileSystem) =>
      state.isBroken && name !== 'pause'
        ? async (at: string) => {
            const message = `EIO: i/o error, ${name} '${at}'\n    at ${canary}`;
            throw Object.assign(new Error(message), { code: 'EIO', syscall: name, path: at });
          }
        : files[name],
  });
}

async function begin() {
  const state = { isBroken: false };
  const { documents, data } = place.world.folders;
  const folders = { data, documents, application: process.cwd(), home: place.root };
  const echo = (line: string) => console.error(line);
  const log = createLog({ folders, version: '1', now: place.world.ports.now, echo });
  const dialogs = { openDraft: fail, openText: fail, save: fail } as never;
  const world = { ...place.world, dialogs };
  const services = await createServicesOn(breakable(state), world, () => Promise.reject(new Error(canary)), log);
  const { handle, draft, sequence } = await ask(services, 'draft.create', { template: 'small' });
  const titled = { ...draft, units: [...draft.units] };
  const edit = { operations: [{ type: 'insert_text', path: [0, 0, 0], offset: 0, text: canary }] } as const;
  await ask(services, 'draft.append', { handle, edits: [{ sequence: sequence + 1, edit }] });
  const listed = { folder: documents, name: `${canary}.dolboor` };
  const target = { to: 'listed', ...listed, overwrite: true } as const;
  const about = { title: { ky: canary, ru: '', en: '' }, description: { ky: canary, ru: '', en: '' } };
  const requests: Partial<Record<RequestName, unknown>> = {
    'settings.write': { author: canary },
    'templates.keep': { handle, draft: titled, about },
    'templates.import': { from: 'listed', folder: documents, name: `${canary}.docx` },
    'templates.export': { template: 'small', target },
    'draft.open': { from: 'listed', ...listed },
    'draft.append': { handle, edits: [{ sequence: sequence + 2, edit }] },
    'draft.save': { handle, draft: titled, sequence, target },
    'draft.send': { handle, target, label: canary, versions: false, trail: false },
    'draft.protect': { handle, password: canary },
    'history.list': { handle },
    'history.name': { handle, label: canary },
    'outside.look': { handle },
    'outside.read': { handle, copy: `${canary}.dolboor` },
    'files.browse': { folder: path.join(documents, canary) },
    'text.propose': { from: 'listed', folder: documents, name: `${canary}.docx` },
    'text.words': { from: 'listed', folder: documents, name: `${canary}.docx` },
    'trail.turn': { handle, on: true },
    'trail.save': { handle, language: 'ky', format: 'csv', target },
    'recovery.list': {},
    'recents.list': {},
    'library.read': {},
    'templates.list': {},
    'print.pdf': { target },
    'window.close': {},
  };
  return { services, state, requests, log };
}

function fail(): never {
  throw new Error(`${canary}\n    at ${canary}`);
}

function expectSilence(log: { read(): string }): void {
  expect(`${log.read()}${echoed}`).not.toMatch(/Канарейка|мыйзамдын|12345/);
  expect(`${log.read()}${echoed}`).not.toContain(place.root);
}

test('a broken disk, a broken dialog and a message that quotes the draft leave no word of it in the log', async () => {
  const { services, state, requests, log } = await begin();
  state.isBroken = true;
  for (const [name, request] of Object.entries(requests)) await services.call(name as RequestName, request as never);
  // Every name that the contract has, with a payload that is none.
  for (const name of requestNames)
    await services.call(name, { [canary]: canary, handle: canary, draft: canary } as never);
  expect(log.read()).toMatch(/EIO/);
  expect(log.read()).toMatch(/refused/);
  expectSilence(log);
});

test('a damaged draft and a file that no reader understands leave none either', async () => {
  const { services, requests, log } = await begin();
  const { documents } = place.world.folders;
  const words = new TextEncoder().encode(`${canary}<w:p>${canary}`);
  await writeFile(
    path.join(documents, `${canary}.dolboor`),
    zipSync({ 'manifest.json': words, 'body/units.ndjson': words }),
  );
  await writeFile(path.join(documents, `${canary}.docx`), zipSync({ 'word/document.xml': words }));
  const asked = ['draft.open', 'outside.read', 'text.propose', 'text.words', 'templates.import'] as const;
  const replies = await Promise.all(asked.map((name) => services.call(name, requests[name] as never)));
  expect(replies.map(({ ok }) => ok)).toEqual(asked.map(() => false));
  expectSilence(log);
  await services.dispose();
});
