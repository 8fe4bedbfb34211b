import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateSummary } from '../../core/bridge/drafts.ts';
import { formatNumber } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';

/** How many chapters and articles a template has, or points or sections where it begins no bill. */
export function TemplateCounts({ counts, document }: Pick<TemplateSummary, 'counts' | 'document'>): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const { chapters, articles, points } = counts;
  const counted = (key: string, count: number): string => t(key, { count, n: formatNumber(language, count) });
  if (document === 'resolution') return <p className="template-counts">{counted('templates:points', points)}</p>;
  if (document === 'note') return <p className="template-counts">{counted('templates:sections', articles)}</p>;
  const words = [
    chapters > 0 ? counted('start:chapters', chapters) : '',
    articles > 0 ? counted('start:articles', articles) : t('start:noArticles'),
  ];
  return <p className="template-counts">{words.filter(Boolean).join(' · ')}</p>;
}
