import { expect, test } from 'vitest';
import { makeUnit } from '../../../core/draft/text.ts';
import type { Pinpoint, Unit, UnitKind } from '../../../core/draft/types.ts';
import { analoguesOf } from '../../../core/law/analogues.ts';

function unit(id: string, kind: UnitKind, act?: string, pinpoint: Pinpoint = {}): Unit {
  const made = makeUnit(id, kind);
  if (act === undefined) return made;
  const citation = { type: 'citation', act, pinpoint, children: [{ text: '' }] } as const;
  return {
    ...made,
    children: made.children.map((cell) => ({ ...cell, children: [{ text: '' }, citation, { text: '' }] })) as never,
  };
}

const units = [
  unit('t', 'title', 'a'),
  unit('c1', 'chapter'),
  unit('n1', 'note', 'b', { article: ['1'] }),
  unit('c2', 'chapter'),
  unit('a2', 'article'),
  unit('p2', 'paragraph', 'c'),
];
const parity = {
  matrix: {
    compiled: '2026-01-01',
    subject: 'police',
    services: [],
    guarantees: [
      {
        id: 'housing',
        name: { ky: 'x', ru: 'y', en: 'z' },
        cells: {
          military: [
            {
              citations: [
                { act: 'c', pinpoint: {} },
                { act: 'd', pinpoint: { article: ['12'] } },
              ],
            } as never,
          ],
        },
      },
    ],
  },
  links: { special: { housing: ['a2'] } },
};

test('a chapter leans on what it cites, notes included, and on what the matrix cites for its guarantees, each once', () => {
  expect(analoguesOf(units, 'n1', parity, 'special')).toEqual([{ act: 'b', pinpoint: { article: ['1'] } }]);
  expect(analoguesOf(units, 'p2', parity, 'special').map(({ act }) => act)).toEqual(['c', 'd']);
  expect(analoguesOf(units, 'p2', undefined, 'special').map(({ act }) => act)).toEqual(['c']);
});

test('outside a chapter there is nothing to lean on', () => {
  expect(analoguesOf(units, 't', parity, 'special')).toEqual([]);
  expect(analoguesOf(units, undefined, parity, 'special')).toEqual([]);
});

test('the other acts that the template leans on come last, wherever the caret stands', () => {
  const found = (here: string | undefined) =>
    analoguesOf(units, here, parity, 'special', ['e', 'c', 'f']).map(({ act, ofTemplate }) => [
      act,
      ofTemplate === true,
    ]);
  expect(found('p2')).toEqual([
    ['c', false],
    ['d', false],
    ['e', true],
    ['f', true],
  ]);
  expect(found(undefined)).toEqual([
    ['e', true],
    ['c', true],
    ['f', true],
  ]);
});
