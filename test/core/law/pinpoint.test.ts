import { describe, expect, test } from 'vitest';
import { parseNumbers, stepsOf } from '../../../core/law/pinpoint.ts';

describe('numbers as a person types them', () => {
  test.each([
    ['12', ['12']],
    ['1,3', ['1', '3']],
    ['1, 3; 5', ['1', '3', '5']],
    ['1-4', ['1', '2', '3', '4']],
    ['1–3', ['1', '2', '3']],
    ['1..3', ['1', '2', '3']],
    ['5-1', ['5-1']],
    ['172-2-1', ['172-2-1']],
    ['а,б', ['а', 'б']],
    ['1-99999', ['1-99999']],
    [' ', []],
  ])('%s', (typed, numbers) => {
    expect(parseNumbers(typed)).toEqual(numbers);
  });
});

test('levels come outermost first, whatever their order in the data', () => {
  const levels = stepsOf({ point: ['3'], article: ['12'], paragraph: [], part: ['2'] }).map((step) => step.level);
  expect(levels).toEqual(['article', 'part', 'point']);
});

test('two numbers in sequence stay a list, three become a span', () => {
  expect(stepsOf({ part: ['1', '2'] })[0]?.spans).toEqual([{ from: '1' }, { from: '2' }]);
  expect(stepsOf({ part: ['1', '2', '3', '5'] })[0]?.spans).toEqual([{ from: '1', to: '3' }, { from: '5' }]);
});
