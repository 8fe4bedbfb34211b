import type { Trilingual } from '../../core/base/language.ts';
import type { ParityWords } from '../../core/law/parity-words.ts';
import en from '../../locales/en/parity.json' with { type: 'json' };
import ky from '../../locales/ky/parity.json' with { type: 'json' };
import ru from '../../locales/ru/parity.json' with { type: 'json' };

/** The words of the matrix of guarantees as a document. */
export const parityWords: Trilingual<ParityWords> = { ky: ky.table, ru: ru.table, en: en.table };
