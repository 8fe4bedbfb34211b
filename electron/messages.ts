import { createInstance } from 'i18next';
import type { Language } from '../core/base/language.ts';
import type { DocumentKind } from '../core/draft/types.ts';
import enCommands from '../locales/en/commands.json';
import enDocuments from '../locales/en/documents.json';
import enShell from '../locales/en/shell.json';
import kyCommands from '../locales/ky/commands.json';
import kyDocuments from '../locales/ky/documents.json';
import kyShell from '../locales/ky/shell.json';
import ruCommands from '../locales/ru/commands.json';
import ruDocuments from '../locales/ru/documents.json';
import ruShell from '../locales/ru/shell.json';

/** Gives the sentence for a key that begins with its area: `shell.host.running`, `commands.save`. */
export type Messages = (key: string, params?: Readonly<Record<string, string | number>>) => string;

const translator = createInstance();
// All words are at hand, so this is done when it returns.
void translator.init({
  initAsync: false,
  lng: 'en',
  fallbackLng: false,
  interpolation: { escapeValue: false },
  resources: {
    ky: { translation: { shell: kyShell, commands: kyCommands, documents: kyDocuments } },
    ru: { translation: { shell: ruShell, commands: ruCommands, documents: ruDocuments } },
    en: { translation: { shell: enShell, commands: enCommands, documents: enDocuments } },
  },
});

/** What the shells say by themselves: menus, dialogs, the loopback host in a terminal. The page has its own words. */
export function messagesIn(language: Language, document?: DocumentKind): Messages {
  const say = translator.getFixedT(language);
  // What is said otherwise of this document comes first: documents.note.commands.insert-article.
  const keys = (key: string) => (document ? [`documents.${document}.${key}`, key] : key);
  return (key, params) => say(keys(key), params ?? {});
}
