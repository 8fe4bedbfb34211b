import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { languages } from '../../core/base/language.ts';
import type { ActId } from '../../core/draft/types.ts';
import { formatShortDate } from '../../core/languages/format.ts';
import { actStatusMarkOn } from '../../core/law/status-day.ts';
import type { Act } from '../../core/law/types.ts';
import { StatusOnDay } from '../register/status-on-day.tsx';
import { VerificationFacts } from '../register/verification-facts.tsx';
import { useDesk } from '../state/desk.ts';
import type { CardPlace } from '../state/dialogs.ts';
import { useStore } from '../state/store.ts';
import { ActTexts } from '../texts/act-texts.tsx';
import { ActStatusMark } from '../ui/act-status-mark.tsx';
import { useActName } from '../ui/use-act-name.ts';
import { useActDetails } from './act-line.tsx';

/** The titles, each with whether a source showed it. A title that nobody saw says so. */
function Titles({ act }: { readonly act: Act }): ReactNode {
  const { t } = useTranslation();
  return (
    <dl className="titles">
      {languages.map((language) => {
        const title = act.title[language];
        const isSeen = act.titleSeen.includes(language);
        return (
          <div key={language}>
            <dt>{t(`ownName.${language}`)}</dt>
            <dd className={title ? 'law-text' : 'none'} lang={title ? language : undefined}>
              {title ?? t('desk:law.noTitle')}
              {title && !isSeen ? <small className="unseen">{t('desk:law.titleUnseen')}</small> : null}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** `1994-01-14 №1388-XII` with the date as the reader writes it. */
function Amendments({ act }: { readonly act: Act }): ReactNode {
  const { t } = useTranslation();
  const { settings } = useDesk();
  const { language } = useStore(settings);
  if (act.amendments.length === 0) return <p className="hint">{t('desk:law.noAmendments')}</p>;
  return (
    <ul className="amendments">
      {act.amendments.map((amendment) => (
        <li key={amendment}>{amendment.replace(/^\d{4}-\d{2}-\d{2}/, (date) => formatShortDate(language, date))}</li>
      ))}
    </ul>
  );
}

function Successor({ act, onOpen }: { readonly act: Act; readonly onOpen: (act: ActId) => void }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const nameOf = useActName();
  const { acts } = useStore(desk.law);
  const successor = act.successor === null ? undefined : acts.byId.get(act.successor);
  if (!successor) return null;
  return (
    <p className="successor">
      {t('desk:law.successor')}{' '}
      <Button className="link" onPress={() => onOpen(successor.id)}>
        {nameOf(successor)}
      </Button>
    </p>
  );
}

interface ActCardProps {
  readonly act: Act;
  /** Where it stands: there its dialogs lead back. */
  readonly place: CardPlace;
  /** Another act was chosen on it. */
  readonly onOpen: (act: ActId) => void;
}

/** Everything that the register knows of an act, and how well. What a source said is shown in its own words. */
export function ActCard({ act, place, onOpen }: ActCardProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { acts } = useStore(desk.law);
  const nameOf = useActName();
  const detailsOf = useActDetails();
  const { vitality } = actStatusMarkOn(act, acts.on);
  return (
    <article className="act-card" aria-label={nameOf(act)}>
      <div className={`law-state ${vitality}`}>
        <ActStatusMark act={act} />
        <p>{detailsOf(act)}</p>
        <small>{t('desk:law.statusConfidence', { confidence: t(`law:confidence.${act.statusConfidence}`) })}</small>
        <StatusOnDay act={act} />
        <Successor act={act} onOpen={onOpen} />
      </div>
      <VerificationFacts act={act} from={place} />
      <ActTexts act={act} />
      <Titles act={act} />
      <h4>{t('desk:law.amendments')}</h4>
      <Amendments act={act} />
      {act.structure.length > 0 ? (
        <>
          <h4>{t('desk:law.structure')}</h4>
          <ul className="source-words">
            {act.structure.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
      {act.statusDetail ? (
        <>
          <h4>{t('desk:law.sourceWords')}</h4>
          <p className="source-words" lang="en">
            {act.statusDetail}
          </p>
        </>
      ) : null}
      {act.note ? (
        <p className="source-words" lang="en">
          {act.note}
        </p>
      ) : null}
      <h4>{t('desk:law.sources')}</h4>
      <ul className="sources">
        {act.databaseId ? <li>{t('desk:law.database', { id: act.databaseId })}</li> : null}
        {act.sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
        {act.sources.length === 0 ? <li>{t('desk:law.noSources')}</li> : null}
      </ul>
    </article>
  );
}
