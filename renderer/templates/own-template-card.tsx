import { type ReactNode, useId } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TemplateSummary } from '../../core/bridge/drafts.ts';
import { useDesk } from '../state/desk.ts';
import { createFromTemplate, openFrom } from '../state/files.ts';
import { useStore } from '../state/store.ts';
import { inNearest } from '../ui/in-nearest.ts';
import { handOnTemplate } from './deeds.ts';
import { LeansOn } from './leans-on.tsx';
import { TemplateCounts } from './template-counts.tsx';

/** A template of the office's own, with everything that can be done with it. One that cannot be read can be put aside. */
export function OwnTemplateCard({ template }: { readonly template: TemplateSummary }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const titleId = useId();
  const { id, isUnreadable } = template;
  const deed = (key: string, act: () => unknown, look = 'link'): ReactNode => (
    <Button className={look} aria-describedby={titleId} onPress={() => void act()}>
      {t(key)}
    </Button>
  );
  const naming = (as: 'copy' | 'rename') => (): void => desk.dialog.set({ kind: 'template', naming: { as, template } });
  const remove = (): void => desk.dialog.set({ kind: 'remove-template', template, forGood: false });
  return (
    <article className="template own" aria-labelledby={titleId}>
      <div className="template-text">
        <h3 id={titleId}>
          {isUnreadable ? t('templates:unreadable') : inNearest(template.title, language) || t('start:untitled')}
        </h3>
        <p>{isUnreadable ? t('templates:unreadableText') : inNearest(template.description, language)}</p>
        {isUnreadable ? null : <TemplateCounts {...template} />}
        <LeansOn ids={template.leansOn} />
      </div>
      <div className="row-actions">
        {isUnreadable ? null : (
          <>
            {deed('start:begin', () => createFromTemplate(desk, id), 'button primary')}
            {deed('templates:change', () => openFrom(desk, { from: 'template', id }), 'button')}
            {deed('templates:rename', naming('rename'))}
            {deed('templates:copy', naming('copy'))}
            {deed('templates:handOn', () => handOnTemplate(desk, template))}
          </>
        )}
        {deed('templates:remove', remove)}
      </div>
    </article>
  );
}
