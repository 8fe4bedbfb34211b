import { array, assert, constantFrom, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { compareKyrgyz, kyrgyzAlphabet } from '../../../../core/languages/kyrgyz/alphabet.ts';
import { inflect } from '../../../../core/languages/kyrgyz/suffixes.ts';

const families = { back: { vowels: 'аоуы', suffix: /[эеиөү]/ }, front: { vowels: 'еөүи', suffix: /[аоуы]/ } } as const;

const stem = record({
  family: constantFrom('back', 'front'),
  syllables: array(
    record({
      onset: constantFrom(...'бгджзклмнпрстч'),
      vowel: constantFrom(0, 1, 2, 3),
      coda: constantFrom('', ...'клмнңпрстшз'),
    }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
}).map(({ family, syllables }) => ({
  family,
  text: syllables
    .map(({ onset, vowel, coda }) => onset + (families[family as 'back' | 'front'].vowels[vowel] ?? '') + coda)
    .join(''),
}));

test('a stem of front vowels takes front suffixes alone, one of back vowels back ones', () => {
  void assert(
    property(stem, ({ family, text }) => {
      for (const form of Object.values(inflect(text))) {
        expect(form.slice(text.length - 1)).not.toMatch(families[family as 'back' | 'front'].suffix);
      }
    }),
  );
});

test('a suffix is voiceless after a voiceless sound and voiced after any other', () => {
  void assert(
    property(stem, ({ text }) => {
      const { loc, dat, abl } = inflect(text);
      const firstSounds = [dat, loc, abl].map((form) => form.charAt(text.length)).join('');
      expect(firstSounds).toBe(/[пктсшч]$/.test(text) ? 'ктт' : 'гдд');
    }),
  );
});

const word = array(constantFrom(...kyrgyzAlphabet, ' ', '-'), { maxLength: 6 }).map((letters) => letters.join(''));

test('the order of words is total', () => {
  void assert(
    property(word, word, word, (a, b, c) => {
      expect(Math.sign(compareKyrgyz(a, b)) + Math.sign(compareKyrgyz(b, a))).toBe(0);
      expect(compareKyrgyz(a, b) === 0).toBe(a === b);
      if (compareKyrgyz(a, b) <= 0 && compareKyrgyz(b, c) <= 0) expect(compareKyrgyz(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});
