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

/** The title to show for an act in a language: its own, else the nearest that there is. */
function shownTitle(act: Act, language: Language): string | undefined {
  return order[language].map((one) => act.title[one]).find((title) => title !== null) ?? undefined;
}

/** Names acts in the interface language: by title, or as they are cited when no title is known. */
export function useActName(): (act: Act) => string {
  const { acts, settings } = useDesk();
  const { language } = useStore(settings);
  return (act) => shownTitle(act, language) ?? renderCitation({ act: act.id, pinpoint: {} }, acts, language);
}
