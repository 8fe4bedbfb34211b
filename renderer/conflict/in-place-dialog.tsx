import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/desk.ts';
import { saveInPlace } from '../state/files.ts';
import { WarningDialog } from '../ui/warning-dialog.tsx';

/** Asked before a file is written over where it lies: the last resort, and what it means. */
export function InPlaceDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <WarningDialog
      title={t('conflict:inPlace.title')}
      deed={t('conflict:inPlace.write')}
      onDeed={() => {
        onClose();
        void saveInPlace(desk);
      }}
      onClose={onClose}
    >
      <p>{t('conflict:inPlace.text')}</p>
    </WarningDialog>
  );
}
