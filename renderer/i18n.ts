import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages } from '../core/base/language.ts';

type Area = Readonly<Record<string, unknown>>;

const files = import.meta.glob<Area>('../locales/*/*.json', { eager: true, import: 'default' });

/** `{ ky: { common: {...} } }`: every file of `locales/`, its name being the namespace. */
function readResources(): Record<string, Record<string, Area>> {
  const resources: Record<string, Record<string, Area>> = { ky: {}, ru: {}, en: {} };
  for (const [path, area] of Object.entries(files)) {
    const [language, name] = path.split('/').slice(-2);
    const tables = resources[language ?? ''];
    if (tables && name) tables[name.replace('.json', '')] = area;
  }
  return resources;
}

/** One instance for the page. Every sentence is bundled, so that a switch of language is at once and cannot fail. */
export function createI18n(language: Language): i18n {
  const resources = readResources();
  const instance = i18next.createInstance();
  // Everything is in `resources`, so that the initialisation is done when this returns; the promise tells nothing more.
  void instance.use(initReactI18next).init({
    resources: resources as never,
    lng: language,
    fallbackLng: 'ru',
    supportedLngs: [...languages],
    ns: Object.keys(resources.ru ?? {}),
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
}
