/** The languages of a draft and of the interface, in the order in which columns stand. This is the only list of them. */
export const languages = ['ky', 'ru', 'en'] as const;

/** `ky` Kyrgyz (the text that parliament adopts), `ru` Russian (the official language), `en` English (a convenience translation). */
export type Language = (typeof languages)[number];

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

/** One value for each language. */
export type Trilingual<T> = Readonly<Record<Language, T>>;

/** Builds a value for each language. */
export function trilingual<T>(make: (language: Language) => T): Trilingual<T> {
  return { ky: make('ky'), ru: make('ru'), en: make('en') };
}
