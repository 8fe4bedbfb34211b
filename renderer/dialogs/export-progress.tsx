import type { ReactNode } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/desk.ts';
import { cancelExport } from '../state/exporting.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';

/** How far the document is. It can be stopped; leaving the dialog stops it too. */
export function ExportProgress({ done, total }: { readonly done: number; readonly total: number }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const cancel = (): void => cancelExport(desk);
  const percent = total > 0 ? Math.round((done / total) * 100) : 0;
  return (
    <DialogFrame
      title={t('export:title')}
      size="small"
      role="alertdialog"
      onClose={cancel}
      footer={
        <Button className="button" autoFocus onPress={cancel}>
          {t('export:stop')}
        </Button>
      }
    >
      <ProgressBar
        className="progress"
        aria-label={t('export:running')}
        value={percent}
        valueLabel={`${percent} %`}
        isIndeterminate={total === 0}
      >
        <p>
          {t('export:running')} {total > 0 ? `${percent} %` : ''}
        </p>
        <div className="progress-track">
          <div className="progress-fill" style={{ width: `${total > 0 ? percent : 8}%` }} />
        </div>
      </ProgressBar>
    </DialogFrame>
  );
}
