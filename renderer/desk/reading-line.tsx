import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/desk.ts';
import { openFrom } from '../state/files.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { Icon } from '../ui/icon.tsx';
import { inNearest } from '../ui/in-nearest.ts';

/** Says above the text that it is only read here, for as long as it is, and how one gets to write. */
export function ReadingLine({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const { readOnly, template } = session.opened;
  if (!readOnly) return null;
  const { id } = readOnly;
  // A template's file has no name that anybody gave it.
  const name = template ? inNearest(template.title, language) : session.opened.name;
  return (
    <div className="reading-line" role="status">
      <Icon name="lock" />
      <p>{t('second:reading', { name })}</p>
      <Button className="link" onPress={() => void openFrom(desk, { from: 'request', id })}>
        {t('second:write')}
      </Button>
      <Button className="link" onPress={() => void openFrom(desk, { from: 'request', id, as: 'copy' })}>
        {t('second:openCopy')}
      </Button>
    </div>
  );
}
