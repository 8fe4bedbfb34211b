import { describe, expect, test } from 'vitest';
import { contradictedStatus, saidStatus } from '../../../../core/law/official-text/said-status.ts';

const said = (...banners: readonly string[]) => saidStatus({ banners });

describe('what an official text says of its act', () => {
  test.each([
    ['(Утратил силу в соответствии с Законом КР от 1 мая 2005 года № 912)'],
    ['(КР 2005-жылдын 1-майындагы № 912 Мыйзамына ылайык күчүн жоготту)'],
    ['Не действует'],
    ['This Law is no longer in force'],
  ])('%s: it is dead', (banner) => {
    expect(said(banner)).toBe('repealed');
  });
  test.each(['Действует', 'Колдонулууда', 'In force'])('%s: it lives', (banner) => {
    expect(said(banner)).toBe('in-force');
  });
  test('nothing, of a banner on a provision, on the day of its force, or where it says both', () => {
    expect(said('Внимание! Статья 5 утратила силу')).toBeUndefined();
    expect(said('5-берене күчүн жоготкон')).toBeUndefined();
    expect(said('Вводится в действие Законом КР от 1 мая 2005 года № 912')).toBeUndefined();
    expect(said('Действует', 'Утратил силу')).toBeUndefined();
    expect(said()).toBeUndefined();
  });
});

test('it contradicts a register that says otherwise or does not know, and no other', () => {
  const dead = { banners: ['Утратил силу'] };
  const alive = { banners: ['Действует'] };
  expect(contradictedStatus({ status: 'in-force' }, dead)).toBe('repealed');
  expect(contradictedStatus({ status: 'unknown' }, dead)).toBe('repealed');
  expect(contradictedStatus({ status: 'replaced' }, dead)).toBeUndefined();
  expect(contradictedStatus({ status: 'repealed' }, alive)).toBe('in-force');
  expect(contradictedStatus({ status: 'in-force' }, alive)).toBeUndefined();
});
