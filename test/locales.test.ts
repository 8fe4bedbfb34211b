import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../core/base/language.ts';
import { flatLocale, localeAreas, readLocale } from './support/locales.ts';

/** The plural forms that i18next asks for in each language. */
const forms: Readonly<Record<Language, readonly string[]>> = {
  ky: ['one', 'other'],
  ru: ['one', 'few', 'many', 'other'],
  en: ['one', 'other'],
};
const plural = /_(zero|one|two|few|many|other)$/;

/** Keys with plural forms folded to one, so that languages with different forms compare. */
function foldedKeys(language: Language, area: string): readonly string[] {
  return [...new Set([...flatLocale(language, area).keys()].map((key) => key.replace(plural, '_#')))].sort();
}

function blanksOf(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '').sort();
}

const areas = localeAreas('ky');

test('every language has the same areas', () => {
  for (const language of languages) expect(localeAreas(language), language).toEqual(areas);
});

describe.each(areas)('the words of %s', (area) => {
  test('begin with a note to the translator', () => {
    for (const language of languages) expect(Object.keys(readLocale(language, area))[0], language).toBe('_note');
  });

  test('have the same keys in every language', () => {
    for (const language of languages) expect(foldedKeys(language, area), language).toEqual(foldedKeys('ky', area));
  });

  test('are never empty', () => {
    for (const language of languages) {
      const empty = [...flatLocale(language, area)].filter(([, sentence]) => sentence.trim() === '');
      expect(empty, language).toEqual([]);
    }
  });

  test('have all plural forms of their language and no others', () => {
    for (const language of languages) {
      const found = new Map<string, string[]>();
      for (const key of flatLocale(language, area).keys()) {
        const form = plural.exec(key)?.[1];
        const stem = key.replace(plural, '');
        if (form) found.set(stem, [...(found.get(stem) ?? []), form]);
      }
      for (const [stem, has] of found) expect(has.sort(), `${language} ${stem}`).toEqual([...forms[language]].sort());
    }
  });

  test('fill in the same things in every language', () => {
    const kyrgyz = flatLocale('ky', area);
    for (const language of ['ru', 'en'] as const) {
      for (const [key, sentence] of flatLocale(language, area)) {
        const other = kyrgyz.get(key) ?? kyrgyz.get(key.replace(plural, '_other')) ?? '';
        // "One" may be said by a word instead of a number.
        const without = (names: readonly string[]): readonly string[] =>
          plural.test(key) ? names.filter((name) => name !== 'count' && name !== 'n') : names;
        expect(without(blanksOf(sentence)), `${language} ${key}`).toEqual(without(blanksOf(other)));
      }
    }
  });

  test('in Kyrgyz and Russian set words apart by a long dash, as their typography does', () => {
    // What the bill itself says is written as its own text is.
    const ofTheBill = /(?:далее|мындан ары) – /;
    for (const language of ['ky', 'ru'] as const) {
      const short = [...flatLocale(language, area)].filter(([, said]) => / [–-] /.test(said.replace(ofTheBill, '')));
      expect(
        short.filter(([key]) => key !== 'usage'),
        language,
      ).toEqual([]);
    }
  });

  test('in Kyrgyz are written with Kyrgyz letters, not with their look-alikes', () => {
    const foreign = [...flatLocale('ky', area)].filter(([, sentence]) => /[њјіїќ]/i.test(sentence));
    expect(foreign).toEqual([]);
  });
});
