import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/desk.ts';
import { leaveDraft } from '../state/files.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { Icon } from '../ui/icon.tsx';
import { inNearest } from '../ui/in-nearest.ts';

/** Says above the text that it is a template, for as long as one is changed: what is saved is what later bills begin with. */
export function TemplateLine({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const { template, readOnly } = session.opened;
  if (!template || readOnly) return null;
  return (
    <div className="reading-line template-line" role="status">
      <Icon name="template" />
      <p>{t('templates:band', { title: inNearest(template.title, language) })}</p>
      <Button className="link" onPress={() => void leaveDraft(desk)}>
        {t('templates:done')}
      </Button>
    </div>
  );
}
