import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedDraft } from '../../../core/bridge/drafts.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { type FileSystem, nodeFileSystem } from '../../../electron/files/file-system.ts';
import { createServices, createServicesOn } from '../../../electron/services/services.ts';
import type { Services } from '../../../electron/services/world.ts';
import { aDraft, random } from '../../support/builder.ts';
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

async function create(): Promise<OpenedDraft> {
  return ask(services, 'draft.create', { template: 'small' });
}

/** Ends the services without closing anything, as a crash does, and starts others on the same folders. */
async function crash(): Promise<void> {
  const copy = `${place.world.folders.data}-after`;
  // What is only just being written would be half a file after a crash too, and is none of these tests' business.
  await cp(place.world.folders.data, copy, { recursive: true, filter: (path) => !path.endsWith('.tmp') });
  await services.dispose();
  await rm(place.world.folders.data, { recursive: true });
  await rename(copy, place.world.folders.data);
  services = await createServices(place.world);
}

describe('a draft', () => {
  test('is made from a template, saved, closed and opened again', async () => {
    const opened = await create();
    expect(opened).toMatchObject({ name: '', sequence: 0, state: 'new', notices: [] });
    const draft = await type(opened, 10);
    const saved = await ask(services, 'draft.save', {
      handle: opened.handle,
      draft,
      sequence: 10,
      target: here('Долбоор'),
    });
    expect(saved).toMatchObject({ name: 'Долбоор.dolboor', folder: documents });
    await ask(services, 'draft.close', { handle: opened.handle, discard: false });
    const again = await ask(services, 'draft.open', listed('Долбоор.dolboor'));
    expect(again).toMatchObject({ draft, name: 'Долбоор.dolboor', sequence: 10, state: 'saved', notices: [] });
    expect(await ask(services, 'recovery.list', {})).toEqual([]);
  });

  test('saves twice to the same bytes', async () => {
    const opened = await create();
    const draft = await type(opened, 4);
    const task = { handle: opened.handle, draft, sequence: 4 };
    await ask(services, 'draft.save', { ...task, target: here('a') });
    const first = await readFile(join(documents, 'a.dolboor'));
    await ask(services, 'draft.save', { ...task, target: { to: 'same' } });
    await ask(services, 'draft.save', { ...task, target: here('b') });
    expect(await readFile(join(documents, 'a.dolboor'))).toEqual(first);
    expect(await readFile(join(documents, 'b.dolboor'))).toEqual(first);
    expect((await readdir(documents)).sort()).toEqual(['a.dolboor', 'b.dolboor']);
  });

  test('goes on after a save, and the next save holds the edits that came in between', async () => {
    const opened = await create();
    const edits = someEdits(opened.draft, 12, random(9));
    const numbered = edits.map((edit, i) => ({ sequence: i + 1, edit }));
    await ask(services, 'draft.append', { handle: opened.handle, edits: numbered.slice(0, 9) });
    // The page froze its text after five edits and typed on while that was being written.
    const early = afterEdits(opened.draft, edits.slice(0, 5));
    await ask(services, 'draft.save', { handle: opened.handle, draft: early, sequence: 5, target: here('a') });
    await ask(services, 'draft.append', { handle: opened.handle, edits: numbered.slice(9) });
    await crash();
    const [found] = await ask(services, 'recovery.list', {});
    expect(found).toMatchObject({ name: 'a.dolboor', edits: 7 });
    const recovered = await ask(services, 'draft.open', { from: 'recovery', id: found?.id ?? '' });
    expect(recovered.draft).toEqual(afterEdits(opened.draft, edits));
    expect(recovered).toMatchObject({ sequence: 12, state: 'recovered', name: 'a.dolboor' });
    expect(recovered.notices).toMatchObject([{ code: 'file.recovered-edits', params: { count: 7 } }]);
  });

  test('that was never saved comes back after a crash, and stays recoverable until it is', async () => {
    const draft = await type(await create(), 8);
    await crash();
    const [found] = await ask(services, 'recovery.list', {});
    expect(found).toMatchObject({ name: '', edits: 8 });
    const recovered = await ask(services, 'draft.open', { from: 'recovery', id: found?.id ?? '' });
    expect(recovered.draft).toEqual(draft);
    await crash();
    const [again] = await ask(services, 'recovery.list', {});
    const twice = await ask(services, 'draft.open', { from: 'recovery', id: again?.id ?? '' });
    expect(twice.draft).toEqual(draft);
    await ask(services, 'draft.save', { handle: twice.handle, draft, sequence: 8, target: here('a') });
    await ask(services, 'draft.close', { handle: twice.handle, discard: false });
    expect(await ask(services, 'recovery.list', {})).toEqual([]);
  });

  test('closed with edits that are in no file is offered again, unless the person wants nothing of them', async () => {
    const first = await create();
    const kept = await type(first, 3);
    await ask(services, 'draft.close', { handle: first.handle, discard: false });
    expect(await ask(services, 'recovery.list', {})).toHaveLength(1);
    const second = await create();
    await type(second, 3);
    await ask(services, 'draft.close', { handle: second.handle, discard: true });
    const [only, ...none] = await ask(services, 'recovery.list', {});
    expect(none).toEqual([]);
    expect(only?.edits).toBe(3);
    expect((await ask(services, 'draft.open', { from: 'recovery', id: only?.id ?? '' })).draft).toEqual(kept);
  });

  test('opens as its file has it, and offers the edits of a crash beside it', async () => {
    const opened = await create();
    const saved = await type(opened, 3);
    await ask(services, 'draft.save', { handle: opened.handle, draft: saved, sequence: 3, target: here('a') });
    await type({ ...opened, draft: saved, sequence: 3 }, 4, 21);
    await crash();
    const again = await ask(services, 'draft.open', listed('a.dolboor'));
    expect(again.draft).toEqual(saved);
    expect(again.state).toBe('saved');
    expect(again.notices).toMatchObject([{ code: 'file.recovery-available', params: { count: 4 } }]);
  });

  test('discarded from the recovery is not offered again', async () => {
    await type(await create(), 3);
    await crash();
    const [found] = await ask(services, 'recovery.list', {});
    await ask(services, 'recovery.discard', { id: found?.id ?? '' });
    expect(await ask(services, 'recovery.list', {})).toEqual([]);
    expect(await refusal(services, 'draft.open', { from: 'recovery', id: found?.id })).toBe('not-found');
  });

  test('nobody typed into leaves nothing behind', async () => {
    const opened = await create();
    await ask(services, 'draft.close', { handle: opened.handle, discard: false });
    await crash();
    expect(await ask(services, 'recovery.list', {})).toEqual([]);
  });
});

