import { expect, test } from 'vitest';
import { pixelWidth } from '../../../renderer/view/side-widths.ts';

test('a side whose width nobody chose grows with the window, and leaves room for the text in a small one', () => {
  const widths = [1024, 1366, 1920, 3840].map((window) => pixelWidth('outline', 'usual', window));
  expect(widths).toEqual([210, 260, 360, 360]);
  expect(pixelWidth('inspector', 'usual', 1366)).toBe(314);
});

test('a width that somebody chose stays in every window', () => {
  expect([1024, 3840].map((window) => pixelWidth('outline', 300, window))).toEqual([300, 300]);
});
