import type { Language } from '../base/language.ts';
import type { Act, ActType } from './types.ts';

/** What of an act is written out in one citation: the pieces that are chosen and known. */
export interface NamedAct {
  readonly type: ActType;
  /** Without quotes. */
  readonly title?: string;
  /** ISO. */
  readonly date?: string;
  readonly number?: string;
}

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
  const title = act.title[language];
  const date = act.date === null ? {} : { date: act.date };
  const number = act.number === null ? {} : { number: act.number };
  if (title !== null) return { type: act.type, title, ...(dated ? { ...date, ...number } : {}) };
  if (act.date !== null || act.number !== null) return { type: act.type, ...date, ...number };
  const original = titleOrder[language].map((other) => act.title[other]).find((other) => other !== null);
  return { type: act.type, ...(original ? { title: original } : {}) };
}
