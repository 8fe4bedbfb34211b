import type { Language } from '../base/language.ts';
import type { ActId } from '../draft/types.ts';

/** The mark that stands in a document for a unit that a reference names and that is not there. */
export const brokenMark: Readonly<Record<Language, string>> = {
  ky: '[үзүлгөн шилтеме]',
  ru: '[оборванная ссылка]',
  en: '[broken reference]',
};

const unknownActs: Readonly<Record<Language, string>> = {
  ky: 'белгисиз акт',
  ru: 'неизвестный акт',
  en: 'unknown act',
};

/** The mark that stands in a document for an act that the register does not have. */
export function unknownActMark(id: ActId, language: Language): string {
  return `[${unknownActs[language]}: ${id}]`;
}
