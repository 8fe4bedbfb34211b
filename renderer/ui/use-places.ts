import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/base/language.ts';
import type { UnitLabel } from '../../core/draft/numbering.ts';
import { ancestry } from '../../core/draft/outline.ts';
import type { Unit, UnitId } from '../../core/draft/types.ts';

type PlaceOf = (
  units: readonly Unit[],
  labels: ReadonlyMap<UnitId, UnitLabel>,
  index: number,
  language: Language,
) => string;

/** Says in the interface language where a unit stands: Статья 11, часть 1. Numbers are those of the given column. */
export function usePlaces(): PlaceOf {
  const { t } = useTranslation();
  return useMemo(
    () => (units, labels, index, language) => {
      const path = ancestry(units, index).flatMap((at) => units[at] ?? []);
      const fromArticle = Math.max(
        path.findIndex(({ kind }) => kind === 'article'),
        0,
      );
      const words = path
        .slice(fromArticle)
        .map(({ id, kind }) => t(`desk:place.${kind}`, { n: labels.get(id)?.written[language] ?? '' }).trim())
        .join(', ');
      return words.charAt(0).toUpperCase() + words.slice(1);
    },
    [t],
  );
}
