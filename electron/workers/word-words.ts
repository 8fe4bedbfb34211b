import { trilingual } from '../../core/base/language.ts';
import type { WordWords } from '../../core/word/document.ts';
import en from '../../locales/en/word.json' with { type: 'json' };
import ky from '../../locales/ky/word.json' with { type: 'json' };
import ru from '../../locales/ru/word.json' with { type: 'json' };

const documents = { ky: ky.document, ru: ru.document, en: en.document };

/** The words that documents carry beside the draft's own and those of the rules of form. */
export const wordWords: WordWords = {
  columns: trilingual((language) => documents[language].column),
  note: trilingual((language) => documents[language].note),
  runningHead: {
    review: trilingual((language) => documents[language].runningHead.review),
    internal: trilingual((language) => documents[language].runningHead.internal),
  },
};
