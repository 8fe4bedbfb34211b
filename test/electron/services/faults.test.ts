import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FileSystem } from '../../../electron/files/file-system.ts';
import { random } from '../../support/builder.ts';
import { type Fault, faultyFiles } from '../../support/kill/faulty-files.ts';
import type { MemoryDisk } from '../../support/kill/memory-disk.ts';
import { furthestState, sessionEdits, textAfter, workAsPage } from '../../support/kill/page.ts';
import { memoryPlace } from '../../support/kill/test-world.ts';

/** A busy target is given up at once, so that no test waits 15 seconds. */
function quick(files: FileSystem): FileSystem {
  const rename = async (from: string, to: string) => {
    try {
      await files.rename(from, to);
    } catch (error) {
      throw Object.assign(new Error('rename'), { code: 'EIO', cause: error });
    }
  };
  return { ...files, rename };
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function sessionWith(fault: Fault | undefined, root: string) {
  const { disk, world } = memoryPlace(root);
  const faulty = faultyFiles(fault, disk.files);
  const page = await workAsPage(quick(faulty.files), world);
  return { disk, world, page, calls: faulty.calls() };
}

// Slow machines and busy ones: the work is the same, only the clock differs.
const slow = { timeout: 120_000 };

describe('whichever call to the disk fails', slow, () => {
  test.each([
    ['EIO', 1, 1],
    ['ENOSPC', 1, 2],
    ['EACCES', 4, 3],
    ['EIO', 20, 3],
    ['ENOSPC', Number.POSITIVE_INFINITY, 2],
  ])('with %s, %d times, no acknowledged edit is lost and no state is made up', async (code, times, step) => {
    const { calls, page: free } = await sessionWith(undefined, '/free');
    await free.services?.dispose();
    expect(calls).toBeGreaterThan(50);
    for (let at = 1; at <= calls; at += step) {
      const { disk, world, page } = await sessionWith({ at, code, times }, `/fault-${at}`);
      // As it stands while the session still runs: nothing has been closed in order.
      const left = disk.afterPowerCut(() => 0);
      const { services, opened, acknowledged, saved } = page;
      await services?.dispose().catch(() => undefined);
      const best = await furthestState(left.files, world);
      const where = `${code} at call ${at}`;
      expect(best.sequence, where).toBeGreaterThanOrEqual(Math.max(acknowledged, saved));
      if (opened && best.sequence > 0) expect(best.draft, where).toBe(textAfter(opened, best.sequence));
    }
  });

  test('and when none does, every edit is there', async () => {
    const { disk, world, page } = await sessionWith(undefined, '/whole');
    const left = disk.afterPowerCut(() => 0);
    await page.services?.dispose();
    expect(page).toMatchObject({ acknowledged: sessionEdits, saved: 10 });
    expect(await furthestState(left.files, world)).toMatchObject({ sequence: sessionEdits, inFile: 10 });
  });
});

describe('a power cut at any moment', slow, () => {
  interface Image {
    readonly disk: MemoryDisk;
    readonly acknowledged: number;
  }

  test('leaves every acknowledged edit and a state that truly was, whatever became of unflushed bytes and names', async () => {
    const seed = 4711;
    const next = random(seed);
    const images: Image[] = [];
    let acknowledged = 0;
    let disk: MemoryDisk | undefined;
    const take = () => {
      for (let i = 0; i < 4; i += 1) if (disk) images.push({ disk: disk.afterPowerCut(next), acknowledged });
    };
    const place = memoryPlace('/cut', take);
    disk = place.disk;
    const page = await workAsPage(place.disk.files, place.world, (known) => {
      acknowledged = known;
    });
    const { opened } = page;
    await page.services?.dispose();
    expect(images.length).toBeGreaterThan(200);
    for (const [index, image] of images.entries()) {
      const best = await furthestState(image.disk.files, place.world);
      const where = `seed ${seed}, image ${index}`;
      expect(best.sequence, where).toBeGreaterThanOrEqual(image.acknowledged);
      if (opened && best.sequence > 0) expect(best.draft, where).toBe(textAfter(opened, best.sequence));
    }
  });

  test('would be seen to lose edits if the journal were not flushed', async () => {
    let acknowledged = 0;
    const { disk, world } = memoryPlace('/lossy');
    const unflushed: FileSystem = {
      ...disk.files,
      create: async (path) => ({ ...(await disk.files.create(path)), sync: async () => undefined }),
    };
    const page = await workAsPage(unflushed, world, (known) => {
      acknowledged = known;
    });
    const images = Array.from({ length: 20 }, (_, i) => disk.afterPowerCut(random(i)));
    await page.services?.dispose();
    const found = await Promise.all(images.map(async (image) => (await furthestState(image.files, world)).sequence));
    expect(Math.min(...found)).toBeLessThan(acknowledged);
  });
});
