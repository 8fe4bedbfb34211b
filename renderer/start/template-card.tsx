import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TemplateSummary } from '../../core/bridge/drafts.ts';
import { useDesk } from '../state/desk.ts';
import { createFromTemplate } from '../state/files.ts';
import { useStore } from '../state/store.ts';
import { LeansOn } from '../templates/leans-on.tsx';
import { TemplateCounts } from '../templates/template-counts.tsx';

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
  return (
    <article className={`template${isChief ? ' chief' : ''}`} aria-labelledby={titleId}>
      <div className="template-text">
        <h3 id={titleId}>{template.title[language]}</h3>
        <p>{template.description[language]}</p>
        <TemplateCounts {...template} />
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
        <LeansOn ids={template.leansOn} isFolded={!isChief} />
      </div>
      <div className="row-actions">
        <Button
          ref={begin}
          className={`button${isChief ? ' primary' : ''}`}
          aria-describedby={titleId}
          onPress={() => void createFromTemplate(desk, template.id)}
        >
          {t('start:begin')}
        </Button>
        <Button
          className="link"
          aria-describedby={titleId}
          onPress={() => desk.dialog.set({ kind: 'template', naming: { as: 'copy', template } })}
        >
          {t('templates:makeOwn')}
        </Button>
      </div>
    </article>
  );
}
