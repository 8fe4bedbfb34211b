import type { Language } from '../base/language.ts';
import { inCase, type KyrgyzCase, nominal, possessed } from '../languages/kyrgyz/suffixes.ts';
import { type RussianCase, type RussianNoun, russianAdjective, russianNoun } from '../languages/russian/nouns.ts';
import { capitalised } from './sentence-start.ts';

/*
 * An act by its short name. A person chooses the name, so that it is declined by its last word in Kyrgyz and by its head in Russian,
 * and left as it is where neither is known.
 */

/** How a text says that a short name holds from here on: (мындан ары – Мыйзам), (далее – Закон), (hereinafter “the Law”). */
export function hereinafter(name: string, language: Language): string {
  switch (language) {
    case 'ky':
      return `(мындан ары – ${name})`;
    case 'ru':
      return `(далее – ${name})`;
    case 'en':
      return `(hereinafter “${name}”)`;
  }
}

/** Nouns that name an act; in «Жазык кодекси», «Статус жөнүндө мыйзамы» they stand in the possessive already. */
const possessedNouns: ReadonlySet<string> = new Set(
  ['мыйзам', 'кодекс', 'токтом', 'жобо', 'жарлык', 'буйрук', 'нускама', 'тартип', 'эреже', 'акты', 'конституция'].map(
    (noun) => possessed(nominal(noun)).text,
  ),
);

/** «Мыйзам» gives Мыйзамдын, «Жазык кодекси» Жазык кодексинин, «ИИО» (read by its letters) ИИОнун. */
export function kyrgyzShortName(name: string, grammaticalCase: KyrgyzCase): string {
  const [, before = '', last = ''] = /^(.*?)([\p{L}\p{M}\d-]*)$/su.exec(name) ?? [];
  if (last === '' || grammaticalCase === 'nom') return name;
  if (isAbbreviation(last))
    return name + inCase(nominal(readByLetters(last)), grammaticalCase).slice(readByLetters(last).length);
  const isPossessed = possessedNouns.has(last.toLowerCase());
  return before + inCase({ text: last, possessed: isPossessed }, grammaticalCase);
}

function isAbbreviation(word: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word);
}

const letterNames: Readonly<Record<string, string>> = {
  К: 'ка',
  Х: 'ха',
  Ш: 'ша',
  Ф: 'эф',
  Л: 'эл',
  М: 'эм',
  Н: 'эн',
  Р: 'эр',
  С: 'эс',
};

/** The sound of an abbreviation's last letter, to which its suffix is put. */
function readByLetters(abbreviation: string): string {
  const letter = abbreviation.at(-1) ?? '';
  return letterNames[letter] ?? (/[АЕЁИОӨУҮЫЭЮЯ]/.test(letter) ? letter.toLowerCase() : `${letter.toLowerCase()}е`);
}

/** The adjectives that agree with the head, the head, and what hangs on it. */
const russianName =
  /^((?:\p{L}[\p{L}-]*(?:ый|ой)\s+)*)(закон|кодекс|постановление|положение|указ|приказ|конституция)(?!\p{L})(.*)$/isu;

/** «Закон о статусе» gives Закона о статусе, «Уголовный кодекс» Уголовного кодекса; «УК КР» stays. */
export function russianShortName(name: string, grammaticalCase: RussianCase): string {
  const [, adjectives = '', head = '', rest = ''] = russianName.exec(name) ?? [];
  if (head === '') return name;
  const declined = russianNoun(head.toLowerCase() as RussianNoun, grammaticalCase);
  const agreeing = adjectives.replace(/[\p{L}-]+/gu, (word) => russianAdjective(word, grammaticalCase));
  return agreeing + (head.charAt(0) === head.charAt(0).toLowerCase() ? declined : capitalised(declined)) + rest;
}
