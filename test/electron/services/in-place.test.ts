import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedDraft } from '../../../core/bridge/drafts.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { readDraftFile } from '../../../electron/files/documents.ts';
import { type FileSystem, nodeFileSystem } from '../../../electron/files/file-system.ts';
import { createServices, createServicesOn } from '../../../electron/services/services.ts';
import type { Services } from '../../../electron/services/world.ts';
import { random } from '../../support/builder.ts';
import { afterEdits, someEdits } from '../../support/kill/some-edits.ts';
import { ask, makePlace, refusal, type TestPlace } from '../../support/kill/test-world.ts';

/*
 * Places where no file can be put beside the draft's own, or its name cannot be given away: the save waits, says so, fails by name,
 * and writes over the file only when a person asks for it.
 */

let place: TestPlace;
let services: Services;
let opened: OpenedDraft;
let draft: Draft;
let target: string;
/** What the disk does in the person's folder; set by a test. */
let hinder: ((call: string) => void) | undefined;
/** Calls that change the disk, in order. */
let calls: string[];

const refuse = (code: string) => {
  throw Object.assign(new Error(code), { code });
};

/** The disk of this machine, on which a test stands in the way of chosen calls. */
function hindered(): FileSystem {
  const files = nodeFileSystem;
  const note = (call: string, path: string): void => {
    calls.push(`${call} ${path}`);
    if (dirname(path) === place.world.folders.documents) hinder?.(call);
  };
  return {
    ...files,
    pause: async () => undefined,
    create: async (path, access) => {
      note('create', path);
      const file = await files.create(path, access);
      const sync = async () => {
        await file.sync();
        calls.push(`sync ${path}`);
      };
      return { ...file, sync };
    },
    rename: async (from, to) => {
      note('rename', to);
      await files.rename(from, to);
    },
    overwrite: async (path, bytes) => {
      try {
        note('overwrite', path);
      } catch (error) {
        await files.overwrite(path, bytes.subarray(0, bytes.length >> 1));
        throw error;
      }
      await files.overwrite(path, bytes);
    },
    read: async (path, limit) => {
      if (dirname(path) === place.world.folders.documents) hinder?.('read');
      return files.read(path, limit);
    },
  };
}

beforeEach(async () => {
  [hinder, calls] = [undefined, []];
  place = await makePlace();
  services = await createServicesOn(hindered(), place.world, async () => 'cancelled');
  opened = await ask(services, 'draft.create', { template: 'small' });
  const { documents } = place.world.folders;
  target = join(documents, 'a.dolboor');
  const to = { to: 'listed', folder: documents, name: 'a', overwrite: false } as const;
  await ask(services, 'draft.save', { handle: opened.handle, draft: opened.draft, sequence: 0, target: to });
  const edits = someEdits(opened.draft, 3, random(4));
  const numbered = edits.map((edit, i) => ({ sequence: i + 1, edit }));
  await ask(services, 'draft.append', { handle: opened.handle, edits: numbered });
  draft = afterEdits(opened.draft, edits);
});

afterEach(async () => {
  await services.dispose();
  await place.remove();
});

const saving = (inPlace?: true) =>
  ({
    handle: opened.handle,
    draft,
    sequence: 3,
    target: { to: 'same' as const, ...(inPlace && { inPlace }) },
  }) as const;

const inFile = async () => {
  const read = await readDraftFile(target);
  return read.ok ? read.value.file.draft : read.error.code;
};

describe('a file that another program holds', () => {
  test.each(['EPERM', 'EBUSY', 'EACCES'])(
    'is waited for, which the page is told, and then replaced (%s)',
    async (code) => {
      let left = 4;
      hinder = (call) => {
        if (call !== 'rename' || left === 0) return;
        left -= 1;
        refuse(code);
      };
      await ask(services, 'draft.save', saving());
      const waits = place.events.filter((event) => (event as { name?: string }).name === 'save.waiting');
      expect(waits).toEqual(
        Array.from({ length: 4 }, () => ({ name: 'save.waiting', event: { handle: opened.handle } })),
      );
      expect(await inFile()).toEqual(draft);
    },
  );

  test('and is not given back is named as busy; the old file stays whole, and nothing is left beside it', async () => {
    hinder = (call) => (call === 'rename' ? refuse('EPERM') : undefined);
    expect(await refusal(services, 'draft.save', saving())).toBe('busy');
    expect(await inFile()).toEqual(opened.draft);
    expect(await readdir(dirname(target))).toEqual(['a.dolboor']);
    hinder = undefined;
    await ask(services, 'draft.save', saving());
    expect(await inFile()).toEqual(draft);
  });
});

