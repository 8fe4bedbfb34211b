import { describe, expect, test } from 'vitest';
import { fail, type Result, succeed } from '../../../core/base/result.ts';
import type { Failure } from '../../../core/bridge/failure.ts';
import type { Desk } from '../../../renderer/state/desk.ts';
import type { Banner } from '../../../renderer/state/dialogs.ts';
import { saveDraft } from '../../../renderer/state/files.ts';
import { createStore } from '../../../renderer/state/store.ts';

/** A desk on which an earlier save failed, and the answer to the next one. */
function deskAfterFailure() {
  const failed: Banner = { severity: 'error', failure: { code: 'busy' }, retry: true };
  const banner = createStore<Banner | undefined>(failed);
  const answer = Promise.withResolvers<Result<unknown, Failure>>();
  const session = { fileName: createStore('a.dolboor'), save: () => answer.promise };
  const desk = { banner, session: createStore(session) } as unknown as Desk;
  return { desk, banner, failed, answer };
}

describe('what an earlier save came to', () => {
  test('is told no more while the next one waits, nor after it succeeded', async () => {
    const { desk, banner, answer } = deskAfterFailure();
    const saving = saveDraft(desk);
    expect(banner.get()).toBeUndefined();
    answer.resolve(succeed({}));
    expect(await saving).toBe(true);
    expect(banner.get()).toBeUndefined();
  });

  test('gives way to what the next one came to', async () => {
    const { desk, banner, answer } = deskAfterFailure();
    const saving = saveDraft(desk);
    answer.resolve(fail({ code: 'no-space' }));
    expect(await saving).toBe(false);
    expect(banner.get()).toMatchObject({ failure: { code: 'no-space' }, retry: true });
  });

  test('is told again where the person gave the next one up', async () => {
    const { desk, banner, failed, answer } = deskAfterFailure();
    const saving = saveDraft(desk);
    answer.resolve(fail({ code: 'cancelled' }));
    await saving;
    expect(banner.get()).toBe(failed);
  });
});
