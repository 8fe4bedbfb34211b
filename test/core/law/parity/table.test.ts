import { describe, expect, test } from 'vitest';
import { makeUnit } from '../../../../core/draft/text.ts';
import { byGap, type ParityFact, type ParityMatrix, parityTable } from '../../../../core/law/parity.ts';
import { matrix as shipped } from './support.ts';

const fact = (more: Partial<ParityFact> = {}): ParityFact => ({
  guarantee: { ky: 'бар', ru: 'есть', en: 'yes' },
  given: true,
  citations: [],
  basis: null,
  actSeen: null,
  articleSeen: null,
  shown: 'a page',
  confidence: 'verified',
  note: null,
  sources: ['https://example.kg'],
  ...more,
});
const name = { ky: 'а', ru: 'а', en: 'a' };
const matrixOf = (guarantees: Record<string, Record<string, readonly ParityFact[]>>): ParityMatrix => ({
  compiled: '2026-01-01',
  subject: 'police',
  services: ['police', 'military', 'fire'].map((id) => ({ id, name })),
  guarantees: Object.entries(guarantees).map(([id, cells]) => ({ id, name, cells })),
});
const units = ['a1', 'a2', 'a3'].map((id) => makeUnit(id, 'article', { ky: 'Берене' }));

describe('a row', () => {
  const kindOf = (cells: Record<string, readonly ParityFact[]>, bill: readonly string[] = []) =>
    parityTable(matrixOf({ pay: cells }), { units, links: { pay: bill } }).rows[0];

  test('is an open gap when others have the guarantee and neither the service nor the bill has', () => {
    expect(kindOf({ police: [], military: [fact()] })).toMatchObject({ gap: 'open', others: 1 });
  });

  test('is a filled gap when the bill gives it', () => {
    expect(kindOf({ police: [], military: [fact()], fire: [fact()] }, ['a1'])).toMatchObject({
      gap: 'filled',
      others: 2,
    });
  });

  test('is no gap when the service has it, and unknown when nobody is known to have it', () => {
    expect(kindOf({ police: [fact()], military: [fact()] })).toMatchObject({ gap: 'level' });
    expect(kindOf({ police: [], military: [] }, ['a1'])).toMatchObject({ gap: 'unknown' });
  });

  test('a fact that says that the guarantee is lacking does not count as having it', () => {
    expect(kindOf({ police: [fact({ given: false })], military: [fact()] })).toMatchObject({ gap: 'open' });
    expect(kindOf({ police: [], military: [fact({ given: false })] })).toMatchObject({ gap: 'unknown' });
  });

  test('tells what was looked for and not found from what nobody looked for', () => {
    const standings = kindOf({ police: [], military: [fact({ confidence: 'partly' })] })?.cells.map(
      (cell) => cell.standing,
    );
    expect(standings).toEqual(['gap', 'partly', 'unsought']);
  });

  test('does not count the service itself among the others', () => {
    expect(kindOf({ police: [fact()], military: [fact()] })?.others).toBe(1);
    expect(kindOf({ police: [fact()] })?.others).toBe(0);
  });

  test('is in the bill once, however many provisions give it', () => {
    const cells = { police: [], military: [fact()] };
    const table = parityTable(matrixOf({ pay: cells, leave: cells, food: cells }), {
      units,
      links: { pay: ['a1', 'a2'], leave: ['a3'], food: ['gone'] },
    });
    expect(table.inBill).toBe(2);
  });

  test('names provisions in the order of the bill, and none that is gone', () => {
    expect(kindOf({}, ['a3', 'gone', 'a1'])?.bill).toEqual(['a1', 'a3']);
  });
});

test('the widest gap comes first: open before filled, and by how many others have the guarantee', () => {
  const { rows } = parityTable(
    matrixOf({
      level: { police: [fact()] },
      narrow: { police: [], military: [fact()] },
      filled: { police: [], military: [fact()], fire: [fact()] },
      wide: { police: [], military: [fact()], fire: [fact()] },
      unknown: { police: [] },
    }),
    { units, links: { filled: ['a1'] } },
  );
  expect(byGap(rows).map(({ guarantee }) => guarantee.id)).toEqual(['wide', 'narrow', 'filled', 'unknown', 'level']);
});

test('the figures of the matrix add up', () => {
  const table = parityTable(shipped, { units: [], links: {} });
  for (const { verified, partly, total, service } of table.coverage) {
    const known = shipped.guarantees.filter(({ cells }) => (cells[service ?? ''] ?? []).length > 0).length;
    expect(verified + partly).toBe(known);
    expect(total).toBe(shipped.guarantees.length);
  }
  expect(Object.values(table.gaps).reduce((sum, count) => sum + count)).toBe(table.rows.length);
  expect(table.inBill).toBe(0);
});