test.skipIf(process.platform === 'win32')('a file that was moved after an orderly save is no lost work', async () => {
  const opened = await create();
  const draft = await type(opened, 4);
  await ask(services, 'draft.save', { handle: opened.handle, draft, sequence: 4, target: here('a') });
  await ask(services, 'draft.close', { handle: opened.handle, discard: false });
  await mkdir(join(documents, 'archive'));
  await rename(join(documents, 'a.dolboor'), join(documents, 'archive', 'b.dolboor'));
  await crash();
  expect(await ask(services, 'recovery.list', {})).toEqual([]);
  // Nothing is thrown away for it: the session's copies are still there.
  const kept = await readdir(join(place.world.folders.data, 'recovery'), { recursive: true });
  expect(kept.some((name) => name.endsWith('.base'))).toBe(true);
  // A folder that is gone, as a stick is that was pulled out, says nothing of where the file is.
  await rename(documents, `${documents}-elsewhere`);
  expect(await ask(services, 'recovery.list', {})).toHaveLength(1);
});

describe('a page that has gone', () => {
  test('gives its drafts back: the next one opens what was saved and recovers what was not', async () => {
    const opened = await create();
    const draft = await type(opened, 3);
    await ask(services, 'draft.save', { handle: opened.handle, draft, sequence: 3, target: here('a') });
    const unsaved = await create();
    const words = await type(unsaved, 5, 8);
    const going = services.releasePage();
    // Asked before the drafts are free: the answer waits for it.
    const [found] = await ask(services, 'recovery.list', {});
    await going;
    expect(found?.edits).toBe(5);
    expect((await ask(services, 'draft.open', { from: 'recovery', id: found?.id ?? '' })).draft).toEqual(words);
    expect((await ask(services, 'draft.open', listed('a.dolboor'))).state).toBe('saved');
    const late = { handle: opened.handle, draft, sequence: 3, target: { to: 'same' } };
    expect(await refusal(services, 'draft.save', late)).toBe('unknown-handle');
  });

  test('takes nothing of another page with it, and what it was opening is released too', async () => {
    const [one, other] = [{}, {}];
    const kept = await services.call('draft.create', { template: 'small' }, other);
    const opening = services.call('draft.create', { template: 'small' }, one);
    await services.releasePage(one);
    expect(await opening).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    if (!kept.ok) throw new Error(kept.error.code);
    await type(kept.value as OpenedDraft, 2);
  });
});

