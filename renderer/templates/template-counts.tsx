import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateSummary } from '../../core/bridge/drafts.ts';
import { formatNumber } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';

/** How many chapters and articles a template has. */
export function TemplateCounts({ counts }: Pick<TemplateSummary, 'counts'>): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const { chapters, articles } = counts;
  const words = [
    chapters > 0 ? t('start:chapters', { count: chapters, n: formatNumber(language, chapters) }) : '',
    articles > 0
      ? t('start:articles', { count: articles, n: formatNumber(language, articles) })
      : t('start:noArticles'),
  ];
  return <p className="template-counts">{words.filter(Boolean).join(' · ')}</p>;
}
