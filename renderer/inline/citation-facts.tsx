import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/base/language.ts';
import type { CitationInline, Pinpoint } from '../../core/draft/types.ts';
import { type PinpointLevel, pinpointLevels } from '../../core/law/pinpoint.ts';
import { useActDetails } from '../panels/act-line.tsx';
import { useDesk } from '../state/desk.ts';
import { CitedPlace } from '../texts/cited-place.tsx';
import { ActName } from '../ui/act-name.tsx';
import { ActStatusMark } from '../ui/act-status-mark.tsx';

interface CitationFactsProps {
  readonly citation: CitationInline;
  /** Of the column in which it stands. */
  readonly language: Language;
}

/** The act that is cited, whether it lives and how well that is known, and the place in it. */
export function CitationFacts({ citation, language }: CitationFactsProps): ReactNode {
  const { t } = useTranslation();
  const { acts } = useDesk();
  const detailsOf = useActDetails();
  const placeOf = usePinpointWords();
  const act = acts.byId.get(citation.act);
  const place = placeOf(citation.pinpoint);
  return (
    <div className="inline-facts">
      {act ? (
        <>
          <b>
            <ActName act={act} />
          </b>
          <p>{detailsOf(act)}</p>
          <p>
            <ActStatusMark act={act} />
          </p>
          <p className="hint">
            {t('desk:law.statusConfidence', { confidence: t(`law:confidence.${act.statusConfidence}`) })}
          </p>
        </>
      ) : (
        <b>{t('law:gap.unknown-act')}</b>
      )}
      <p>{place === '' ? t('inline:wholeAct') : t('inline:place', { place })}</p>
      <CitedPlace citation={citation} language={language} />
    </div>
  );
}

function usePinpointWords(): (pinpoint: Pinpoint) => string {
  const { t } = useTranslation();
  // As the outline says it: 12-берене, статья 12. Unnumbered paragraphs have no number there, here they have their ordinal.
  const wordsOf = (level: PinpointLevel, n: string): string =>
    level === 'paragraph' ? `${t('law:level.paragraph')} ${n}` : t(`desk:place.${level}`, { n }).trim();
  return (pinpoint) =>
    pinpointLevels.flatMap((level) => (pinpoint[level] ? [wordsOf(level, pinpoint[level].join(', '))] : [])).join('; ');
}