describe('edits', () => {
  test('sent twice are taken once', async () => {
    const opened = await create();
    const edits = someEdits(opened.draft, 4, random(2)).map((edit, i) => ({ sequence: i + 1, edit }));
    await ask(services, 'draft.append', { handle: opened.handle, edits });
    expect(await ask(services, 'draft.append', { handle: opened.handle, edits })).toEqual({ acknowledged: 4 });
    await crash();
    expect(await ask(services, 'recovery.list', {})).toMatchObject([{ edits: 4 }]);
  });

  test('with a gap, or that do not fit, are refused, and saving puts it right', async () => {
    const opened = await create();
    const { handle } = opened;
    const [first, second] = someEdits(opened.draft, 2, random(4));
    const misfit = { operations: [{ type: 'insert_text', path: [88, 0, 0], offset: 0, text: 'a' }] } as const;
    expect(await refusal(services, 'draft.append', { handle, edits: [{ sequence: 2, edit: first }] })).toBe(
      'bad-request',
    );
    expect(await refusal(services, 'draft.append', { handle, edits: [{ sequence: 1, edit: misfit }] })).toBe(
      'bad-request',
    );
    const draft = afterEdits(opened.draft, [first ?? misfit]);
    await ask(services, 'draft.save', { handle, draft, sequence: 1, target: here('a') });
    await ask(services, 'draft.append', { handle, edits: [{ sequence: 2, edit: second ?? misfit }] });
    await crash();
    const [found] = await ask(services, 'recovery.list', {});
    expect(found?.edits).toBe(1);
  });

  test('that come at once share flushes and are all there', async () => {
    const opened = await create();
    const edits = someEdits(opened.draft, 40, random(6));
    const replies = await Promise.all(
      edits.map((edit, i) =>
        ask(services, 'draft.append', { handle: opened.handle, edits: [{ sequence: i + 1, edit }] }),
      ),
    );
    for (const [i, { acknowledged }] of replies.entries()) expect(acknowledged).toBeGreaterThan(i);
    await crash();
    const [found] = await ask(services, 'recovery.list', {});
    const recovered = await ask(services, 'draft.open', { from: 'recovery', id: found?.id ?? '' });
    expect(recovered.draft).toEqual(afterEdits(opened.draft, edits));
  });
});

