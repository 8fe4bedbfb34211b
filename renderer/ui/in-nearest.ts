import { type Language, languages, type Trilingual } from '../../core/base/language.ts';

/** Words in a language, or in the first other one that has some. */
export function inNearest(words: Trilingual<string>, language: Language): string {
  return [language, ...languages].map((one) => words[one]).find((text) => text.trim() !== '') ?? '';
}
