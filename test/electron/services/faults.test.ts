import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { catchBadSavers } from '../../durable/bad-savers.ts';
import { shiftClocks } from '../../durable/clocks.ts';
import { damage } from '../../durable/damage.ts';
import { failFlushesAtRandom } from '../../durable/failed-flushes.ts';
import { failEverywhere } from '../../durable/faults.ts';
import { interleave } from '../../durable/interleavings.ts';
import { noOutcome, wholeShare } from '../../durable/outcome.ts';
import { cutOneSession, cutPower, grounds } from '../../durable/power-cuts.ts';
import { actInSequence } from '../../durable/sequences.ts';

// A small share of what `npm run test:durable` does, which `npm test` runs in full, by the same code, with seeds that stay.

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** One session with flushes that fail, every image of it. */
async function cutOneSessionOn(seed: number, ground: number) {
  const outcome = noOutcome();
  const { [ground]: on = grounds[0] } = grounds;
  if (on) await cutOneSession(seed, on, { failsFlushes: true }, outcome, { count: Number.POSITIVE_INFINITY });
  return outcome;
}

describe('nothing acknowledged is lost and no state is made up', () => {
  test('by a power cut at any moment, on the model of POSIX and of Windows', async () => {
    expect(await cutPower(wholeShare(103, 1_200))).toEqual({ done: 1_200, violations: 0, examples: [] });
  });

  test('by a power cut while the file is written over where it lies', async () => {
    const over = await cutPower(wholeShare(107, 1_000), { savesInPlace: true });
    expect(over).toEqual({ done: 1_000, violations: 0, examples: [] });
  });

  test('by flushes that fail, whether their bytes reached the disk or not', async () => {
    expect(await failFlushesAtRandom(wholeShare(1, 800))).toEqual({ done: 800, violations: 0, examples: [] });
    const flaky = await cutPower(wholeShare(105, 1_500), { failsFlushes: true });
    expect(flaky).toEqual({ done: 1_500, violations: 0, examples: [] });
  });

  test('by a flush that fails while a second life takes the draft up, and by one after which only a base copy was written', async () => {
    for (const [seed, ground] of [
      [193, 1],
      [205, 0],
    ] as const) {
      const { violations, examples } = await cutOneSessionOn(seed, ground);
      expect({ seed, violations, examples }).toEqual({ seed, violations: 0, examples: [] });
    }
  });

  test('by any call to the disk that fails, once or for good', async () => {
    expect(await failEverywhere(wholeShare(1, 45))).toEqual({ done: 45, violations: 0, examples: [] });
  });

  test('by any order of the things that a person does', async () => {
    expect(await actInSequence(wholeShare(1, 37))).toEqual({ done: 37, violations: 0, examples: [] });
  });

  test('by two people who save into one file at once', async () => {
    expect(await interleave(wholeShare(1, 20))).toEqual({ done: 20, violations: 0, examples: [] });
    // Who saves over whatever is there, which only an explicit yes does, is caught by the same rule.
    expect((await interleave(wholeShare(1, 5), (author) => author.save('a'))).violations).toBeGreaterThan(0);
  });

  test('by a clock that is wrong, and nothing is decided by it', async () => {
    expect(await shiftClocks(wholeShare(1, 21))).toEqual({ done: 21, violations: 0, examples: [] });
  });

  test('by damage to packages and recovery folders', async () => {
    const { done, violations, ends } = await damage(wholeShare(1, 1_500));
    expect({ done, violations }).toEqual({ done: 1_500, violations: 0 });
    // The cases must have met every end, or they proved little.
    const all = ['whole', 'reported', 'refused', 'recovered', 'recovered in part', 'not recovered'];
    for (const end of all) expect(ends[end] ?? 0, end).toBeGreaterThan(0);
  });
});

test('each of six careless programs is caught by the same harness', async () => {
  const caught = await catchBadSavers(7000, 60);
  expect([...caught].filter(([, { violations }]) => violations > 0)).toHaveLength(6);
});
