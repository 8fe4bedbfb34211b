import type { Language } from '../base/language.ts';

/** The forms of a word beside a number, named as in the locales. */
export type PluralForm = 'one' | 'few' | 'many' | 'other';

/**
 * The form that a language takes beside a number: день, дня, дней, and дня after a fraction (`other`). English and Kyrgyz know one and
 * other. Made without Intl, which has no Kyrgyz in Chromium.
 */
export function pluralForm(language: Language, value: number): PluralForm {
  if (language !== 'ru') return value === 1 ? 'one' : 'other';
  if (!Number.isInteger(value)) return 'other';
  const lastTwo = value % 100;
  const last = value % 10;
  if (lastTwo >= 11 && lastTwo <= 14) return 'many';
  if (last === 1) return 'one';
  return last >= 2 && last <= 4 ? 'few' : 'many';
}