describe('writing over a file where it lies', () => {
  test('is what a person can ask for in a folder that takes no new file', async () => {
    hinder = (call) => (call === 'create' ? refuse('EACCES') : undefined);
    expect(await refusal(services, 'draft.save', saving())).toBe('not-writable');
    await ask(services, 'draft.save', saving(true));
    expect(await inFile()).toEqual(draft);
    expect(await ask(services, 'outside.look', { handle: opened.handle })).toMatchObject({ state: 'same' });
    await ask(services, 'draft.close', { handle: opened.handle, discard: false });
    expect(await ask(services, 'recovery.list', {})).toEqual([]);
  });

  test('begins when the same state is on the disk elsewhere, base copy and journal, and is read back', async () => {
    calls = [];
    hinder = (call) => {
      if (call === 'read') calls.push('read');
    };
    await ask(services, 'draft.save', saving(true));
    const over = calls.findIndex((call) => call.startsWith('overwrite'));
    const before = calls.slice(0, over);
    expect(before.some((call) => /^sync .*\.(base|tmp)$/.test(call))).toBe(true);
    expect(before.some((call) => /^sync .*\.qj$/.test(call))).toBe(true);
    expect(calls.slice(over).some((call) => call.startsWith('read'))).toBe(true);
  });

  test('does not begin when that state cannot be made safe elsewhere', async () => {
    const full: FileSystem = hindered();
    await services.dispose();
    let isFull = false;
    const create: FileSystem['create'] = async (path, access) => {
      if (isFull && path.includes('recovery')) refuse('ENOSPC');
      return full.create(path, access);
    };
    services = await createServicesOn({ ...full, create }, place.world, async () => 'cancelled');
    const [lost] = await ask(services, 'recovery.list', {});
    opened = await ask(services, 'draft.open', { from: 'recovery', id: lost?.id ?? '' });
    isFull = true;
    const old = await readFile(target);
    expect(await refusal(services, 'draft.save', saving(true))).toBe('no-space');
    isFull = false;
    expect((await readFile(target)).equals(old)).toBe(true);
  });

  test('never goes over what somebody else put there', async () => {
    await writeFile(target, 'алардыкы');
    expect(await refusal(services, 'draft.save', saving(true))).toBe('changed-outside');
    expect(await readFile(target, 'utf8')).toBe('алардыкы');
  });

  test.each([
    ['ENOSPC', 'no-space'],
    ['EIO', 'not-writable'],
    ['ENOTCONN', 'not-found'],
    ['EBUSY', 'busy'],
  ])('and stopping halfway (%s) is named, can be tried again, and loses nothing', async (code, name) => {
    hinder = (call) => (call === 'overwrite' ? refuse(code) : undefined);
    expect(await refusal(services, 'draft.save', saving(true))).toBe(name);
    const half = await readDraftFile(target);
    expect(!half.ok || half.value.notices.length > 0).toBe(true);
    // The machine stops here: the next start offers the draft as it was.
    await services.releasePage();
    const next = await createServices(place.world);
    const [lost] = await ask(next, 'recovery.list', {});
    const recovered = await ask(next, 'draft.open', { from: 'recovery', id: lost?.id ?? '' });
    expect(recovered.draft).toEqual(draft);
    await next.dispose();
  });

  test('and stopping halfway is our own doing: the next attempt goes over the half', async () => {
    hinder = (call) => (call === 'overwrite' ? refuse('EIO') : undefined);
    expect(await refusal(services, 'draft.save', saving(true))).toBe('not-writable');
    hinder = undefined;
    await ask(services, 'draft.save', saving(true));
    expect(await inFile()).toEqual(draft);
  });
});

describe.skipIf(process.platform !== 'linux')('for real', () => {
  /** What root runs a program by as somebody else. */
  const lowering = 'setpriv';
  const mounted: string[] = [];
  afterEach(() => {
    for (const folder of mounted.splice(0)) spawnSync('umount', [folder], { stdio: 'ignore' });
  });

  test('a full volume is named, and the old file stays whole', async (context) => {
    const folder = join(place.world.folders.documents, 'толук');
    await mkdir(folder);
    const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=32k', 'tmpfs', folder]).status === 0;
    context.skip(!isMounted, 'needs somebody who may mount');
    mounted.push(folder);
    const to = { to: 'listed', folder, name: 'b', overwrite: false } as const;
    await ask(services, 'draft.save', { ...saving(), target: to });
    const old = await readFile(join(folder, 'b.dolboor'));
    await writeFile(join(folder, 'fill'), Buffer.alloc(64 * 1024)).catch(() => undefined);
    expect(await refusal(services, 'draft.save', saving())).toBe('no-space');
    expect((await readFile(join(folder, 'b.dolboor'))).equals(old)).toBe(true);
    expect([...(await readdir(folder))].sort()).toEqual(['b.dolboor', 'fill']);
  });

  test('a folder that this person may not write into, and a file in it that he may', async (context) => {
    const asNobody = process.getuid?.() === 0 ? [lowering, '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
    const canBe = asNobody.length === 0 || spawnSync(lowering, ['--version']).status === 0;
    context.skip(!canBe, 'needs setpriv where root runs the tests');
    const folder = join(place.root, 'shared');
    await mkdir(folder);
    await writeFile(join(folder, 'a.dolboor'), 'old');
    await chmod(place.root, 0o755);
    await chmod(folder, 0o555);
    await chmod(join(folder, 'a.dolboor'), 0o666);
    const script = `
      import { writeAtomically, writeInPlace } from ${JSON.stringify(join(import.meta.dirname, '../../../electron/files/atomic-write.ts'))};
      import { nodeFileSystem } from ${JSON.stringify(join(import.meta.dirname, '../../../electron/files/file-system.ts'))};
      const files = { ...nodeFileSystem, pause: async () => undefined };
      const task = { path: ${JSON.stringify(join(folder, 'a.dolboor'))}, bytes: Buffer.from('new'), expected: 'anything', temporary: 'x.tmp' };
      const beside = await writeAtomically(files, task);
      const over = await writeInPlace(files, task);
      console.log(JSON.stringify([beside.ok || beside.error.code, over.ok]));`;
    const [command = process.execPath, ...rest] = [...asNobody, process.execPath, '--input-type=module', '-e', script];
    const said = spawnSync(command, rest, { encoding: 'utf8' });
    context.skip(said.stderr.includes('EACCES') && said.stdout === '', 'the tests lie where nobody may read them');
    expect(JSON.parse(said.stdout)).toEqual(['not-writable', true]);
    expect(await readFile(join(folder, 'a.dolboor'), 'utf8')).toBe('new');
  });
});
