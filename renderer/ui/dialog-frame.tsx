import { type ReactNode, useId } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

export interface DialogFrameProps {
  readonly title: string;
  /** Escape, the cross and a press outside. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons at the foot, the chief one last. */
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'medium' | 'wide' | 'full';
  readonly role?: 'dialog' | 'alertdialog';
  /** The content is only read: it takes the focus itself, so that the arrow keys scroll it. */
  readonly isReading?: boolean;
  /** The content is read out with the title: it is what the dialog has to tell. A question is in any case. */
  readonly isTold?: boolean;
  /** A picker shows no head: its search field is the head. */
  readonly bare?: boolean;
}

/** The one shape of all dialogs: keeps the focus, gives it back, closes by Escape. */
export function DialogFrame({
  title,
  onClose,
  children,
  footer,
  size = 'medium',
  role = 'dialog',
  bare = false,
  isReading = false,
  isTold = role === 'alertdialog',
}: DialogFrameProps): ReactNode {
  const { t } = useTranslation();
  const bodyId = useId();
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable={role === 'dialog'}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`modal ${size}${bare ? ' bare' : ''}`}>
        <Dialog
          className="dialog"
          role={role}
          aria-label={title}
          // A question is read out with what it asks about: its title and its first button would not tell.
          {...(isTold && { 'aria-describedby': bodyId })}
        >
          {bare ? null : (
            <header className="dialog-head">
              <Heading slot="title" className="dialog-title">
                {title}
              </Heading>
              <Button className="icon-button" aria-label={t('close')} onPress={onClose}>
                <Icon name="cross" />
              </Button>
            </header>
          )}
          <div className="dialog-body" id={bodyId} tabIndex={isReading ? 0 : undefined}>
            {children}
          </div>
          {footer ? <footer className="dialog-foot">{footer}</footer> : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
