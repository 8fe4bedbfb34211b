import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from './dialog-frame.tsx';

interface WarningDialogProps {
  readonly title: string;
  /** The words of the button that does it. */
  readonly deed: string;
  readonly onDeed: () => void;
  readonly onClose: () => void;
  /** What will be done, and what follows from it. */
  readonly children: ReactNode;
}

/** Asked before something that is hard to take back; the focus is on the way back. */
export function WarningDialog({ title, deed, onDeed, onClose, children }: WarningDialogProps): ReactNode {
  const { t } = useTranslation();
  return (
    <DialogFrame
      title={title}
      role="alertdialog"
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button className="button" autoFocus onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button className="button danger" onPress={onDeed}>
            {deed}
          </Button>
        </>
      }
    >
      {children}
    </DialogFrame>
  );
}
