import { chmod, lstat, mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createServices } from '../../../electron/services/services.ts';
import { serve } from '../../support/served.ts';

const at = serve();

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
    const { data } = at.place.world.folders;
    await at.services.dispose();
    await mkdir(data, { recursive: true });
    await chmod(data, 0o755);
    at.services = await createServices(at.place.world);
    const opened = await at.create();
    await at.type(opened, 3);
    await at.ask('settings.write', { zoom: 120 });
    await at.ask('history.list', { handle: opened.handle });
    expect((await stat(data)).mode & 0o777).toBe(0o700);
    const found = await modes(data);
    expect(found.length).toBeGreaterThan(6);
    expect(found.filter((mode) => mode !== 0)).toEqual([]);
  });

  test('to a draft stays as it was when the draft is saved', async () => {
    const { handle, draft } = await at.create();
    await at.ask('draft.save', { handle, draft, sequence: 0, target: at.here('a') });
    const path = join(at.documents, 'a.dolboor');
    for (const mode of [0o664, 0o600]) {
      await chmod(path, mode);
      await at.ask('draft.save', { handle, draft, sequence: 0, target: { to: 'same' } });
      expect((await stat(path)).mode & 0o777).toBe(mode);
    }
  });

  test('through a link reads and writes the file that it leads to, and leaves the link', async () => {
    const { handle, draft } = await at.create();
    await at.ask('draft.save', { handle, draft, sequence: 0, target: at.here('a') });
    await at.ask('draft.close', { handle, discard: false });
    const link = join(at.place.root, 'link.dolboor');
    await symlink(join(at.documents, 'a.dolboor'), link);
    const opened = await at.ask('draft.open', { from: 'request', id: at.services.offerFile(link).id });
    const words = await at.type(opened, 2);
    await at.ask('draft.save', { handle: opened.handle, draft: words, sequence: 2, target: { to: 'same' } });
    await at.ask('draft.close', { handle: opened.handle, discard: false });
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect((await at.ask('draft.open', at.listed('a.dolboor'))).draft).toEqual(words);
  });
});

describe('browsing', () => {
  test('shows folders and drafts and nothing else', async () => {
    await mkdir(join(at.documents, 'inner'));
    await writeFile(join(at.documents, 'a.dolboor'), 'x');
    await writeFile(join(at.documents, 'b.docx'), 'x');
    await writeFile(join(at.documents, '.hidden.dolboor'), 'x');
    await symlink('/etc', join(at.documents, 'out'));
    await symlink('/etc/hostname', join(at.documents, 'out.dolboor'));
    const listing = await at.ask('files.browse', {});
    expect(listing.folders).toEqual(['inner']);
    expect(listing.files).toMatchObject([{ name: 'a.dolboor', size: 1 }]);
    expect(listing.parent).toBeUndefined();
    const inner = await at.ask('files.browse', { folder: join(at.documents, 'inner') });
    expect(inner.parent).toBe(listing.folder);
  });

  test.skipIf(process.platform === 'win32')('goes into a folder with a colon in its name', async () => {
    await mkdir(join(at.documents, '12:00'));
    expect((await at.ask('files.browse', {})).folders).toEqual(['12:00']);
    const { parent } = await at.ask('files.browse', { folder: join(at.documents, '12:00') });
    expect(parent).toBeDefined();
  });

  test('leaves the at.documents folder by no way', async () => {
    await symlink('/etc', join(at.documents, 'out'));
    await writeFile(join(at.place.root, 'secret.dolboor'), 'x');
    await symlink(join(at.place.root, 'secret.dolboor'), join(at.documents, 'link.dolboor'));
    for (const folder of [
      '/',
      at.place.root,
      join(at.documents, '..'),
      join(at.documents, 'out'),
      `${at.documents}-x`,
      'etc',
    ]) {
      expect(await at.refusal('files.browse', { folder })).toBe('not-found');
    }
    expect(await at.refusal('draft.open', at.listed('link.dolboor'))).toBe('not-readable');
    expect(await at.refusal('draft.open', at.listed('../secret.dolboor'))).toBe('bad-name');
    const outside = { from: 'listed', folder: at.place.root, name: 'secret.dolboor' };
    expect(await at.refusal('draft.open', outside)).toBe('not-found');
  });
});
