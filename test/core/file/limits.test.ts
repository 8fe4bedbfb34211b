import { expect, test } from 'vitest';
import { readUnits } from '../../../core/file/read-draft.ts';
import { createReport } from '../../../core/file/report.ts';
import { aDraft } from '../../support/builder.ts';

test('a hundred thousand units of one id are told apart in one pass', () => {
  const [unit] = aDraft('draft-1').unit('part', 'Үй-бүлө').build().units;
  const same = Array.from({ length: 100_000 }, () => unit);
  const units = readUnits(same, createReport());
  expect(units.ok && new Set(units.value.map(({ id }) => id)).size).toBe(100_000);
});
