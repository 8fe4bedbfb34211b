import { array, assert, constantFrom, integer, oneof, option, property, record, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from '../../../../core/base/language.ts';
import { grammaticalCases, type Pinpoint } from '../../../../core/draft/types.ts';
import { renderCitation } from '../../../../core/law/citation.ts';
import { pinpointFrom, recognise } from '../../../../core/law/recognise/recognise.ts';
import { index } from '../register.ts';

const one = integer({ min: 1, max: 300 }).map((number) => [String(number)]);
const some = uniqueArray(integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }).map((numbers) =>
  numbers.toSorted((a, b) => a - b).map(String),
);
// 2-5 alone may be read as a range in Russian, where «статьи 2-5» is both; a falling pair is one inserted unit in every language.
const inserted = array(integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 2 }).map((tail) => [
  `300-${tail.join('-')}`,
]);
const letters = uniqueArray(constantFrom('а', 'б', 'в', 'г', 'д'), { minLength: 1, maxLength: 3 });
const paragraphs = uniqueArray(integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }).map((numbers) =>
  numbers.toSorted((a, b) => a - b).map(String),
);
const romans = constantFrom(['I'], ['II'], ['IV'], ['IX'], ['XII']);
const maybe = <T>(values: import('fast-check').Arbitrary<T>) => option(values, { nil: undefined });
const pinpoint = record({
  section: maybe(romans),
  chapter: maybe(one),
  article: oneof(one, inserted),
  part: maybe(some),
  point: maybe(some),
  subpoint: maybe(letters),
  paragraph: maybe(paragraphs),
}).map((levels) => Object.fromEntries(Object.entries(levels).filter(([, value]) => value !== undefined)) as Pinpoint);
const act = constantFrom(...index.acts.map(({ id }) => id));

test('a rendered citation of any act, place, case and language is recognised whole as the same citation', () => {
  void assert(
    property(
      act,
      maybe(pinpoint),
      constantFrom(...grammaticalCases),
      maybe(constantFrom(true as const)),
      constantFrom(...languages),
      (id, place, name, dated, language) => {
        const citation = { act: id, pinpoint: place ?? {}, case: name, ...(dated ? { dated } : {}) };
        const text = renderCitation(citation, index, language);
        const found = recognise(text, language, index);
        expect(found.map(({ pinpoint: pairs, act: meant }) => ({ act: meant, pinpoint: pinpointFrom(pairs) }))).toEqual(
          [{ act: id, pinpoint: place ?? {} }],
        );
        expect([text, text.replace(/^the /, '')]).toContain(found[0]?.text);
      },
    ),
    { numRuns: 1500 },
  );
});
