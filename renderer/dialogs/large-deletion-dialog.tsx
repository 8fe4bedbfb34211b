import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/desk.ts';
import { WarningDialog } from '../ui/warning-dialog.tsx';

interface LargeDeletionDialogProps {
  readonly percent: number;
  readonly agreed: () => void;
  readonly onClose: () => void;
}

/** Asked before most of the text goes in one step. */
export function LargeDeletionDialog({ percent, agreed, onClose }: LargeDeletionDialogProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <WarningDialog
      title={t('damage:deletion.title')}
      deed={t('damage:deletion.do')}
      onDeed={() => {
        onClose();
        agreed();
        desk.session.get()?.editor.focus();
      }}
      onClose={onClose}
    >
      <p>{t('damage:deletion.ask', { percent })}</p>
    </WarningDialog>
  );
}
