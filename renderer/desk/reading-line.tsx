import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/desk.ts';
import { openFrom } from '../state/files.ts';
import type { Session } from '../state/session.ts';
import { Icon } from '../ui/icon.tsx';

/** Says above the text that it is only read here, for as long as it is, and how one gets to write. */
export function ReadingLine({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { readOnly, name } = session.opened;
  if (!readOnly) return null;
  const { id } = readOnly;
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
