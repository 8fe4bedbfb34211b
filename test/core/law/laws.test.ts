import { array, assert, constantFrom, integer, option, property, record, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import { grammaticalCases, type Pinpoint } from '../../../core/draft/types.ts';
import { renderCitation } from '../../../core/law/citation.ts';
import { findCitation } from '../../../core/law/query.ts';
import { index } from './register.ts';

const one = integer({ min: 1, max: 300 }).map((number) => [String(number)]);
const some = uniqueArray(integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }).map((numbers) =>
  numbers.toSorted((a, b) => a - b).map(String),
);
const inserted = array(integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 2 }).map((tail) => [
  `300-${tail.join('-')}`,
]);
const pinpoint = record({
  article: constantFrom(one, inserted).chain((numbers) => numbers),
  part: option(some, { nil: undefined }),
  point: option(some, { nil: undefined }),
}).map((levels) => Object.fromEntries(Object.entries(levels).filter(([, value]) => value !== undefined)) as Pinpoint);
const act = constantFrom(
  ...index.acts.filter(({ status, title }) => status === 'in-force' && title.ky && title.ru).map(({ id }) => id),
);

test('a citation as rendered, in any language and case, reads back as the same place', () => {
  void assert(
    property(
      act,
      pinpoint,
      constantFrom(...grammaticalCases),
      constantFrom(...languages),
      (id, place, name, language) => {
        const text = renderCitation({ act: id, pinpoint: place, case: name }, index, language);
        expect(findCitation(index, text).pinpoint).toEqual(place);
      },
    ),
  );
});

test('the same act is found again by its citation', () => {
  void assert(
    property(act, constantFrom(...languages), (id, language) => {
      const text = renderCitation({ act: id, pinpoint: { article: ['12'] }, dated: true }, index, language);
      expect(findCitation(index, text).acts.map((found) => found.id)).toContain(id);
    }),
  );
});
