import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fail, succeed } from '../../../core/base/result.ts';
import type { OpenedDraft } from '../../../core/bridge/drafts.ts';
import type { Edit } from '../../../core/draft/operation.ts';
import type { Draft } from '../../../core/draft/types.ts';
import type { DraftEditor } from '../../../renderer/editor/contract.ts';
import { createSession } from '../../../renderer/state/session.ts';
import { createFakeBridge } from '../../support/fake-bridge.ts';

const draft: Draft = { meta: { id: 'draft-1234' }, units: [], comments: [] };
const opened: OpenedDraft = { handle: 'h', draft, name: 'bill.dolboor', sequence: 3, state: 'saved', notices: [] };

/** The two things that a session asks of the editor, and the means to type. */
function createTypist() {
  let tell: ((edit: Edit) => void) | undefined;
  const editor = {
    draft: () => draft,
    onEdit: (listener: (edit: Edit) => void) => {
      tell = listener;
      return () => {
        tell = undefined;
      };
    },
  } as unknown as DraftEditor;
  return { editor, type: () => tell?.({ operations: [] }) };
}

type Answers = Parameters<typeof createFakeBridge>[0];

function setUp(answers: Answers, change: Partial<OpenedDraft> = {}) {
  const bridge = createFakeBridge({
    'draft.append': ({ edits }) => succeed({ acknowledged: edits.at(-1)?.sequence ?? 0 }),
    'draft.save': () => succeed({ name: 'bill.dolboor', folder: '/', bytes: 1 }),
    'draft.close': () => succeed(null),
    ...answers,
  });
  const typist = createTypist();
  return { bridge, ...typist, session: createSession(bridge, { ...opened, ...change }, typist.editor) };
}

describe('a session', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('says at the first key that the file lacks something', () => {
    const { session, type } = setUp({});
    expect(session.saving.get()).toBe('saved');
    type();
    expect(session.saving.get()).toBe('changed');
    expect(session.isSaved()).toBe(false);
  });

  test('sends what is typed to the journal within a quarter of a second', async () => {
    const { type, bridge } = setUp({});
    type();
    await vi.advanceTimersByTimeAsync(249);
    expect(bridge.requests).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(bridge.requests.map(({ name }) => name)).toEqual(['draft.append']);
  });

  test('journals before it saves, and saves under the number of the last edit', async () => {
    const { session, type, bridge } = setUp({});
    type();
    type();
    await session.save({ to: 'same' });
    expect(bridge.requests.map(({ name }) => name)).toEqual(['draft.append', 'draft.save']);
    expect(bridge.requests[1]?.request).toMatchObject({ handle: 'h', sequence: 5 });
    expect(session.saving.get()).toBe('saved');
  });

  test('says that words are unsafe when the journal cannot be written, until a file holds them', async () => {
    const { session, type } = setUp({ 'draft.append': () => fail({ code: 'no-space' }) });
    type();
    await session.flush();
    expect(session.saving.get()).toBe('unsafe');
    expect(session.journalFailure.get()).toEqual({ code: 'no-space' });
    await session.save({ to: 'same' });
    expect(session.saving.get()).toBe('saved');
    expect(session.journalFailure.get()).toBeUndefined();
  });

  test('is not saved when the save fails, and says again what it said', async () => {
    const { session, type } = setUp({ 'draft.save': () => fail({ code: 'changed-outside' }) });
    type();
    const reply = await session.save({ to: 'same' });
    expect(reply.ok).toBe(false);
    expect(session.saving.get()).toBe('changed');
  });

  test('stays unsaved when a key falls while the file is being written', async () => {
    let finish: () => void = () => undefined;
    const { session, type } = setUp({
      'draft.save': () =>
        new Promise((resolve) => {
          finish = () => resolve(succeed({ name: 'bill.dolboor', folder: '/', bytes: 1 }));
        }),
    });
    type();
    const saving = session.save({ to: 'same' });
    await vi.advanceTimersByTimeAsync(0);
    expect(session.saving.get()).toBe('saving');
    type();
    finish();
    await saving;
    expect(session.saving.get()).toBe('changed');
  });

  test('tells a draft that was never in a file, and one that a crash left, from one that is saved', () => {
    const recovered = setUp({}, { state: 'recovered' });
    expect(recovered.session.saving.get()).toBe('recovered');
    recovered.type();
    expect(recovered.session.saving.get()).toBe('recovered');
    expect(recovered.session.isSaved()).toBe(false);
  });

  test("loses nobody's work with a draft that is as the template made it, until something is typed", () => {
    const { session, type } = setUp({}, { state: 'new', name: '' });
    expect(session.isSaved()).toBe(false);
    expect(session.hasUnsavedWork()).toBe(false);
    type();
    expect(session.hasUnsavedWork()).toBe(true);
  });

  test('flushes before it closes and hears no edits after', async () => {
    const { session, type, bridge } = setUp({});
    type();
    await session.close(false);
    expect(bridge.requests.map(({ name }) => name)).toEqual(['draft.append', 'draft.close']);
    type();
    await vi.advanceTimersByTimeAsync(1000);
    expect(bridge.requests).toHaveLength(2);
  });
});
