import { useTranslation } from 'react-i18next';
import { isLanguage } from '../../core/base/language.ts';
import type { Notice } from '../../core/base/notice.ts';
import { labelsOf } from '../../core/draft/numbering.ts';
import { indexOfUnit } from '../../core/draft/outline.ts';
import { useDesk } from '../state/desk.ts';
import { useNoticeText } from '../ui/use-notice-text.ts';
import { usePlaces } from '../ui/use-places.ts';

/** The sentence of a notice about the open draft; `place` in it is where the notice's provision stands now. */
export function usePlacedNotice(): (notice: Notice) => string {
  const { i18n } = useTranslation();
  const { forms, session } = useDesk();
  const textOf = useNoticeText();
  const placeOf = usePlaces();
  return (notice) => {
    const units = session.get()?.editor.state().units ?? [];
    const { unit } = notice.place ?? {};
    const index = unit === undefined ? -1 : indexOfUnit(units, unit);
    if (index < 0) return textOf(notice);
    const language = isLanguage(i18n.language) ? i18n.language : 'ru';
    return textOf({
      ...notice,
      params: { ...notice.params, place: placeOf(units, labelsOf(units, forms), index, language) },
    });
  };
}
