import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TemplateSummary } from '../../core/bridge/drafts.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { inNearest } from '../ui/in-nearest.ts';
import { restoreTemplate, takeInTemplate } from './deeds.ts';
import { OwnTemplateCard } from './own-template-card.tsx';
import './templates.css';

/** The head of the office's own templates: the focus goes there when what had it is gone. */
const headId = 'own-templates';

export function focusOwnTemplates(): void {
  document.getElementById(headId)?.focus();
}

/** The templates that this machine's people made, those that they removed, and the way for one to come from elsewhere. */
export function OwnTemplates(): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const templates = useStore(desk.templates);
  const kept = templates.filter(({ own }) => own === 'kept');
  const removed = templates.filter(({ own }) => own === 'removed');
  return (
    <section className="own-templates" aria-labelledby={headId}>
      <h2 id={headId} tabIndex={-1}>
        {t('templates:own')}
      </h2>
      {kept.length === 0 ? <p className="hint">{t('templates:none')}</p> : null}
      {kept.map((template) => (
        <OwnTemplateCard key={template.id} template={template} />
      ))}
      <Button className="button" onPress={() => void takeInTemplate(desk)}>
        {t('templates:takeIn')}
      </Button>
      {removed.length > 0 ? <Removed templates={removed} /> : null}
    </section>
  );
}

function Removed({ templates }: { readonly templates: readonly TemplateSummary[] }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const nameOf = (template: TemplateSummary): string =>
    template.isUnreadable ? t('templates:unreadable') : inNearest(template.title, language) || t('start:untitled');
  const restore = async (template: TemplateSummary): Promise<void> => {
    if (await restoreTemplate(desk, template)) focusOwnTemplates();
  };
  return (
    <details className="removed-templates">
      <summary>{t('templates:removed', { count: templates.length })}</summary>
      <ul>
        {templates.map((template) => (
          <li key={template.id}>
            <span id={`removed-${template.id}`}>{nameOf(template)}</span>
            <Button className="link" aria-describedby={`removed-${template.id}`} onPress={() => void restore(template)}>
              {t('templates:restore')}
            </Button>
            <Button
              className="link"
              aria-describedby={`removed-${template.id}`}
              onPress={() => desk.dialog.set({ kind: 'remove-template', template, forGood: true })}
            >
              {t('templates:erase')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
