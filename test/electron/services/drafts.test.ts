import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OpenedDraft } from '../../../core/bridge/drafts.ts';
import { random } from '../../support/builder.ts';
import { afterEdits, someEdits } from '../../support/kill/some-edits.ts';
import { serve } from '../../support/served.ts';

const at = serve();

describe('a draft', () => {
  test('is made from a template, saved, closed and opened again', async () => {
    const opened = await at.create();
    expect(opened).toMatchObject({ name: '', sequence: 0, state: 'new', notices: [] });
    const draft = await at.type(opened, 10);
    const saved = await at.ask('draft.save', {
      handle: opened.handle,
      draft,
      sequence: 10,
      target: at.here('Долбоор'),
    });
    expect(saved).toMatchObject({ name: 'Долбоор.dolboor', folder: at.documents });
    await at.ask('draft.close', { handle: opened.handle, discard: false });
    const again = await at.ask('draft.open', at.listed('Долбоор.dolboor'));
    expect(again).toMatchObject({ draft, name: 'Долбоор.dolboor', sequence: 10, state: 'saved', notices: [] });
    expect(await at.ask('recovery.list', {})).toEqual([]);
  });

  test('saves twice to the same bytes', async () => {
    const opened = await at.create();
    const draft = await at.type(opened, 4);
    const task = { handle: opened.handle, draft, sequence: 4 };
    await at.ask('draft.save', { ...task, target: at.here('a') });
    const first = await readFile(join(at.documents, 'a.dolboor'));
    await at.ask('draft.save', { ...task, target: { to: 'same' } });
    await at.ask('draft.save', { ...task, target: at.here('b') });
    expect(await readFile(join(at.documents, 'a.dolboor'))).toEqual(first);
    expect(await readFile(join(at.documents, 'b.dolboor'))).toEqual(first);
    expect((await readdir(at.documents)).sort()).toEqual(['a.dolboor', 'b.dolboor']);
  });

  test('goes on after a save, and the next save holds the edits that came in between', async () => {
    const opened = await at.create();
    const edits = someEdits(opened.draft, 12, random(9));
    const numbered = edits.map((edit, i) => ({ sequence: i + 1, edit }));
    await at.ask('draft.append', { handle: opened.handle, edits: numbered.slice(0, 9) });
    // The page froze its text after five edits and typed on while that was being written.
    const early = afterEdits(opened.draft, edits.slice(0, 5));
    await at.ask('draft.save', { handle: opened.handle, draft: early, sequence: 5, target: at.here('a') });
    await at.ask('draft.append', { handle: opened.handle, edits: numbered.slice(9) });
    await at.crash();
    const [found] = await at.ask('recovery.list', {});
    expect(found).toMatchObject({ name: 'a.dolboor', edits: 7 });
    const recovered = await at.ask('draft.open', { from: 'recovery', id: found?.id ?? '' });
    expect(recovered.draft).toEqual(afterEdits(opened.draft, edits));
    expect(recovered).toMatchObject({ sequence: 12, state: 'recovered', name: 'a.dolboor' });
    expect(recovered.notices).toMatchObject([{ code: 'file.recovered-edits', params: { count: 7 } }]);
  });

  test('that was never saved comes back after a crash, and stays recoverable until it is', async () => {
    const draft = await at.type(await at.create(), 8);
    await at.crash();
    const [found] = await at.ask('recovery.list', {});
    expect(found).toMatchObject({ name: '', edits: 8 });
    const recovered = await at.ask('draft.open', { from: 'recovery', id: found?.id ?? '' });
    expect(recovered.draft).toEqual(draft);
    await at.crash();
    const [again] = await at.ask('recovery.list', {});
    const twice = await at.ask('draft.open', { from: 'recovery', id: again?.id ?? '' });
    expect(twice.draft).toEqual(draft);
    await at.ask('draft.save', { handle: twice.handle, draft, sequence: 8, target: at.here('a') });
    await at.ask('draft.close', { handle: twice.handle, discard: false });
    expect(await at.ask('recovery.list', {})).toEqual([]);
  });

  test('closed with edits that are in no file is offered again, unless the person wants nothing of them', async () => {
    const first = await at.create();
    const kept = await at.type(first, 3);
    await at.ask('draft.close', { handle: first.handle, discard: false });
    expect(await at.ask('recovery.list', {})).toHaveLength(1);
    const second = await at.create();
    await at.type(second, 3);
    await at.ask('draft.close', { handle: second.handle, discard: true });
    const [only, ...none] = await at.ask('recovery.list', {});
    expect(none).toEqual([]);
    expect(only?.edits).toBe(3);
    expect((await at.ask('draft.open', { from: 'recovery', id: only?.id ?? '' })).draft).toEqual(kept);
  });

  test('opens as its file has it, and offers the edits of a crash beside it', async () => {
    const opened = await at.create();
    const saved = await at.type(opened, 3);
    await at.ask('draft.save', { handle: opened.handle, draft: saved, sequence: 3, target: at.here('a') });
    await at.type({ ...opened, draft: saved, sequence: 3 }, 4, 21);
    await at.crash();
    const again = await at.ask('draft.open', at.listed('a.dolboor'));
    expect(again.draft).toEqual(saved);
    expect(again.state).toBe('saved');
    expect(again.notices).toMatchObject([{ code: 'file.recovery-available', params: { count: 4 } }]);
  });

  test('discarded from the recovery is not offered again', async () => {
    await at.type(await at.create(), 3);
    await at.crash();
    const [found] = await at.ask('recovery.list', {});
    await at.ask('recovery.discard', { id: found?.id ?? '' });
    expect(await at.ask('recovery.list', {})).toEqual([]);
    expect(await at.refusal('draft.open', { from: 'recovery', id: found?.id })).toBe('not-found');
  });

  test('nobody typed into leaves nothing behind', async () => {
    const opened = await at.create();
    await at.ask('draft.close', { handle: opened.handle, discard: false });
    await at.crash();
    expect(await at.ask('recovery.list', {})).toEqual([]);
  });
});

