import type { ReactNode } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/desk.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { cancelReading } from './importing.ts';

/** A file is being read; it can be stopped, and leaving the dialog stops it too. */
export function ReadingDialog(): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const cancel = (): void => cancelReading(desk);
  return (
    <DialogFrame
      title={t('texts:import.title')}
      size="small"
      role="alertdialog"
      onClose={cancel}
      footer={
        <Button className="button" autoFocus onPress={cancel}>
          {t('texts:import.stop')}
        </Button>
      }
    >
      <ProgressBar className="progress" aria-label={t('texts:import.reading')} isIndeterminate>
        <p>{t('texts:import.reading')}</p>
        <div className="progress-track">
          <div className="progress-fill reading-fill" />
        </div>
      </ProgressBar>
    </DialogFrame>
  );
}
