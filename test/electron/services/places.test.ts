import { chmod, lstat, mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedDraft } from '../../../core/bridge/drafts.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { createServices } from '../../../electron/services/services.ts';
import type { Services } from '../../../electron/services/world.ts';
import { random } from '../../support/builder.ts';
import { afterEdits, someEdits } from '../../support/kill/some-edits.ts';
import { ask, makePlace, refusal, type TestPlace } from '../../support/kill/test-world.ts';

let place: TestPlace;
let services: Services;
let documents: string;

beforeEach(async () => {
  place = await makePlace();
  documents = place.world.folders.documents;
  services = await createServices(place.world);
});

afterEach(async () => {
  await services.dispose();
  await place.remove();
});

const here = (name: string, overwrite = false) => ({ to: 'listed', folder: documents, name, overwrite }) as const;
const listed = (name: string) => ({ from: 'listed', folder: documents, name }) as const;

/** Appends edits in bundles of three, as a page does. */
async function type(opened: OpenedDraft, count: number, seed = 5): Promise<Draft> {
  const edits = someEdits(opened.draft, count, random(seed));
  for (let at = 0; at < edits.length; at += 3) {
    const bundle = edits.slice(at, at + 3).map((edit, i) => ({ sequence: opened.sequence + at + i + 1, edit }));
    const { acknowledged } = await ask(services, 'draft.append', { handle: opened.handle, edits: bundle });
    expect(acknowledged).toBe(bundle.at(-1)?.sequence);
  }
  return afterEdits(opened.draft, edits);
}

async function create(): Promise<OpenedDraft> {
  return ask(services, 'draft.create', { template: 'small' });
}

describe.skipIf(process.platform === 'win32')('access', () => {
  async function modes(folder: string): Promise<readonly number[]> {
    const found: number[] = [];
    for (const name of await readdir(folder, { recursive: true })) {
      const status = await stat(join(folder, name)).catch(() => undefined);
      if (status) found.push(status.mode & 0o077);
    }
    return found;
  }

  test("to what the application keeps is the person's alone, in a folder of an earlier version too", async () => {
    const { data } = place.world.folders;
    await services.dispose();
    await mkdir(data, { recursive: true });
    await chmod(data, 0o755);
    services = await createServices(place.world);
    const opened = await create();
    await type(opened, 3);
    await ask(services, 'settings.write', { zoom: 120 });
    await ask(services, 'history.list', { handle: opened.handle });
    expect((await stat(data)).mode & 0o777).toBe(0o700);
    const found = await modes(data);
    expect(found.length).toBeGreaterThan(6);
    expect(found.filter((mode) => mode !== 0)).toEqual([]);
  });

  test('to a draft stays as it was when the draft is saved', async () => {
    const { handle, draft } = await create();
    await ask(services, 'draft.save', { handle, draft, sequence: 0, target: here('a') });
    const path = join(documents, 'a.dolboor');
    for (const mode of [0o664, 0o600]) {
      await chmod(path, mode);
      await ask(services, 'draft.save', { handle, draft, sequence: 0, target: { to: 'same' } });
      expect((await stat(path)).mode & 0o777).toBe(mode);
    }
  });

  test('through a link reads and writes the file that it leads to, and leaves the link', async () => {
    const { handle, draft } = await create();
    await ask(services, 'draft.save', { handle, draft, sequence: 0, target: here('a') });
    await ask(services, 'draft.close', { handle, discard: false });
    const link = join(place.root, 'link.dolboor');
    await symlink(join(documents, 'a.dolboor'), link);
    const opened = await ask(services, 'draft.open', { from: 'request', id: services.offerFile(link).id });
    const words = await type(opened, 2);
    await ask(services, 'draft.save', { handle: opened.handle, draft: words, sequence: 2, target: { to: 'same' } });
    await ask(services, 'draft.close', { handle: opened.handle, discard: false });
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect((await ask(services, 'draft.open', listed('a.dolboor'))).draft).toEqual(words);
  });
});

describe('browsing', () => {
  test('shows folders and drafts and nothing else', async () => {
    await mkdir(join(documents, 'inner'));
    await writeFile(join(documents, 'a.dolboor'), 'x');
    await writeFile(join(documents, 'b.docx'), 'x');
    await writeFile(join(documents, '.hidden.dolboor'), 'x');
    await symlink('/etc', join(documents, 'out'));
    await symlink('/etc/hostname', join(documents, 'out.dolboor'));
    const listing = await ask(services, 'files.browse', {});
    expect(listing.folders).toEqual(['inner']);
    expect(listing.files).toMatchObject([{ name: 'a.dolboor', size: 1 }]);
    expect(listing.parent).toBeUndefined();
    const inner = await ask(services, 'files.browse', { folder: join(documents, 'inner') });
    expect(inner.parent).toBe(listing.folder);
  });

  test.skipIf(process.platform === 'win32')('goes into a folder with a colon in its name', async () => {
    await mkdir(join(documents, '12:00'));
    expect((await ask(services, 'files.browse', {})).folders).toEqual(['12:00']);
    const { parent } = await ask(services, 'files.browse', { folder: join(documents, '12:00') });
    expect(parent).toBeDefined();
  });

  test('leaves the documents folder by no way', async () => {
    await symlink('/etc', join(documents, 'out'));
    await writeFile(join(place.root, 'secret.dolboor'), 'x');
    await symlink(join(place.root, 'secret.dolboor'), join(documents, 'link.dolboor'));
    for (const folder of ['/', place.root, join(documents, '..'), join(documents, 'out'), `${documents}-x`, 'etc']) {
      expect(await refusal(services, 'files.browse', { folder })).toBe('not-found');
    }
    expect(await refusal(services, 'draft.open', listed('link.dolboor'))).toBe('not-readable');
    expect(await refusal(services, 'draft.open', listed('../secret.dolboor'))).toBe('bad-name');
    const outside = { from: 'listed', folder: place.root, name: 'secret.dolboor' };
    expect(await refusal(services, 'draft.open', outside)).toBe('not-found');
  });
});
