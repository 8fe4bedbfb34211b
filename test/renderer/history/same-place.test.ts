import { expect, test } from 'vitest';
import { samePlace } from '../../../renderer/history/beside.ts';
import { aDraft } from '../../support/builder.ts';

const bill = (...ids: readonly string[]) =>
  ids.reduce((draft, id) => draft.unit('paragraph', { ky: id }, id), aDraft('d')).build().units;

test('the same provision is found wherever it stood', () => {
  expect(samePlace(bill('a', 'b', 'c'), 'c', bill('c', 'a'))).toEqual({ at: 0, isThere: true });
});

test('for a provision that was not there the nearest one before it is shown', () => {
  expect(samePlace(bill('a', 'b', 'new', 'c'), 'new', bill('c', 'b', 'a'))).toEqual({ at: 1, isThere: false });
});

test('without anything before it the beginning is shown', () => {
  expect(samePlace(bill('new', 'a'), 'new', bill('a'))).toEqual({ at: 0, isThere: false });
  expect(samePlace(bill('a'), 'unknown', bill('a'))).toEqual({ at: 0, isThere: false });
});