describe('saving', () => {
  test('twice at once writes twice, for each knows what the one before it wrote', async () => {
    const opened = await savedDraft();
    const draft = await type(opened, 2);
    const task = { handle: opened.handle, target: { to: 'same' } } as const;
    const saves = [
      ask(services, 'draft.save', { ...task, draft: opened.draft, sequence: 0 }),
      ask(services, 'draft.save', { ...task, draft, sequence: 2 }),
      ask(services, 'draft.save', { ...task, draft, sequence: 2 }),
    ];
    await Promise.all(saves);
    await ask(services, 'draft.close', { handle: opened.handle, discard: false });
    expect((await ask(services, 'draft.open', listed('a.dolboor'))).draft).toEqual(draft);
  });

  test('twice at once keeps the order, however long what is read for the first one takes', async () => {
    await services.dispose();
    const held = Promise.withResolvers<void>();
    let isFirst = false;
    const read: FileSystem['read'] = async (path, limit) => {
      const mustWait = isFirst && !path.endsWith('recents.json');
      if (mustWait) isFirst = false;
      if (mustWait) await held.promise;
      return nodeFileSystem.read(path, limit);
    };
    services = await createServicesOn({ ...nodeFileSystem, read }, place.world, async () => 'cancelled');
    const opened = await savedDraft();
    const draft = await type(opened, 2);
    const task = { handle: opened.handle, target: { to: 'same' } } as const;
    isFirst = true;
    const first = ask(services, 'draft.save', { ...task, draft: opened.draft, sequence: 0 });
    let isOver = false;
    const second = ask(services, 'draft.save', { ...task, draft, sequence: 2 }).finally(() => {
      isOver = true;
    });
    // Time enough for one that does not wait.
    for (let i = 0; i < 300 && !isOver; i += 1) await ask(services, 'recents.list', {});
    expect(isFirst).toBe(false);
    held.resolve();
    await Promise.all([first, second]);
    await ask(services, 'draft.close', { handle: opened.handle, discard: false });
    expect((await ask(services, 'draft.open', listed('a.dolboor'))).draft).toEqual(draft);
  });

  async function savedDraft(): Promise<OpenedDraft> {
    const opened = await create();
    const target = here('a');
    await ask(services, 'draft.save', { handle: opened.handle, draft: opened.draft, sequence: 0, target });
    return opened;
  }

  test('never overwrites what somebody else put there', async () => {
    const { handle, draft } = await savedDraft();
    await writeFile(join(documents, 'a.dolboor'), 'theirs');
    const same = { handle, draft, sequence: 0, target: { to: 'same' } };
    expect(await refusal(services, 'draft.save', same)).toBe('changed-outside');
    expect(await readFile(join(documents, 'a.dolboor'), 'utf8')).toBe('theirs');
    expect(await refusal(services, 'draft.save', { ...same, target: here('a') })).toBe('already-exists');
    expect(await refusal(services, 'draft.save', { ...same, target: here('a', true) })).toBe('none');
  });

  test('a draft without a file needs a place', async () => {
    const { handle, draft } = await create();
    const task = { handle, draft, sequence: 0, target: { to: 'same' } };
    expect(await refusal(services, 'draft.save', task)).toBe('bad-request');
  });

  test('another draft under this handle is refused', async () => {
    const { handle } = await create();
    const task = { handle, draft: aDraft('other').unit('title').build(), sequence: 0, target: here('a') };
    expect(await refusal(services, 'draft.save', task)).toBe('bad-request');
  });

  test.each(['../a', 'con.dolboor', 'a/b', 'a\u202egpj', '~$a', 'AUX'])(
    'under the name %j is refused',
    async (name) => {
      const { handle, draft } = await create();
      const task = { handle, draft, sequence: 0, target: here(name) };
      expect(await refusal(services, 'draft.save', task)).toBe('bad-name');
    },
  );

  test('into a folder that has gone says so', async () => {
    const { handle, draft } = await create();
    await mkdir(join(documents, 'x'));
    await rm(join(documents, 'x'), { recursive: true });
    const target = { to: 'listed', folder: join(documents, 'x'), name: 'a', overwrite: false };
    expect(await refusal(services, 'draft.save', { handle, draft, sequence: 0, target })).toBe('not-found');
  });

  test.each([
    ['EROFS', 'not-writable'],
    ['EACCES', 'not-writable'],
    ['ENOSPC', 'no-space'],
    ['EDQUOT', 'no-space'],
  ])('where the system says %s is refused as %s, and the draft goes on', async (code, expected) => {
    const files: FileSystem = {
      ...nodeFileSystem,
      create: async (path) => {
        if (dirname(path) === documents) throw Object.assign(new Error(code), { code });
        return nodeFileSystem.create(path);
      },
    };
    const failing = await createServicesOn(files, place.world, async () => 'cancelled');
    const { handle, draft } = await ask(failing, 'draft.create', { template: 'small' });
    expect(await refusal(failing, 'draft.save', { handle, draft, sequence: 0, target: here('a') })).toBe(expected);
    const [edit] = someEdits(draft, 1, random(1));
    expect(await refusal(failing, 'draft.append', { handle, edits: [{ sequence: 1, edit }] })).toBe('none');
    expect(await readdir(documents)).toEqual([]);
    await failing.dispose();
  });
});

