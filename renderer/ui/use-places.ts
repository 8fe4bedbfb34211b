import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/base/language.ts';
import type { UnitLabel } from '../../core/draft/numbering.ts';
import { pathTo } from '../../core/draft/positions.ts';
import type { Unit, UnitId, UnitKind } from '../../core/draft/types.ts';

type PlaceOf = (
  units: readonly Unit[],
  labels: ReadonlyMap<UnitId, UnitLabel>,
  index: number,
  language: Language,
) => string;

/** Says in the interface language where a unit stands: Статья 11, часть 1. Numbers are those of the given column. */
export function usePlaces(): PlaceOf {
  const { t } = useTranslation();
  return useMemo(() => {
    const named = new Map<string, string>();
    // A list of all places of a bill asks for the same words again and again, and i18next takes its time for each.
    const nameOf = (kind: UnitKind, n: string): string => {
      const key = `${kind} ${n}`;
      const name = named.get(key) ?? t([`desk:ownPlace.${kind}`, `desk:place.${kind}`], { n }).trim();
      named.set(key, name);
      return name;
    };
    return (units, labels, index, language) => {
      const path = pathTo(units, index);
      const fromArticle = Math.max(
        path.findIndex(({ kind }) => kind === 'article'),
        0,
      );
      const words = path
        .slice(fromArticle)
        .map(({ id, kind }) => nameOf(kind, labels.get(id)?.written[language] ?? ''))
        .join(', ');
      return words.charAt(0).toUpperCase() + words.slice(1);
    };
  }, [t]);
}
