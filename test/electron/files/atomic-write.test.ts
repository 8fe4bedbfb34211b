import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AtomicWrite, writeAtomically } from '../../../electron/files/atomic-write.ts';
import { type FileSystem, nodeFileSystem } from '../../../electron/files/file-system.ts';
import { sha256 } from '../../../electron/files/hash.ts';
import { faultyFiles } from '../../support/kill/faulty-files.ts';
import { MemoryDisk } from '../../support/kill/memory-disk.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dolboor-'));
  path = join(folder, 'a.dolboor');
  await writeFile(path, 'old');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode('new content '.repeat(100));

function task(expected: AtomicWrite['expected']): AtomicWrite {
  return { path, bytes, expected, temporary: '~$session.tmp' };
}

const atOnce: FileSystem = { ...nodeFileSystem, pause: async () => undefined };

describe('an atomic write', () => {
  test('replaces the file that was expected and leaves nothing else behind', async () => {
    const written = await writeAtomically(nodeFileSystem, task({ sha256: sha256('old') }));
    expect(written).toEqual({ ok: true, value: sha256(bytes) });
    expect(await readFile(path)).toEqual(Buffer.from(bytes));
    expect(await readdir(folder)).toEqual(['a.dolboor']);
  });

  test('never replaces what somebody else wrote there', async () => {
    await writeFile(path, 'theirs');
    const refused = { ok: false, error: { code: 'changed-outside', params: { name: 'a.dolboor' } } };
    expect(await writeAtomically(nodeFileSystem, task({ sha256: sha256('old') }))).toEqual(refused);
    expect(await readFile(path, 'utf8')).toBe('theirs');
  });

  test('never replaces what somebody wrote there while we were writing', async () => {
    const files: FileSystem = {
      ...nodeFileSystem,
      create: async (temporary) => {
        await writeFile(path, 'theirs');
        return nodeFileSystem.create(temporary);
      },
    };
    expect(await writeAtomically(files, task({ sha256: sha256('old') }))).toMatchObject({ ok: false });
    expect(await readFile(path, 'utf8')).toBe('theirs');
    expect(await readdir(folder)).toEqual(['a.dolboor']);
  });

  test('replaces nothing when nothing was expected', async () => {
    expect(await writeAtomically(nodeFileSystem, task('absent'))).toMatchObject({ error: { code: 'already-exists' } });
    expect(await readFile(path, 'utf8')).toBe('old');
  });

  test('may put back a file that has gone', async () => {
    await rm(path);
    expect((await writeAtomically(nodeFileSystem, task({ sha256: sha256('old') }))).ok).toBe(true);
  });

  test('does not take a file for written that reads back otherwise', async () => {
    const read: FileSystem['read'] = async (from, limit) => {
      const bytes = await nodeFileSystem.read(from, limit);
      // A disk that keeps something else than it was given, of the same length.
      return from === path ? bytes : bytes.map((byte) => byte ^ 1);
    };
    const written = await writeAtomically({ ...atOnce, read }, task({ sha256: sha256('old') }));
    expect(written).toMatchObject({ ok: false, error: { code: 'not-writable' } });
    expect([await readFile(path, 'utf8'), (await readdir(folder)).length]).toEqual(['old', 1]);
  });

  test('hears of a full disk when the file is closed, as network volumes tell it', async () => {
    const create: FileSystem['create'] = async (...args) => {
      const file = await nodeFileSystem.create(...args);
      const close = async () => {
        await file.close();
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      };
      return { write: (bytes) => file.write(bytes), sync: () => file.sync(), close };
    };
    const written = await writeAtomically({ ...atOnce, create }, task({ sha256: sha256('old') }));
    expect(written).toMatchObject({ ok: false, error: { code: 'no-space' } });
    expect([await readFile(path, 'utf8'), (await readdir(folder)).length]).toEqual(['old', 1]);
  });

  test('waits for a program that holds the target, and gives up in the end', async () => {
    for (const [times, ok] of [
      [5, true],
      [1000, false],
    ] as const) {
      let left = times;
      const waits: number[] = [];
      const files: FileSystem = {
        ...nodeFileSystem,
        rename: async (from, to) => {
          left -= 1;
          if (left >= 0) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
          await nodeFileSystem.rename(from, to);
        },
        pause: async (wait) => void waits.push(wait),
      };
      const written = await writeAtomically(files, task('anything'));
      expect(written.ok).toBe(ok);
      expect(ok ? waits : written).toEqual(
        ok ? [20, 40, 80, 160, 320] : { ok: false, error: { code: 'busy', params: { name: 'a.dolboor' } } },
      );
      // Fifteen seconds in all, and a little for the short waits before them.
      if (!ok) expect(Math.floor(waits.reduce((sum, wait) => sum + wait, 0) / 1_000)).toBe(15);
      await writeFile(path, 'old');
    }
  });

  test.each(['ENOSPC', 'EIO', 'EPERM', 'EBUSY', 'EACCES', 'EMFILE'])(
    'leaves the whole old or the whole new file whichever call fails with %s',
    async (code) => {
      const free = faultyFiles(undefined, atOnce);
      await writeAtomically(free.files, task('anything'));
      for (const times of [1, 8, Number.POSITIVE_INFINITY]) {
        for (let at = 1; at <= free.calls(); at += 1) {
          await writeFile(path, 'old');
          const faulty = faultyFiles({ at, code, times }, atOnce);
          const written = await writeAtomically(faulty.files, task({ sha256: sha256('old') }));
          const content = await readFile(path);
          const isNew = content.equals(Buffer.from(bytes));
          expect(isNew || content.toString() === 'old', `call ${at}`).toBe(true);
          // A success is never claimed for the old content.
          if (written.ok) expect(isNew).toBe(true);
        }
      }
    },
  );
});

test.each(['posix', 'windows'] as const)(
  'on the model of %s a save that came back outlives a power cut',
  async (system) => {
    const disk = new MemoryDisk({ system });
    disk.put('/a.dolboor', 'old');
    const bytes = new TextEncoder().encode('new');
    const task = { path: '/a.dolboor', bytes, expected: 'anything', temporary: '~$a.tmp' } as const;
    expect((await writeAtomically(disk.files, task)).ok).toBe(true);
    const left = disk.afterPowerCut(() => 0, 'nothing');
    expect(left.bytesAt('/a.dolboor').toString()).toBe('new');
  },
);
