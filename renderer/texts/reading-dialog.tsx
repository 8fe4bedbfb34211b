import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/desk.ts';
import { ProgressDialog } from '../ui/progress-dialog.tsx';
import { cancelReading } from './importing.ts';

/** A file is being read; it can be stopped, and leaving the dialog stops it too. */
export function ReadingDialog(): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <ProgressDialog
      title={t('texts:import.title')}
      running={t('texts:import.reading')}
      stop={t('texts:import.stop')}
      onStop={() => cancelReading(desk)}
    />
  );
}
