import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CloseAnswer } from '../state/dialogs.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';

/** Asked before a draft with unsaved changes is put away. */
export function UnsavedDialog({ onAnswer }: { readonly onAnswer: (answer: CloseAnswer) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <DialogFrame
      title={t('desk:unsaved.title')}
      role="alertdialog"
      size="small"
      onClose={() => onAnswer('stay')}
      footer={
        <>
          <Button className="button danger" onPress={() => onAnswer('discard')}>
            {t('desk:unsaved.discard')}
          </Button>
          <span className="stretch" />
          <Button className="button" onPress={() => onAnswer('stay')}>
            {t('cancel')}
          </Button>
          <Button className="button primary" autoFocus onPress={() => onAnswer('save')}>
            {t('desk:unsaved.save')}
          </Button>
        </>
      }
    >
      <p>{t('desk:unsaved.text')}</p>
    </DialogFrame>
  );
}
