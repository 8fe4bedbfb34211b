import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from './dialog-frame.tsx';

interface RemovalDialogProps {
  readonly title: string;
  /** The words of the button that removes. */
  readonly remove: string;
  readonly onRemove: () => void;
  readonly onClose: () => void;
  /** What goes, and what follows from it. */
  readonly children: ReactNode;
}

/** Asked before something goes; the focus is on the way back. */
export function RemovalDialog({ title, remove, onRemove, onClose, children }: RemovalDialogProps): ReactNode {
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
          <Button className="button danger" onPress={onRemove}>
            {remove}
          </Button>
        </>
      }
    >
      {children}
    </DialogFrame>
  );
}