test.skipIf(process.platform === 'win32')('a file that was moved after an orderly save is no lost work', async () => {
  const opened = await at.create();
  const draft = await at.type(opened, 4);
  await at.ask('draft.save', { handle: opened.handle, draft, sequence: 4, target: at.here('a') });
  await at.ask('draft.close', { handle: opened.handle, discard: false });
  await mkdir(join(at.documents, 'archive'));
  await rename(join(at.documents, 'a.dolboor'), join(at.documents, 'archive', 'b.dolboor'));
  await at.crash();
  expect(await at.ask('recovery.list', {})).toEqual([]);
  // Nothing is thrown away for it: the session's copies are still there.
  const kept = await readdir(join(at.place.world.folders.data, 'recovery'), { recursive: true });
  expect(kept.some((name) => name.endsWith('.base'))).toBe(true);
  // A folder that is gone, as a stick is that was pulled out, says nothing of where the file is.
  await rename(at.documents, `${at.documents}-elsewhere`);
  expect(await at.ask('recovery.list', {})).toHaveLength(1);
});

describe('a page that has gone', () => {
  test('gives its drafts back: the next one opens what was saved and recovers what was not', async () => {
    const opened = await at.create();
    const draft = await at.type(opened, 3);
    await at.ask('draft.save', { handle: opened.handle, draft, sequence: 3, target: at.here('a') });
    const unsaved = await at.create();
    const words = await at.type(unsaved, 5, 8);
    const going = at.services.releasePage();
    // Asked before the drafts are free: the answer waits for it.
    const [found] = await at.ask('recovery.list', {});
    await going;
    expect(found?.edits).toBe(5);
    expect((await at.ask('draft.open', { from: 'recovery', id: found?.id ?? '' })).draft).toEqual(words);
    expect((await at.ask('draft.open', at.listed('a.dolboor'))).state).toBe('saved');
    const late = { handle: opened.handle, draft, sequence: 3, target: { to: 'same' } };
    expect(await at.refusal('draft.save', late)).toBe('unknown-handle');
  });

  test('takes nothing of another page with it, and what it was opening is released too', async () => {
    const [one, other] = [{}, {}];
    const kept = await at.services.call('draft.create', { template: 'small' }, other);
    const opening = at.services.call('draft.create', { template: 'small' }, one);
    await at.services.releasePage(one);
    expect(await opening).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    if (!kept.ok) throw new Error(kept.error.code);
    await at.type(kept.value as OpenedDraft, 2);
  });
});

describe('edits', () => {
  test('sent twice are taken once', async () => {
    const opened = await at.create();
    const edits = someEdits(opened.draft, 4, random(2)).map((edit, i) => ({ sequence: i + 1, edit }));
    await at.ask('draft.append', { handle: opened.handle, edits });
    expect(await at.ask('draft.append', { handle: opened.handle, edits })).toEqual({ acknowledged: 4 });
    await at.crash();
    expect(await at.ask('recovery.list', {})).toMatchObject([{ edits: 4 }]);
  });

  test('with a gap, or that do not fit, are refused, and saving puts it right', async () => {
    const opened = await at.create();
    const { handle } = opened;
    const [first, second] = someEdits(opened.draft, 2, random(4));
    const misfit = { operations: [{ type: 'insert_text', path: [88, 0, 0], offset: 0, text: 'a' }] } as const;
    expect(await at.refusal('draft.append', { handle, edits: [{ sequence: 2, edit: first }] })).toBe('bad-request');
    expect(await at.refusal('draft.append', { handle, edits: [{ sequence: 1, edit: misfit }] })).toBe('bad-request');
    const draft = afterEdits(opened.draft, [first ?? misfit]);
    await at.ask('draft.save', { handle, draft, sequence: 1, target: at.here('a') });
    await at.ask('draft.append', { handle, edits: [{ sequence: 2, edit: second ?? misfit }] });
    await at.crash();
    const [found] = await at.ask('recovery.list', {});
    expect(found?.edits).toBe(1);
  });

  test('that come at once share flushes and are all there', async () => {
    const opened = await at.create();
    const edits = someEdits(opened.draft, 40, random(6));
    const replies = await Promise.all(
      edits.map((edit, i) => at.ask('draft.append', { handle: opened.handle, edits: [{ sequence: i + 1, edit }] })),
    );
    for (const [i, { acknowledged }] of replies.entries()) expect(acknowledged).toBeGreaterThan(i);
    await at.crash();
    const [found] = await at.ask('recovery.list', {});
    const recovered = await at.ask('draft.open', { from: 'recovery', id: found?.id ?? '' });
    expect(recovered.draft).toEqual(afterEdits(opened.draft, edits));
  });
});
