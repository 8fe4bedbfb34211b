import { expect, test } from 'vitest';
import type { Desk } from '../../../renderer/state/desk.ts';
import type { Banner } from '../../../renderer/state/dialogs.ts';
import { mergeReturned, numberedLabel } from '../../../renderer/state/send-copy.ts';
import { createStore } from '../../../renderer/state/store.ts';
import { createFakeBridge } from '../../support/fake-bridge.ts';

test('a second copy under the same name gets a number, whatever the letters of the first', () => {
  expect(numberedLabel('на отзыв', [])).toBe('на отзыв');
  expect(numberedLabel('на отзыв', ['На отзыв', 'иное'])).toBe('на отзыв 2');
  expect(numberedLabel('на отзыв', ['на отзыв', 'на отзыв 2', 'на отзыв 3'])).toBe('на отзыв 4');
  expect(numberedLabel('на отзыв, Асанов', ['на отзыв'])).toBe('на отзыв, Асанов');
});

test('a copy of a draft that was never saved cannot have been sent: that is said, and nothing is asked', async () => {
  const banner = createStore<Banner | undefined>(undefined);
  const session = { handle: 'h', fileName: createStore(''), opened: {} };
  const desk = { banner, session: createStore(session), bridge: createFakeBridge({}) } as unknown as Desk;
  await mergeReturned(desk);
  expect(banner.get()).toEqual({ severity: 'note', message: { key: 'conflict:neverSent' } });
});
