import { type Language, languages } from '../../base/language.ts';

/** Words that every act has and that no other of the three languages has; old letters stand beside the Kyrgyz ones. */
const telling: Readonly<Record<Language, RegExp>> = {
  ky: /(?<!\p{L})(?:жана|менен|боюнча|ылайык|республикасынын|мыйзам\p{L}*|берене\p{L}*|үчүн|жөнүндө|болуп|тарабынан|тартиби)(?!\p{L})|[өүңњј]/giu,
  ru: /(?<!\p{L})(?:и|в|на|с|по|о|об|от|или|для|республики|закона?|настоящ\p{L}*|стать[яеи]|которы\p{L}*)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:the|of|and|to|in|by|for|shall|law|article)(?!\p{L})/giu,
};

/** Read from the text itself: the address and the menus of the database often speak another language than the act. */
export function languageOf(text: string): Language {
  const sample = text.slice(0, 60_000);
  const counts = languages.map((language) => [language, sample.match(telling[language])?.length ?? 0] as const);
  return counts.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'ky';
}
