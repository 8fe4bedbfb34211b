import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FileSystem } from '../../../electron/files/file-system.ts';
import { createServicesOn } from '../../../electron/services/services.ts';
import { random } from '../../support/builder.ts';
import { Author } from '../../support/kill/author.ts';
import { findStates } from '../../support/kill/judge.ts';
import type { System } from '../../support/kill/memory-disk.ts';
import { ask, memoryPlace, refusal } from '../../support/kill/test-world.ts';

// What the simulated power cuts and faults have found, each as a case of its own.

let root = 0;

beforeEach(() => {
  root += 1;
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
});

function place(system: System = 'windows', bend: (files: FileSystem) => FileSystem = (files) => files) {
  const { disk, world } = memoryPlace(`/survival-${root}`, { system });
  return { disk, world, author: new Author(bend(disk.files), world, random(3)) };
}

/** The furthest edit that is found when nothing is left of what was not flushed. */
async function leftAfterCut({ disk, world, author }: ReturnType<typeof place>): Promise<number> {
  const left = disk.afterPowerCut(() => 0, 'nothing');
  await author.quit();
  const { states } = await findStates(left.files, world);
  return Math.max(-1, ...states.map(({ sequence }) => sequence));
}

// Found by a real kill between the two: every word was in the file, and nothing led there.
test('a cut between the first saving and the list of recent files leaves the file in that list', async () => {
  const { disk, world, author } = place('posix');
  await author.begin();
  await author.edit(2);
  await author.save('a');
  const left = disk.afterPowerCut(() => 0, 'everything');
  await author.quit();
  const names = async () => {
    const services = await createServicesOn(left.files, world, () => Promise.reject(new Error('no export')));
    const recents = await ask(services, 'recents.list', {});
    // Waits for the tidying of the start.
    expect(await refusal(services, 'recovery.discard', { id: 'none' })).toBe('not-found');
    await services.dispose();
    return recents.map(({ name, present }) => [name, present]);
  };
  await left.files.remove(join(world.folders.data, 'recents.json'));
  expect(await names()).toEqual([['a.dolboor', true]]);
  // Once it was found whole it is no longer a failure's: somebody who takes it off the list has it off.
  await left.files.remove(join(world.folders.data, 'recents.json'));
  expect(await names()).toEqual([]);
});

describe('a power cut that takes the new name of a saved file away', () => {
  test('leaves the edits of the session to recover, though it was told that they were saved', async () => {
    const at = place();
    await at.author.begin();
    await at.author.edit(3);
    await at.author.save('a');
    expect(await leftAfterCut(at)).toBe(3);
  });

  test('leaves a template that was saved as it is', async () => {
    const at = place();
    await at.author.begin();
    await at.author.save('a');
    expect(await leftAfterCut(at)).toBe(0);
  });

  test('leaves what was saved before the draft was closed, also when the rest was not wanted', async () => {
    for (const discard of [false, true]) {
      root += 1;
      const at = place();
      await at.author.begin();
      await at.author.edit(2);
      await at.author.save('a');
      if (discard) await at.author.edit(2);
      await at.author.close(discard);
      // That the rest was not wanted may be forgotten too; what was saved may not.
      expect(await leftAfterCut(at)).toBeGreaterThanOrEqual(2);
    }
  });
});

test('a session whose edits a later start has found in the file is not offered when the file moves', async () => {
  const { disk, world, author } = place();
  await author.begin();
  await author.edit(2);
  await author.save('a');
  await author.quit();
  const later = new Author(disk.files, world, random(4));
  expect(await later.begin({ from: 'listed', folder: world.folders.documents, name: 'a.dolboor' })).toBe(true);
  await later.quit();
  await disk.files.remove(join(world.folders.documents, 'a.dolboor'));
  expect((await findStates(disk.files, world)).states).toEqual([]);
});

test('a draft that could not begin leaves nothing that would be offered as lost', async () => {
  const fail = (path: string) => path.endsWith('.qj');
  const { disk, world, author } = place('posix', (files) => ({
    ...files,
    create: (path) =>
      fail(path) ? Promise.reject(Object.assign(new Error('x'), { code: 'EIO' })) : files.create(path),
  }));
  expect(await author.begin()).toBe(false);
  await author.quit();
  expect((await findStates(disk.files, world)).states).toEqual([]);
});

test('a save that failed after its file had been replaced does not make the next one refuse that file', async () => {
  let failing = false;
  const { author } = place('posix', (files) => ({
    ...files,
    syncFolder: (path) =>
      failing && path.endsWith('documents')
        ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }))
        : files.syncFolder(path),
  }));
  await author.begin();
  await author.save('a');
  failing = true;
  await author.edit(1);
  expect(await author.saveSame()).toBe(false);
  failing = false;
  await author.edit(1);
  expect(await author.saveSame()).toBe(true);
  await author.quit();
});

test('what a dead saving left beside the file goes with the next one, and nothing else does', async () => {
  const { disk, world, author } = place('posix');
  await author.begin();
  await author.edit(1);
  await author.save('a');
  const session = disk.paths().flatMap((path) => /([0-9a-f]{32})\/owner\.json$/.exec(path)?.[1] ?? [])[0];
  await author.quit();
  const documents = world.folders.documents;
  const foreign = [`~$${'0'.repeat(32)}.tmp`, '~$a.docx', 'other.tmp'];
  for (const name of [`~$${session}.tmp`, ...foreign]) disk.put(join(documents, name), 'half');
  const later = new Author(disk.files, world, random(4));
  await later.begin({ from: 'listed', folder: documents, name: 'a.dolboor' });
  const names = await disk.files.list(documents);
  expect([...names].sort()).toEqual([...foreign, 'a.dolboor', 'readme.txt'].sort());
  await later.quit();
});

test('a damaged file opens apart from itself, so that saving cannot write over what is left in it', async () => {
  const { disk, world, author } = place('posix');
  await author.begin();
  await author.edit(1);
  await author.save('a');
  await author.quit();
  const path = join(world.folders.documents, 'a.dolboor');
  const bytes = Buffer.from(disk.bytesAt(path));
  const at = bytes.indexOf('manifest.json') + 'manifest.json'.length;
  disk.put(path, bytes.fill(0, at + 30, at + 50));
  const later = new Author(disk.files, world, random(4));
  const reply = later.begin({ from: 'listed', folder: world.folders.documents, name: 'a.dolboor' });
  expect(await reply).toBe(true);
  expect(await later.saveSame()).toBe(false);
  expect(disk.bytesAt(path)).toEqual(bytes);
  await later.quit();
});
