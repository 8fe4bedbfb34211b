import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TemplateSummary } from '../../core/bridge/drafts.ts';
import { formatNumber } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { createFromTemplate } from '../state/files.ts';
import { useStore } from '../state/store.ts';
import { ActStatusMark } from '../ui/act-status-mark.tsx';
import { useActName } from '../ui/use-act-name.ts';

/** The statutes that a template leans on, each with its status today. */
function LeansOn({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  const { acts } = useDesk();
  const nameOf = useActName();
  const known = ids.flatMap((id) => acts.byId.get(id) ?? []);
  if (known.length === 0) return null;
  return (
    <div className="leans-on">
      <h4>{t('start:leansOn')}</h4>
      <ul>
        {known.map((act) => (
          <li key={act.id}>
            <span className="leans-on-name">{nameOf(act)}</span>
            <ActStatusMark act={act} />
          </li>
        ))}
      </ul>
    </div>
  );
}

export interface TemplateCardProps {
  readonly template: TemplateSummary;
  /** The first one is shown whole. */
  readonly isChief?: boolean;
}

/** A template: what it is, what it contains and what it leans on. */
export function TemplateCard({ template, isChief = false }: TemplateCardProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const titleId = useId();
  const begin = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Only if nothing else has it: the templates may come late.
    if (isChief && document.activeElement === document.body) begin.current?.focus({ preventScroll: true });
  }, [isChief]);
  const { chapters, articles } = template.counts;
  const counts = [
    chapters > 0 ? t('start:chapters', { count: chapters, n: formatNumber(language, chapters) }) : '',
    articles > 0
      ? t('start:articles', { count: articles, n: formatNumber(language, articles) })
      : t('start:noArticles'),
  ].filter(Boolean);
  return (
    <article className={`template${isChief ? ' chief' : ''}`} aria-labelledby={titleId}>
      <div className="template-text">
        <h3 id={titleId}>{template.title[language]}</h3>
        <p>{template.description[language]}</p>
        <p className="template-counts">{counts.join(' · ')}</p>
        {isChief && template.chapters.length > 0 ? (
          <ol className="template-chapters" aria-label={t('start:contents')}>
            {template.chapters.map((chapter, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a template's chapters never change place
              <li key={index}>
                <span aria-hidden="true">{index + 1}</span>
                {chapter[language]}
              </li>
            ))}
          </ol>
        ) : null}
        <LeansOn ids={template.leansOn} />
      </div>
      <Button
        ref={begin}
        className={`button${isChief ? ' primary' : ''}`}
        aria-describedby={titleId}
        onPress={() => void createFromTemplate(desk, template.id)}
      >
        {t('start:begin')}
      </Button>
    </article>
  );
}
