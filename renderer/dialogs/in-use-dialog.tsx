import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DialogState } from '../state/dialogs.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';

type InUseState = Extract<DialogState, { kind: 'in-use' }>;

/** Another window has the draft: it can be read here, or a copy of it worked on. */
export function InUseDialog({ dialog: { name, answer } }: { readonly dialog: InUseState }): ReactNode {
  const { t } = useTranslation();
  return (
    <DialogFrame
      title={t('second:title')}
      role="alertdialog"
      size="medium"
      onClose={() => answer(undefined)}
      footer={
        <>
          <Button className="button" onPress={() => answer(undefined)}>
            {t('cancel')}
          </Button>
          <span className="stretch" />
          <Button className="button" onPress={() => answer('copy')}>
            {t('second:openCopy')}
          </Button>
          <Button className="button primary" autoFocus onPress={() => answer('read-only')}>
            {t('second:openReading')}
          </Button>
        </>
      }
    >
      <p>{t('second:text', { name })}</p>
      <p>{t('second:ways')}</p>
    </DialogFrame>
  );
}
