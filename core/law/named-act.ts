import type { Language, Trilingual } from '../base/language.ts';
import type { Act, ActType } from './types.ts';

/** What of an act is written out in one citation: the pieces that are chosen and known. */
export interface NamedAct {
  readonly type: ActType;
  /** Without quotes. */
  readonly title?: string;
  /** ISO. */
  readonly date?: string;
  readonly number?: string;
  /** Who gave an order, in the genitive. */
  readonly issuer?: string;
}

/** What the constitution is called: its title names the state and the type itself, as a code's does. */
export const constitutionTitle: Trilingual<string> = {
  ky: 'Кыргыз Республикасынын Конституциясы',
  ru: 'Конституция Кыргызской Республики',
  en: 'Constitution of the Kyrgyz Republic',
};

/** In whose title an act is named when the language has none: the state's languages before the translation. */
const titleOrder: Readonly<Record<Language, readonly Language[]>> = {
  ky: ['ky', 'ru', 'en'],
  ru: ['ru', 'ky', 'en'],
  en: ['en', 'ky', 'ru'],
};

/**
 * Chooses what names an act in a language. With a title: the title, and date and number when they are asked for. Without one: type,
 * date and number, which name the act in every language. Without these too: the title in a language in which there is one.
 */
export function nameAct(act: Act, language: Language, dated: boolean): NamedAct {
  const issuer = act.issuer?.[language];
  const type = { type: act.type, ...(issuer ? { issuer } : {}) };
  const title = act.title[language];
  const date = act.date === null ? {} : { date: act.date };
  const number = act.number === null ? {} : { number: act.number };
  // There is one, whatever its date.
  if (act.type === 'constitution') return { ...type, ...(dated ? { ...date, ...number } : {}) };
  if (title !== null) return { ...type, title, ...(dated ? { ...date, ...number } : {}) };
  if (act.date !== null || act.number !== null) return { ...type, ...date, ...number };
  const original = titleOrder[language].map((other) => act.title[other]).find((other) => other !== null);
  return { ...type, ...(original ? { title: original } : {}) };
}
