import { type ReactNode, useId } from 'react';
import { Button, Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from './dialog-frame.tsx';

interface FormDialogProps {
  readonly title: string;
  /** What stands over the form. */
  readonly intro: ReactNode;
  /** The words of the button that sends the form. */
  readonly send: string;
  readonly onSend: () => void;
  readonly onClose: () => void;
  /** The fields. */
  readonly children: ReactNode;
  /** What stands under the form. */
  readonly below?: ReactNode;
}

/** A dialog with a form: Enter in a field sends it as its button does, which stands outside of it at the foot. */
export function FormDialog({ title, intro, send, onSend, onClose, children, below }: FormDialogProps): ReactNode {
  const { t } = useTranslation();
  const formId = useId();
  return (
    <DialogFrame
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button className="button" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button className="button primary" type="submit" form={formId}>
            {send}
          </Button>
        </>
      }
    >
      {intro}
      <Form
        id={formId}
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
      >
        {children}
      </Form>
      {below}
    </DialogFrame>
  );
}
