import type { Language } from '../../base/language.ts';
import { englishOrdinal } from '../../languages/english/numerals.ts';
import { ordinal } from '../../languages/kyrgyz/numerals.ts';
import { russianAdjective, russianCases } from '../../languages/russian/nouns.ts';
import { russianOrdinal } from '../../languages/russian/numerals.ts';
import { foldWord, type Token } from './tokens.ts';

const highest = 99;
const laterEnglish = [
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];

const words: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  ky: mapOf((value) => [ordinal(value)]),
  ru: mapOf(russianForms),
  en: mapOf((value) => [englishOrdinal(value), laterEnglish[value - 13] ?? '']),
};

function mapOf(formsOf: (value: number) => readonly string[]): ReadonlyMap<string, number> {
  const forms = new Map<string, number>();
  for (let value = highest; value >= 1; value -= 1) {
    for (const form of formsOf(value)) forms.set(foldWord(form), value);
  }
  return forms;
}

/** второй, вторая, второго, вторых: all genders and numbers, because a paragraph and a part are told the same way. */
function russianForms(value: number): readonly string[] {
  const nominative = russianOrdinal(value, 'nom');
  const masculine = russianCases.map((name) => russianOrdinal(value, name));
  if (nominative.endsWith('третий')) {
    const stem = nominative.slice(0, -2);
    return [...masculine, ...['ья', 'ьей', 'ью', 'ьи', 'ьих', 'ьим', 'ьими'].map((ending) => stem + ending)];
  }
  const feminine = russianCases.map((name) => russianAdjective(nominative, name, 'feminine'));
  const stem = nominative.slice(0, -2);
  return [...masculine, ...feminine, ...['ые', 'ых', 'ым', 'ыми'].map((ending) => stem + ending)];
}

/** An ordinal word at a place in the tokens, of one or two words (жыйырма бешинчи), or English digits (13th). */
export function readOrdinal(
  tokens: readonly Token[],
  at: number,
  language: Language,
): { readonly value: number; readonly next: number } | undefined {
  const first = tokens[at];
  const second = tokens[at + 1];
  if (first?.kind === 'number' && second && !second.spaced && /^(?:st|nd|rd|th)$/.test(second.text)) {
    return language === 'en' ? { value: Number(first.text), next: at + 2 } : undefined;
  }
  if (first?.kind !== 'word') return undefined;
  const pair = second?.kind === 'word' ? words[language].get(`${first.text} ${second.text}`) : undefined;
  if (pair !== undefined) return { value: pair, next: at + 2 };
  const single = words[language].get(first.text);
  return single === undefined ? undefined : { value: single, next: at + 1 };
}
