import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../core/base/language.ts';
import { labelsOf } from '../../core/draft/numbering.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { Segments } from '../ui/segments.tsx';
import { usePlaces } from '../ui/use-places.ts';
import type { FilePlacing } from './use-placing.ts';

interface FilePlacesProps {
  readonly places: FilePlacing;
  readonly into: 'draft' | 'new';
  /** All of it says its languages itself. */
  readonly hasCells: boolean;
}

/** Which column, whether as new provisions or into empty cells, and whether its citations become live. */
export function FilePlaces({ places, into, hasCells }: FilePlacesProps): ReactNode {
  const { t } = useTranslation();
  const { placing, plan, canFill } = places;
  return (
    <section className="review-part" aria-label={t('insert:where')}>
      <h3 className="panel-title">{t('insert:where')}</h3>
      {hasCells ? (
        <p>{t('insert:severalLanguages')}</p>
      ) : (
        <Segments
          label={t('insert:column')}
          options={languages.map((id) => ({ id, name: t(`ownName.${id}`), lang: id }))}
          selected={[placing.language]}
          onChange={([language]) => language && places.setLanguage(language)}
        />
      )}
      {into === 'draft' && canFill ? (
        <Segments
          label={t('insert:way')}
          options={(['cells', 'rows'] as const).map((id) => ({ id, name: t(`insert:ways.${id}`) }))}
          selected={[placing.way === 'cells' ? 'cells' : 'rows']}
          onChange={([way]) => way && places.setWay(way)}
        />
      ) : null}
      {into === 'draft' ? <Place places={places} /> : null}
      {plan && plan.citations > 0 ? (
        <label className="offer-all">
          <input type="checkbox" checked={placing.live} onChange={({ target }) => places.setLive(target.checked)} />
          {t('insert:live', { count: plan.citations })}
        </label>
      ) : null}
      {plan && plan.citations === 0 ? <p className="hint">{t('insert:noCitations')}</p> : null}
      {plan && plan.otherNumbers > 0 ? (
        <p className="review-said">{t('insert:otherNumbers', { count: plan.otherNumbers })}</p>
      ) : null}
    </section>
  );
}

/** The provision behind which it comes, or the first that it fills. */
function Place({ places }: { readonly places: FilePlacing }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const placeOf = usePlaces();
  const units = useStore(desk.session)?.editor.state().units ?? [];
  const { way, at, language } = places.placing;
  if (units.length === 0) return null;
  const place = placeOf(units, labelsOf(units, desk.forms), at, language);
  return <p className="hint">{t(way === 'cells' ? 'insert:from' : 'insert:behind', { place })}</p>;
}
