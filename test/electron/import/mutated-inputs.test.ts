import { expect, test } from 'vitest';
import { mutateInputs } from '../../durable/mutations.ts';
import { wholeShare } from '../../durable/outcome.ts';

// A share of what `npm run test:durable` does, by the same code, with a seed that stays.
test('a spoilt file of any of the four kinds is read or refused with a reason', async () => {
  const { done, violations, examples, ends } = await mutateInputs(wholeShare(11, 300));
  expect({ done, violations, examples }).toEqual({ done: 1_200, violations: 0, examples: [] });
  // Both ends must have been met for each kind, or the cases proved little.
  for (const importer of ['html', 'rtf', 'docx', 'text']) {
    expect(ends[`${importer}: read`] ?? 0, importer).toBeGreaterThan(20);
    const refused = Object.keys(ends).filter((end) => end.startsWith(`${importer}: `) && !end.endsWith('read'));
    expect(refused.length, importer).toBeGreaterThan(0);
  }
});
