import { expect, test } from 'vitest';
import { cyrillicLetters, englishLetter, englishLetters } from '../../../core/languages/subpoint-letters.ts';
import { forms } from '../../support/forms.ts';

test('the letters are those by which the rules of form count', () => {
  expect([...cyrillicLetters]).toEqual(forms.letters.ru);
  expect([...cyrillicLetters]).toEqual(forms.letters.ky);
  expect([...englishLetters]).toEqual(forms.letters.en);
});

test('a Cyrillic letter has the English one of its place, and nothing else has', () => {
  expect(['а', 'б', 'в', 'к', 'э', 'ю'].map(englishLetter)).toEqual(['a', 'b', 'c', 'j', 'z', 'aa']);
  expect(['b', '1', '', 'аа', 'ё'].map(englishLetter)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});
