import { expect, test } from 'vitest';
import { killWriters } from '../../durable/kills.ts';
import { wholeShare } from '../../durable/outcome.ts';

const kills = 12;

test('a process killed while a person types loses nothing that was acknowledged', async () => {
  const { done, violations, examples, acknowledged } = await killWriters(wholeShare(1979, kills));
  expect({ done, violations, examples }).toEqual({ done: kills, violations: 0, examples: [] });
  expect(acknowledged).toBeGreaterThan(kills * 5);
});
