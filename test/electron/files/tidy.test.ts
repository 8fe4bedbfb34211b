import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newDraftFile } from '../../../electron/files/documents.ts';
import { lockDraft } from '../../../electron/files/draft-lock.ts';
import type { FileSystem } from '../../../electron/files/file-system.ts';
import { type Owner, readOwner, writeOwner } from '../../../electron/files/owner.ts';
import { type DraftFile, packDraft } from '../../../electron/files/package-file.ts';
import { recoverSession } from '../../../electron/files/recovery.ts';
import { baseName, beginSession, draftFolder } from '../../../electron/files/session-folder.ts';
import { tidySessions } from '../../../electron/files/tidy.ts';
import { aDraft, fixedPorts } from '../../support/builder.ts';
import { MemoryDisk } from '../../support/kill/memory-disk.ts';

const [recovery, target] = ['/data/recovery', '/documents/a.dolboor'];
/** When everything on the disk in memory was written. */
const written = Date.UTC(2026, 2, 1, 9);
const week = 7 * 24 * 60 * 60 * 1000;

/** The draft after so many edits; each state has a chain hash of its own. */
function state(sequence: number): DraftFile {
  const file = newDraftFile(aDraft('d').unit('title', `Мыйзам ${sequence}`).build(), fixedPorts());
  return { ...file, identity: { ...file.identity, sequence, chain: String(sequence).padStart(64, '0') } };
}

const edit = { operations: [{ type: 'insert_text', path: [0, 0, 0], offset: 0, text: 'калган ' }] };

/** A session with a generation that begins at each of these states, over a file that holds the state `inFile`; `hasTail`: one edit more. */
async function place(begins: readonly number[], inFile: number, hasTail = false, as: Owner['state'] = 'open') {
  const disk = new MemoryDisk();
  disk.put(target, packDraft(state(inFile)));
  await disk.files.makeFolder(recovery);
  const session = await beginSession(disk.files, recovery, 'd', fixedPorts());
  for (const begin of begins) {
    const journal = await session.advance(state(begin), packDraft(state(begin)));
    // The file does not hold this, so the session is not proven.
    if (begin === begins.at(-1) && hasTail) journal.add({ sequence: begin + 1, payload: JSON.stringify(edit) });
    await journal.flush();
    await journal.close();
  }
  const { sequence, chain } = state(inFile).identity;
  const owner: Owner = {
    draftId: 'd',
    target,
    targetSha256: '',
    saved: { sequence, chain },
    title: { ky: '', ru: '', en: '' },
    written: true,
    state: as,
  };
  await writeOwner(disk.files, session.path, owner);
  /** A later start, so many milliseconds after all that was written. */
  const start = async (after: number, files: FileSystem = disk.files) => {
    const { done } = await tidySessions(files, recovery, new Date(written + after).toISOString(), (error) => {
      throw error;
    });
    await done;
  };
  const names = async () => (await disk.files.list(session.path)).filter((name) => /\.(?:base|qj)$/.test(name)).sort();
  const isThere = async () => (await disk.files.entry(session.path)) !== undefined;
  return { disk, session, start, names, isThere };
}

const generations = (...numbers: readonly number[]) => numbers.flatMap((n) => [`00000${n}.base`, `00000${n}.qj`]);

test('what a session left goes only when a later one has read it in the file, and then not before the seventh day', async () => {
  const { disk, session, start, isThere } = await place([1], 1);
  // However old it is: the first start that looks only finds it there.
  await start(10 * week);
  expect((await readOwner(disk.files, session.path))?.state).toBe('proven');
  await start(week - 1);
  expect(await isThere()).toBe(true);
  await start(week);
  expect(await isThere()).toBe(false);
});

test('what is in no file stays for ever', async () => {
  const { start, names } = await place([1, 2], 1);
  await start(10 * week);
  await start(10 * week);
  expect(await names()).toEqual(generations(1, 2));
});

test('what a session says of itself, that all is saved, proves nothing', async () => {
  const { disk, start, isThere, session } = await place([1], 1, false, 'saved');
  disk.put(target, 'damaged');
  await start(10 * week);
  await start(10 * week);
  expect([await isThere(), (await readOwner(disk.files, session.path))?.state]).toEqual([true, 'saved']);
});

test('a save that was acknowledged and is not in the file after a power cut proves nothing', async () => {
  const { disk, start, isThere, session } = await place([2], 2);
  // The session had heard that its save was on the disk; the cut took the new name, and the file is the old one.
  disk.put(target, packDraft(state(1)));
  await start(10 * week);
  await start(10 * week);
  expect([await isThere(), (await readOwner(disk.files, session.path))?.state]).toEqual([true, 'open']);
});

test('nothing goes of a draft that somebody has open, and it does once nobody has', async () => {
  const { disk, start, names, isThere } = await place([1, 2, 3, 4], 4);
  const lock = await lockDraft(disk.files, draftFolder(recovery, 'd'));
  await start(10 * week);
  await start(10 * week);
  expect(await names()).toEqual(generations(1, 2, 3, 4));
  await lock?.release();
  // Nor for another process, which knows the lock by its file alone.
  expect(await disk.files.list(draftFolder(recovery, 'd'))).not.toContain('lock.json');
  await start(10 * week);
  await start(10 * week);
  expect(await isThere()).toBe(false);
});

test('nothing goes whose file cannot be read', async () => {
  const { disk, start, isThere } = await place([1], 1);
  disk.put(target, 'damaged');
  await start(10 * week);
  await start(10 * week);
  expect(await isThere()).toBe(true);
});

test('the last two generations stay, and older ones until the seventh day', async () => {
  const { start, names } = await place([1, 2, 3, 4], 4, true);
  await start(week - 1);
  expect(await names()).toEqual(generations(1, 2, 3, 4));
  await start(week);
  expect(await names()).toEqual(generations(3, 4));
  await start(10 * week);
  expect(await names()).toEqual(generations(3, 4));
});

test.each([
  ['the file is not as far as the last two begin', 2, undefined],
  ['the last one is damaged', 3, 3],
  ['the one before it is damaged', 3, 2],
])('no older generation goes while %s', async (_name, inFile, spoilt) => {
  const { disk, session, start, names } = await place([1, 2, 3], inFile, true);
  if (spoilt !== undefined) disk.put(join(session.path, baseName(spoilt)), 'damaged');
  await start(10 * week);
  expect(await names()).toEqual(generations(1, 2, 3));
});

test('what is kept of a draft lies under its id in the local data, whatever the id says', async () => {
  const ids = ['d', 'D', '../../documents', 'a/b', ''];
  const folders = ids.map((id) => draftFolder(recovery, id));
  for (const folder of folders) expect(folder).toMatch(/^\/data\/recovery\/[0-9a-f]{32}$/);
  expect(new Set(folders).size).toBe(ids.length);
});

test("a newer generation's header supersedes what stands at the end of an older journal", async () => {
  const disk = new MemoryDisk();
  await disk.files.makeFolder(recovery);
  const session = await beginSession(disk.files, recovery, 'd', fixedPorts());
  const first = await session.advance(state(1), packDraft(state(1)));
  first.add({ sequence: 2, payload: JSON.stringify(edit) });
  await first.flush();
  await first.close();
  const before = await recoverSession(disk.files, session.path);
  expect(JSON.stringify(before?.file.draft)).toContain('калган');
  // The next generation begins from a state of its own: the tail was never part of its history.
  await (await session.advance(state(1), packDraft(state(1)))).close();
  const after = await recoverSession(disk.files, session.path);
  expect(after?.file.draft).toEqual(state(1).draft);
});
