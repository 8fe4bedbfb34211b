import { describe, expect, test } from 'vitest';
import { languages } from '../../../../core/base/language.ts';
import { recognise } from '../../../../core/law/recognise/recognise.ts';
import phrases from '../../../fixtures/citation-phrases.json' with { type: 'json' };
import { index } from '../register.ts';

/** Phrases as officials write them, each with what it names: the words, the act or the text's own law or unit, and the place; `?` is an act that is not said. */
describe.each(languages)('phrases in %s', (language) => {
  test.each(Object.entries<readonly string[]>(phrases[language]))('%s', (phrase, expected) => {
    const found = recognise(phrase, language, index).map(({ text, act, own, pinpoint }) => {
      const named = act ?? (own ? `own ${own}` : '?');
      return [`${text} = ${named}`, ...pinpoint.map((pair) => pair.join(' '))].join(' ');
    });
    expect(found).toEqual(expected);
  });
});
