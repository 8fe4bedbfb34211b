import type { Language } from '../../core/base/language.ts';
import { renderCitation } from '../../core/law/citation.ts';
import type { Act } from '../../core/law/types.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';

const order: Readonly<Record<Language, readonly Language[]>> = {
  ky: ['ky', 'ru', 'en'],
  ru: ['ru', 'ky', 'en'],
  en: ['en', 'ru', 'ky'],
};

/** The nearest title that there is in another language. */
export function otherTitle(
  act: Act,
  language: Language,
): { readonly lang: Language; readonly title: string } | undefined {
  for (const lang of order[language]) {
    const title = act.title[lang];
    if (title !== null) return { lang, title };
  }
  return undefined;
}

/**
 * Names acts in the interface language: by title, or, where nobody has seen one in that language, as they are cited by date and
 * number, with a title in another language behind it to tell what the act is about.
 */
export function useActName(): (act: Act) => string {
  const { acts, settings } = useDesk();
  const { language } = useStore(settings);
  return (act) => {
    if (act.title[language]) return act.title[language];
    const cited = renderCitation({ act: act.id, pinpoint: {} }, acts, language);
    const other = otherTitle(act, language)?.title;
    const name = other && !cited.includes(other) ? `${cited} (${other})` : cited;
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
}
