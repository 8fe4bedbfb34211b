import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/desk.ts';
import { saveInPlace } from '../state/files.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';

/** Asked before a file is written over where it lies: the last resort, and what it means. */
export function InPlaceDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <DialogFrame
      title={t('conflict:inPlace.title')}
      role="alertdialog"
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button className="button" autoFocus onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button
            className="button danger"
            onPress={() => {
              onClose();
              void saveInPlace(desk);
            }}
          >
            {t('conflict:inPlace.write')}
          </Button>
        </>
      }
    >
      <p>{t('conflict:inPlace.text')}</p>
    </DialogFrame>
  );
}
