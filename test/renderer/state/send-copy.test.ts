import { expect, test } from 'vitest';
import { numberedLabel } from '../../../renderer/state/send-copy.ts';

test('a second copy under the same name gets a number, whatever the letters of the first', () => {
  expect(numberedLabel('на отзыв', [])).toBe('на отзыв');
  expect(numberedLabel('на отзыв', ['На отзыв', 'иное'])).toBe('на отзыв 2');
  expect(numberedLabel('на отзыв', ['на отзыв', 'на отзыв 2', 'на отзыв 3'])).toBe('на отзыв 4');
  expect(numberedLabel('на отзыв, Асанов', ['на отзыв'])).toBe('на отзыв, Асанов');
});
