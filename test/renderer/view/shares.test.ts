import { describe, expect, test } from 'vitest';
import { bordersOf, equalShares, tracksOf, withBorderAt } from '../../../renderer/view/shares.ts';

describe('the widths of the columns', () => {
  test('are equal until somebody drags a border', () => {
    expect(tracksOf(['ky', 'en'], equalShares)).toBe('minmax(0, 1fr) minmax(0, 1fr)');
    expect(bordersOf(['ky', 'ru', 'en'], equalShares).map(({ percent }) => percent)).toEqual([50, 50]);
  });

  test('one column has no border', () => {
    expect(bordersOf(['ru'], equalShares)).toEqual([]);
  });

  test('a border moves its two neighbours and no other column', () => {
    const [, second] = bordersOf(['ky', 'ru', 'en'], equalShares);
    if (!second) throw new Error('two borders');
    const shares = withBorderAt(equalShares, second, 70);
    expect(shares).toEqual({ ky: 1, ru: 1.4, en: 0.6 });
    expect(bordersOf(['ky', 'ru', 'en'], shares)[1]?.percent).toBeCloseTo(70);
  });

  test('stay within what the settings keep, however often the borders are pushed to their ends', () => {
    let shares = equalShares;
    for (let turn = 0; turn < 20; turn += 1) {
      const borders = bordersOf(['ky', 'ru', 'en'], shares);
      const border = borders[turn % 2];
      if (border) shares = withBorderAt(shares, border, turn % 4 < 2 ? border.min : border.max);
      for (const share of Object.values(shares)) {
        expect(share).toBeGreaterThanOrEqual(0.1);
        expect(share).toBeLessThanOrEqual(10);
      }
    }
  });
});
