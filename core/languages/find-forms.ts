import type { Language } from '../base/language.ts';
import { russianStem } from './find-russian.ts';
import { inflect } from './kyrgyz/suffixes.ts';

/** Says of a word whether it is a form of the word that is looked for. Both in any letters, capital or small. */
export type FormTest = (word: string) => boolean;

/** The test for the forms of a word: Kyrgyz by the chain of suffixes, Russian by the stem, English by number. */
export function formTest(word: string, language: Language): FormTest {
  switch (language) {
    case 'ky':
      return kyrgyzFormTest(word.toLowerCase());
    case 'ru':
      return sameBy(word, russianStem);
    case 'en':
      return sameBy(word, singular);
  }
}

function sameBy(word: string, stemOf: (word: string) => string): FormTest {
  const stem = stemOf(word);
  return (other) => stemOf(other) === stem;
}

/**
 * The word that was typed may be a form itself (мыйзамдын). So every beginning of it that has it among its own forms is a
 * dictionary form that it may come from, and the forms of all of these fit. Nothing is taken off by guess: the suffixes are put on
 * by the rules of the language and compared.
 */
function kyrgyzFormTest(word: string): FormTest {
  const forms = new Set([word]);
  for (const lemma of lemmasOf(word)) {
    const own: readonly string[] = Object.values(inflect(lemma));
    if (lemma !== word && !own.includes(word)) continue;
    forms.add(lemma);
    for (const form of own) forms.add(form);
  }
  return (other) => forms.has(other.toLowerCase());
}

const shortestLemma = 2;
/** A final к or п softens before the possessive: бөлүк, бөлүгү. */
const hardened: Readonly<Record<string, string>> = { г: 'к', б: 'п' };

function lemmasOf(word: string): readonly string[] {
  const lemmas = new Set<string>([word]);
  for (let length = shortestLemma; length <= word.length; length += 1) {
    const beginning = word.slice(0, length);
    lemmas.add(beginning);
    const hard = hardened[beginning.at(-1) ?? ''];
    if (hard && length > shortestLemma) lemmas.add(beginning.slice(0, -1) + hard);
  }
  // орду comes from орун, and so on: the vowel that fell out is one of four.
  const fallen = /^(\p{L}+)д[ыиуү]/u.exec(word)?.[1];
  if (fallen) for (const vowel of 'ыиуү') lemmas.add(`${fallen}${vowel}н`);
  return [...lemmas];
}

/** Officers, duties, boxes: by their spelling; irregular plurals stay as they are. */
function singular(word: string): string {
  const lower = word.toLowerCase();
  if (/(?:ss|us|is)$/.test(lower) || lower.length < 4) return lower;
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(lower)) return lower.slice(0, -2);
  return lower.endsWith('s') ? lower.slice(0, -1) : lower;
}
