import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages } from '../core/base/language.ts';
import { type DocumentKind, documentKinds } from '../core/draft/types.ts';

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

/** What is said otherwise of a document that is no bill: `{ note: { commands: {...} } }`. */
type Otherwise = Readonly<Record<string, Readonly<Record<string, Area>>>>;

const spoken = new WeakMap<i18n, DocumentKind | undefined>();

/** Makes the page speak of what the open draft is: the words of a bill, and over them those of the document. */
export function speakOf(instance: i18n, document: DocumentKind | undefined): void {
  if (spoken.get(instance) === document) return;
  spoken.set(instance, document);
  const resources = readResources();
  for (const language of languages) {
    const tables = resources[language] ?? {};
    const otherwise = tables.documents as Otherwise | undefined;
    const areas = new Set(documentKinds.flatMap((kind) => Object.keys(otherwise?.[kind] ?? {})));
    for (const area of areas) {
      const own = document && otherwise?.[document]?.[area];
      instance.addResourceBundle(language, area, over(tables[area] ?? {}, own ?? {}), false, true, { silent: true });
    }
  }
  // Nothing else has changed, but whoever shows words has to ask for them again.
  instance.emit('languageChanged', instance.language);
}

function over(area: Area, own: Area): Area {
  const changed = Object.entries(own).map(([key, words]) => {
    const before = area[key];
    return [key, isArea(words) ? over(isArea(before) ? before : {}, words) : words];
  });
  return { ...area, ...Object.fromEntries(changed) };
}

function isArea(words: unknown): words is Area {
  return typeof words === 'object' && words !== null;
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
