import type { Language } from '../base/language.ts';

/** Latin letters and the Cyrillic ones that are typed or seen as the same. Capitals apart, since their shapes differ. */
const cyrillicOf: Readonly<Record<string, string>> = {
  a: 'а',
  A: 'А',
  B: 'В',
  c: 'с',
  C: 'С',
  e: 'е',
  E: 'Е',
  H: 'Н',
  k: 'к',
  K: 'К',
  m: 'м',
  M: 'М',
  n: 'п',
  o: 'о',
  O: 'О',
  p: 'р',
  P: 'Р',
  t: 'т',
  T: 'Т',
  u: 'и',
  x: 'х',
  X: 'Х',
  y: 'у',
  Y: 'У',
};

/** Letters with two dots or a bar, typed for Kyrgyz ones on Turkish or other layouts. */
const kyrgyzOf: Readonly<Record<string, string>> = { ü: 'ү', Ü: 'Ү', ö: 'ө', Ö: 'Ө', ɵ: 'ө', Ɵ: 'Ө' };

const latinOf = new Map(
  // п and и are seen as n and u only in italics: an English word is not mended by them.
  Object.entries(cyrillicOf).flatMap(([latin, cyrillic]) => (/[nu]/.test(latin) ? [] : [[cyrillic, latin] as const])),
);

const latin = /\p{Script=Latin}/u;
const cyrillic = /\p{Script=Cyrillic}/u;

/** Whether letters of both scripts stand in one word. */
export function mixesScripts(word: string): boolean {
  return latin.test(word) && cyrillic.test(word);
}

/** The word in the script of its language, or undefined where one of its letters has no look-alike there. */
export function inOneScript(word: string, language: Language): string | undefined {
  let result = '';
  for (const letter of word) {
    const isForeign = (language === 'en' ? cyrillic : latin).test(letter);
    const own = isForeign ? lookAlike(letter, language) : letter;
    if (own === undefined) return undefined;
    result += own;
  }
  return result;
}

function lookAlike(letter: string, language: Language): string | undefined {
  if (language === 'en') return latinOf.get(letter);
  return (language === 'ky' ? kyrgyzOf[letter] : undefined) ?? cyrillicOf[letter];
}
