import type { Language } from '../base/language.ts';
import { cardinal } from './kyrgyz/numerals.ts';

/** Beginnings by which the small numbers are told in Russian, in any case, cardinal and ordinal. */
const russian: Readonly<Record<number, RegExp>> = {
  1: /^(?:один|одн|перв|единовременн|разов)/,
  2: /^(?:дв|втор|оба|обе|обо)/,
  3: /^(?:тр[еиёо]|треть)/,
  4: /^четв|^четыр/,
  5: /^пят/,
  6: /^шест/,
  7: /^сем|^седьм/,
  8: /^вос/,
  9: /^девят/,
  10: /^десят/,
  12: /^двенадцат/,
  15: /^пятнадцат/,
  20: /^двадцат/,
  30: /^тридцат/,
  40: /^сорок/,
  50: /^пят(?:ьдесят|идесят)|половин/,
  60: /^шест(?:ьдесят|идесят)/,
  100: /^ст[оа]$|^сот|^стопроцент/,
};

const english: Readonly<Record<number, RegExp>> = {
  1: /^(?:one|once|first|single|lump|an?)$/,
  2: /^(?:two|twice|second|both|double)/,
  3: /^(?:three|third|triple)/,
  4: /^four|^quarter/,
  5: /^fi(?:ve|fth)/,
  6: /^six/,
  7: /^seven/,
  8: /^eigh/,
  9: /^nin/,
  10: /^ten(?:th)?$/,
  12: /^twel/,
  15: /^fifteen/,
  20: /^twent/,
  30: /^thirt/,
  40: /^fort/,
  50: /^fift|^half/,
  60: /^sixt/,
  100: /^hundred/,
};

/** Groups of disability, quarters of a year: 2-топ may be «II группа». */
const romanNumerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/**
 * Whether a number that one language writes in digits may stand in another one's text in words. Meant to be lenient: it silences
 * a comparison, it proves nothing.
 */
export function mayBeSpelledOut(value: string, text: string, language: Language): boolean {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) return false;
  const roman = romanNumerals[number - 1];
  if (roman !== undefined && new RegExp(`(?<!\\p{L})${roman}(?!\\p{L})`, 'u').test(text)) return true;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (language === 'ky') {
    const last = cardinal(number).split(' ').at(-1) ?? '';
    return words.some((word) => word.startsWith(last));
  }
  const pattern = (language === 'ru' ? russian : english)[number];
  return pattern !== undefined && words.some((word) => pattern.test(word));
}
