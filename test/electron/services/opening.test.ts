import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type FileSystem, nodeFileSystem } from '../../../electron/files/file-system.ts';
import { createServices, createServicesOn } from '../../../electron/services/services.ts';
import { ask, refusal } from '../../support/kill/test-world.ts';
import { serve } from '../../support/served.ts';

const at = serve();

/** The package with one part changed or added, and a manifest that knows it. */
function withPart(bytes: Uint8Array, path: string, change: (text: string) => string): Buffer {
  const parts = unzipSync(bytes);
  const part = new TextEncoder().encode(change(new TextDecoder().decode(parts[path] ?? new Uint8Array())));
  const manifest = JSON.parse(new TextDecoder().decode(parts['manifest.json'])) as { parts: { path: string }[] };
  const others = manifest.parts.filter((entry) => entry.path !== path);
  const entry = { path, size: part.length, sha256: createHash('sha256').update(part).digest('hex') };
  const json = JSON.stringify({ ...manifest, parts: [...others, entry] });
  return Buffer.from(
    zipSync({ ...parts, [path]: part, 'manifest.json': new TextEncoder().encode(json) }, { level: 0 }),
  );
}

describe('opening', () => {
  test.each([
    ['a kind', 'body/units.ndjson', '"kind":"title"', '"kind":"annex-of-tomorrow"'],
    ['formatting', 'body/units.ndjson', '"text":', '"glow":true,"text":'],
    ['a comment', 'review/comments.json', '[]', '[{"id":"c1"}]'],
    ['a part', 'body/layout.json', '', '{}'],
  ])('what has %s that is not known never leads to writing over it', async (_, path, from, to) => {
    const { handle, draft } = await at.create();
    await at.ask('draft.save', { handle, draft, sequence: 0, target: at.here('a') });
    await at.ask('draft.close', { handle, discard: false });
    const changed = withPart(await readFile(join(at.documents, 'a.dolboor')), path, (text) => text.replace(from, to));
    await writeFile(join(at.documents, 'a.dolboor'), changed);
    const opened = await at.ask('draft.open', at.listed('a.dolboor'));
    expect(opened).toMatchObject({ state: 'recovered', name: '' });
    expect(opened.notices.map(({ code }) => code)).toContain('file.detached');
    const same = { handle: opened.handle, draft: opened.draft, sequence: 0, target: { to: 'same' } };
    expect(await at.refusal('draft.save', same)).toBe('bad-request');
    expect(await readFile(join(at.documents, 'a.dolboor'))).toEqual(changed);
  });

  test('a draft with parts of a folder that is not known carries them through a save', async () => {
    const { handle, draft } = await at.create();
    await at.ask('draft.save', { handle, draft, sequence: 0, target: at.here('a') });
    await at.ask('draft.close', { handle, discard: false });
    const changed = withPart(await readFile(join(at.documents, 'a.dolboor')), 'tomorrow/x.bin', () => '\u0001\u0002');
    await writeFile(join(at.documents, 'a.dolboor'), changed);
    const opened = await at.ask('draft.open', at.listed('a.dolboor'));
    expect(opened).toMatchObject({ state: 'saved', notices: [] });
    const words = await at.type(opened, 2);
    await at.ask('draft.save', { handle: opened.handle, draft: words, sequence: 2, target: { to: 'same' } });
    const parts = unzipSync(await readFile(join(at.documents, 'a.dolboor')));
    expect([...(parts['tomorrow/x.bin'] ?? [])]).toEqual([1, 2]);
  });

  test('what is no draft, cut, newer or gone says which', async () => {
    const opened = await at.create();
    const { handle, draft } = opened;
    await at.ask('draft.save', { handle, draft, sequence: 0, target: at.here('a') });
    await at.ask('draft.close', { handle, discard: false });
    const whole = await readFile(join(at.documents, 'a.dolboor'));
    await writeFile(join(at.documents, 'cut.dolboor'), whole.subarray(0, 300));
    await writeFile(join(at.documents, 'empty.dolboor'), '');
    await writeFile(join(at.documents, 'foreign.dolboor'), 'PK\x05\x06');
    await mkdir(join(at.documents, 'folder.dolboor'));
    expect(await at.refusal('draft.open', at.listed('cut.dolboor'))).toBe('damaged');
    expect(await at.refusal('draft.open', at.listed('foreign.dolboor'))).toBe('not-a-draft');
    expect(await at.refusal('draft.open', at.listed('none.dolboor'))).toBe('not-found');
    expect(await at.refusal('draft.open', at.listed('folder.dolboor'))).toBe('not-readable');
    expect(await readFile(join(at.documents, 'cut.dolboor'))).toEqual(whole.subarray(0, 300));
    expect(await at.refusal('draft.open', at.listed('empty.dolboor'))).toBe('empty');
  });

  test('a draft that is open already is refused, also by another process', async () => {
    const { handle, draft } = await at.create();
    await at.ask('draft.save', { handle, draft, sequence: 0, target: at.here('a') });
    expect(await at.refusal('draft.open', at.listed('a.dolboor'))).toBe('in-use');
    const second = await createServices(at.place.world);
    expect(await refusal(second, 'draft.open', at.listed('a.dolboor'))).toBe('in-use');
    expect(await refusal(second, 'draft.append', { handle, edits: [] })).toBe('unknown-handle');
    await at.ask('draft.close', { handle, discard: false });
    expect(await refusal(second, 'draft.open', at.listed('a.dolboor'))).toBe('none');
    await second.dispose();
  });

  test('what the system offered works by its id and by nothing else', async () => {
    const { handle, draft } = await at.create();
    await at.ask('draft.save', { handle, draft, sequence: 0, target: at.here('a') });
    await at.ask('draft.close', { handle, discard: false });
    const offered = at.services.offerFile(join(at.documents, 'a.dolboor'));
    expect(offered.name).toBe('a.dolboor');
    expect(await at.refusal('draft.open', { from: 'request', id: 'x' })).toBe('not-found');
    expect((await at.ask('draft.open', { from: 'request', id: offered.id })).draft).toEqual(draft);
  });

  test('a recent draft works as long as it is there', async () => {
    const { handle, draft } = await at.create();
    await at.ask('draft.save', { handle, draft, sequence: 0, target: at.here('a') });
    await at.ask('draft.close', { handle, discard: false });
    const [recent] = await at.ask('recents.list', {});
    expect(recent).toMatchObject({ name: 'a.dolboor', present: true, title: { en: 'On the law' } });
    const id = recent?.id ?? '';
    const { handle: again } = await at.ask('draft.open', { from: 'recent', id });
    await at.ask('draft.close', { handle: again, discard: false });
    await rm(join(at.documents, 'a.dolboor'));
    expect(await at.ask('recents.list', {})).toMatchObject([{ present: false }]);
    expect(await at.refusal('draft.open', { from: 'recent', id })).toBe('not-found');
    await at.ask('recents.forget', { id });
    expect(await at.ask('recents.list', {})).toEqual([]);
  });

  test('several drafts at once puts each into the list of recent ones', async () => {
    const opened = await Promise.all([at.create(), at.create(), at.create()]);
    const saves = opened.map(({ handle, draft }, i) =>
      at.ask('draft.save', { handle, draft, sequence: 0, target: at.here(`d${i}`) }),
    );
    await Promise.all(saves);
    expect(await at.ask('recents.list', {})).toHaveLength(3);
  });

  test('does not wait for the tidying of old sessions, and recovering does', async () => {
    const opened = await at.create();
    const draft = await at.type(opened, 3);
    await at.ask('draft.close', { handle: opened.handle, discard: false });
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let isFirst = true;
    const files: FileSystem = {
      ...nodeFileSystem,
      read: async (path, limit) => {
        const mustWait = isFirst && path.endsWith('owner.json');
        if (mustWait) isFirst = false;
        if (mustWait) await held;
        return nodeFileSystem.read(path, limit);
      },
    };
    const late = await createServicesOn(files, at.place.world, async () => 'cancelled');
    const [found] = await ask(late, 'recovery.list', {});
    await ask(late, 'draft.create', { template: 'small' });
    const recovering = ask(late, 'draft.open', { from: 'recovery', id: found?.id ?? '' });
    letGo();
    expect((await recovering).draft).toEqual(draft);
    await late.dispose();
  });

  test('by a dialog is not for a shell that has none', async () => {
    expect(await at.refusal('draft.open', { from: 'dialog' })).toBe('bad-request');
  });
});
