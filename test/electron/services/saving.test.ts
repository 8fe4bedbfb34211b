import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageLimits } from '../../../core/base/limits.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { type FileSystem, nodeFileSystem } from '../../../electron/files/file-system.ts';
import { createServicesOn } from '../../../electron/services/services.ts';
import { aDraft, random } from '../../support/builder.ts';
import { someEdits } from '../../support/kill/some-edits.ts';
import { ask, refusal } from '../../support/kill/test-world.ts';
import { serve } from '../../support/served.ts';

const at = serve();

const firstRun = (draft: Draft) => draft.units[0]?.children[0].children[0];

function runOf(draft: Draft): string {
  const run = firstRun(draft);
  return run && 'text' in run ? run.text : '';
}

/** The draft with another text in its first run. */
function withRun(draft: Draft, text: string): Draft {
  const replaced = (units: unknown): unknown =>
    JSON.parse(JSON.stringify(units), (key, value) => (key === 'text' && value === runOf(draft) ? text : value));
  const [first, ...rest] = draft.units;
  const [ky, ...others] = first?.children ?? [];
  return { ...draft, units: [{ ...first, children: [replaced(ky), ...others] }, ...rest] } as Draft;
}

describe('saving', () => {
  test('twice at once writes twice, for each knows what the one before it wrote', async () => {
    const opened = await at.saved();
    const draft = await at.type(opened, 2);
    const task = { handle: opened.handle, target: { to: 'same' } } as const;
    const saves = [
      at.ask('draft.save', { ...task, draft: opened.draft, sequence: 0 }),
      at.ask('draft.save', { ...task, draft, sequence: 2 }),
      at.ask('draft.save', { ...task, draft, sequence: 2 }),
    ];
    await Promise.all(saves);
    await at.ask('draft.close', { handle: opened.handle, discard: false });
    expect((await at.ask('draft.open', at.listed('a.dolboor'))).draft).toEqual(draft);
  });

  test('twice at once keeps the order, however long what is read for the first one takes', async () => {
    await at.services.dispose();
    const held = Promise.withResolvers<void>();
    let isFirst = false;
    const read: FileSystem['read'] = async (path, limit) => {
      const mustWait = isFirst && !path.endsWith('recents.json');
      if (mustWait) isFirst = false;
      if (mustWait) await held.promise;
      return nodeFileSystem.read(path, limit);
    };
    at.services = await createServicesOn({ ...nodeFileSystem, read }, at.place.world, async () => 'cancelled');
    const opened = await at.saved();
    const draft = await at.type(opened, 2);
    const task = { handle: opened.handle, target: { to: 'same' } } as const;
    isFirst = true;
    const first = at.ask('draft.save', { ...task, draft: opened.draft, sequence: 0 });
    let isOver = false;
    const second = at.ask('draft.save', { ...task, draft, sequence: 2 }).finally(() => {
      isOver = true;
    });
    // Time enough for one that does not wait.
    for (let i = 0; i < 300 && !isOver; i += 1) await at.ask('recents.list', {});
    expect(isFirst).toBe(false);
    held.resolve();
    await Promise.all([first, second]);
    await at.ask('draft.close', { handle: opened.handle, discard: false });
    expect((await at.ask('draft.open', at.listed('a.dolboor'))).draft).toEqual(draft);
  });

  test('takes whatever long a text was typed, and gives it back', async () => {
    const opened = await at.saved();
    const { handle, draft } = opened;
    const [before] = draft.units;
    if (!before) throw new Error();
    // A million letters and one, in one run; and a comment on all of them.
    const typed = [999_999, 2].map((count, i) => {
      const insertion = { type: 'insert_text', path: [0, 0, 0], offset: 0, text: 'ң'.repeat(count) } as const;
      return { sequence: i + 1, edit: { operations: [insertion] } };
    });
    await at.ask('draft.append', { handle, edits: typed });
    const text = `${'ң'.repeat(1_000_001)}${runOf(draft)}`;
    const long = withRun(draft, text);
    const message = { author: 'Асанов', at: '2026-03-01T09:00:00.000Z', text: 'x'.repeat(100_001) };
    const thread = {
      id: 't-1',
      unit: before.id,
      lang: 'ky',
      quote: text,
      resolved: false,
      messages: [message],
    } as const;
    const commented = { ...long, comments: [thread] };
    await at.ask('draft.append', {
      handle,
      edits: [{ sequence: 3, edit: { operations: [], comments: [{ id: 't-1', after: thread }] } }],
    });
    await at.ask('draft.save', { handle, draft: commented, sequence: 3, target: { to: 'same' } });
    await at.ask('draft.close', { handle, discard: false });
    expect((await at.ask('draft.open', at.listed('a.dolboor'))).draft).toEqual(commented);
  });

  test('writes nothing that could not be opened again', async () => {
    const { handle, draft } = await at.saved();
    const file = join(at.documents, 'a.dolboor');
    const before = await readFile(file);
    const large = withRun(draft, 'x'.repeat(packageLimits.part));
    const same = { handle, draft: large, sequence: 0, target: { to: 'same' } };
    expect(await at.refusal('draft.save', same)).toBe('draft-too-large');
    expect(await readFile(file)).toEqual(before);
    await at.ask('draft.save', { handle, draft, sequence: 0, target: { to: 'same' } });
  });

  test('never overwrites what somebody else put there', async () => {
    const { handle, draft } = await at.saved();
    await writeFile(join(at.documents, 'a.dolboor'), 'theirs');
    const same = { handle, draft, sequence: 0, target: { to: 'same' } };
    expect(await at.refusal('draft.save', same)).toBe('changed-outside');
    expect(await readFile(join(at.documents, 'a.dolboor'), 'utf8')).toBe('theirs');
    expect(await at.refusal('draft.save', { ...same, target: at.here('a') })).toBe('already-exists');
    expect(await at.refusal('draft.save', { ...same, target: at.here('a', true) })).toBe('none');
  });

  test('a draft without a file needs a place', async () => {
    const { handle, draft } = await at.create();
    const task = { handle, draft, sequence: 0, target: { to: 'same' } };
    expect(await at.refusal('draft.save', task)).toBe('bad-request');
  });

  test('another draft under this handle is refused', async () => {
    const { handle } = await at.create();
    const task = { handle, draft: aDraft('other').unit('title').build(), sequence: 0, target: at.here('a') };
    expect(await at.refusal('draft.save', task)).toBe('bad-request');
  });

  test.each(['../a', 'con.dolboor', 'a/b', 'a\u202egpj', '~$a', 'AUX'])(
    'under the name %j is refused',
    async (name) => {
      const { handle, draft } = await at.create();
      const task = { handle, draft, sequence: 0, target: at.here(name) };
      expect(await at.refusal('draft.save', task)).toBe('bad-name');
    },
  );

  test('into a folder that has gone says so', async () => {
    const { handle, draft } = await at.create();
    await mkdir(join(at.documents, 'x'));
    await rm(join(at.documents, 'x'), { recursive: true });
    const target = { to: 'listed', folder: join(at.documents, 'x'), name: 'a', overwrite: false };
    expect(await at.refusal('draft.save', { handle, draft, sequence: 0, target })).toBe('not-found');
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
        if (dirname(path) === at.documents) throw Object.assign(new Error(code), { code });
        return nodeFileSystem.create(path);
      },
    };
    const failing = await createServicesOn(files, at.place.world, async () => 'cancelled');
    const { handle, draft } = await ask(failing, 'draft.create', { template: 'small' });
    expect(await refusal(failing, 'draft.save', { handle, draft, sequence: 0, target: at.here('a') })).toBe(expected);
    const [edit] = someEdits(draft, 1, random(1));
    expect(await refusal(failing, 'draft.append', { handle, edits: [{ sequence: 1, edit }] })).toBe('none');
    expect(await readdir(at.documents)).toEqual([]);
    await failing.dispose();
  });
});
