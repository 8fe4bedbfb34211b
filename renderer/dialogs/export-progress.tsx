import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/desk.ts';
import { cancelExport } from '../state/exporting.ts';
import { ProgressDialog } from '../ui/progress-dialog.tsx';

/** How far the document is. It can be stopped; leaving the dialog stops it too. */
export function ExportProgress({ done, total }: { readonly done: number; readonly total: number }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <ProgressDialog
      title={t('export:title')}
      running={t('export:running')}
      percent={total > 0 ? Math.round((done / total) * 100) : undefined}
      stop={t('export:stop')}
      onStop={() => cancelExport(desk)}
    />
  );
}