describe('opening', () => {
  test.each([
    ['a kind', 'body/units.ndjson', '"kind":"title"', '"kind":"annex-of-tomorrow"'],
    ['formatting', 'body/units.ndjson', '"text":', '"glow":true,"text":'],
    ['a comment', 'review/comments.json', '[]', '[{"id":"c1"}]'],
    ['a part', 'body/layout.json', '', '{}'],
  ])('what has %s that is not known never leads to writing over it', async (_, path, from, to) => {
    const { handle, draft } = await create();
    await ask(services, 'draft.save', { handle, draft, sequence: 0, target: here('a') });
    await ask(services, 'draft.close', { handle, discard: false });
    const changed = withPart(await readFile(join(documents, 'a.dolboor')), path, (text) => text.replace(from, to));
    await writeFile(join(documents, 'a.dolboor'), changed);
    const opened = await ask(services, 'draft.open', listed('a.dolboor'));
    expect(opened).toMatchObject({ state: 'recovered', name: '' });
    expect(opened.notices.map(({ code }) => code)).toContain('file.detached');
    const same = { handle: opened.handle, draft: opened.draft, sequence: 0, target: { to: 'same' } };
    expect(await refusal(services, 'draft.save', same)).toBe('bad-request');
    expect(await readFile(join(documents, 'a.dolboor'))).toEqual(changed);
  });

  test('a draft with parts of a folder that is not known carries them through a save', async () => {
    const { handle, draft } = await create();
    await ask(services, 'draft.save', { handle, draft, sequence: 0, target: here('a') });
    await ask(services, 'draft.close', { handle, discard: false });
    const changed = withPart(await readFile(join(documents, 'a.dolboor')), 'tomorrow/x.bin', () => '\u0001\u0002');
    await writeFile(join(documents, 'a.dolboor'), changed);
    const opened = await ask(services, 'draft.open', listed('a.dolboor'));
    expect(opened).toMatchObject({ state: 'saved', notices: [] });
    const words = await type(opened, 2);
    await ask(services, 'draft.save', { handle: opened.handle, draft: words, sequence: 2, target: { to: 'same' } });
    const parts = unzipSync(await readFile(join(documents, 'a.dolboor')));
    expect([...(parts['tomorrow/x.bin'] ?? [])]).toEqual([1, 2]);
  });

  test('what is no draft, cut, newer or gone says which', async () => {
    const opened = await create();
    const { handle, draft } = opened;
    await ask(services, 'draft.save', { handle, draft, sequence: 0, target: here('a') });
    await ask(services, 'draft.close', { handle, discard: false });
    const whole = await readFile(join(documents, 'a.dolboor'));
    await writeFile(join(documents, 'cut.dolboor'), whole.subarray(0, 300));
    await writeFile(join(documents, 'empty.dolboor'), '');
    await writeFile(join(documents, 'foreign.dolboor'), 'PK\x05\x06');
    await mkdir(join(documents, 'folder.dolboor'));
    expect(await refusal(services, 'draft.open', listed('cut.dolboor'))).toBe('damaged');
    expect(await refusal(services, 'draft.open', listed('foreign.dolboor'))).toBe('not-a-draft');
    expect(await refusal(services, 'draft.open', listed('none.dolboor'))).toBe('not-found');
    expect(await refusal(services, 'draft.open', listed('folder.dolboor'))).toBe('not-readable');
    expect(await readFile(join(documents, 'cut.dolboor'))).toEqual(whole.subarray(0, 300));
    expect(await refusal(services, 'draft.open', listed('empty.dolboor'))).toBe('empty');
  });

  test('a draft that is open already is refused, also by another process', async () => {
    const { handle, draft } = await create();
    await ask(services, 'draft.save', { handle, draft, sequence: 0, target: here('a') });
    expect(await refusal(services, 'draft.open', listed('a.dolboor'))).toBe('in-use');
    const second = await createServices(place.world);
    expect(await refusal(second, 'draft.open', listed('a.dolboor'))).toBe('in-use');
    expect(await refusal(second, 'draft.append', { handle, edits: [] })).toBe('unknown-handle');
    await ask(services, 'draft.close', { handle, discard: false });
    expect(await refusal(second, 'draft.open', listed('a.dolboor'))).toBe('none');
    await second.dispose();
  });

  test('what the system offered works by its id and by nothing else', async () => {
    const { handle, draft } = await create();
    await ask(services, 'draft.save', { handle, draft, sequence: 0, target: here('a') });
    await ask(services, 'draft.close', { handle, discard: false });
    const offered = services.offerFile(join(documents, 'a.dolboor'));
    expect(offered.name).toBe('a.dolboor');
    expect(await refusal(services, 'draft.open', { from: 'request', id: 'x' })).toBe('not-found');
    expect((await ask(services, 'draft.open', { from: 'request', id: offered.id })).draft).toEqual(draft);
  });

  test('a recent draft works as long as it is there', async () => {
    const { handle, draft } = await create();
    await ask(services, 'draft.save', { handle, draft, sequence: 0, target: here('a') });
    await ask(services, 'draft.close', { handle, discard: false });
    const [recent] = await ask(services, 'recents.list', {});
    expect(recent).toMatchObject({ name: 'a.dolboor', present: true, title: { en: 'On the law' } });
    const id = recent?.id ?? '';
    const { handle: again } = await ask(services, 'draft.open', { from: 'recent', id });
    await ask(services, 'draft.close', { handle: again, discard: false });
    await rm(join(documents, 'a.dolboor'));
    expect(await ask(services, 'recents.list', {})).toMatchObject([{ present: false }]);
    expect(await refusal(services, 'draft.open', { from: 'recent', id })).toBe('not-found');
    await ask(services, 'recents.forget', { id });
    expect(await ask(services, 'recents.list', {})).toEqual([]);
  });

  test('several drafts at once puts each into the list of recent ones', async () => {
    const opened = await Promise.all([create(), create(), create()]);
    const saves = opened.map(({ handle, draft }, i) =>
      ask(services, 'draft.save', { handle, draft, sequence: 0, target: here(`d${i}`) }),
    );
    await Promise.all(saves);
    expect(await ask(services, 'recents.list', {})).toHaveLength(3);
  });

  test('does not wait for the tidying of old sessions, and recovering does', async () => {
    const opened = await create();
    const draft = await type(opened, 3);
    await ask(services, 'draft.close', { handle: opened.handle, discard: false });
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
    const late = await createServicesOn(files, place.world, async () => 'cancelled');
    const [found] = await ask(late, 'recovery.list', {});
    await ask(late, 'draft.create', { template: 'small' });
    const recovering = ask(late, 'draft.open', { from: 'recovery', id: found?.id ?? '' });
    letGo();
    expect((await recovering).draft).toEqual(draft);
    await late.dispose();
  });

  test('by a dialog is not for a shell that has none', async () => {
    expect(await refusal(services, 'draft.open', { from: 'dialog' })).toBe('bad-request');
  });
});
