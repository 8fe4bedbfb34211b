import { type ReactNode, useState } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

interface NameFormProps {
  readonly label: string;
  readonly send: string;
  readonly initial?: string;
  readonly onSend: (name: string) => void;
  readonly onCancel?: () => void;
  readonly autoFocus?: boolean;
}

/** A field for the name of a version; Enter keeps it. */
export function NameForm({ label, send, initial = '', onSend, onCancel, autoFocus = false }: NameFormProps): ReactNode {
  const { t } = useTranslation();
  const [name, setName] = useState(initial);
  const words = name.trim();
  return (
    <Form
      className="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (words === '') return;
        onSend(words);
        setName('');
      }}
    >
      <TextField className="field" value={name} onChange={setName} maxLength={200} autoFocus={autoFocus}>
        <Label>{label}</Label>
        <Input className="input" />
      </TextField>
      <Button className="button" type="submit" isDisabled={words === ''}>
        {send}
      </Button>
      {onCancel ? (
        <Button className="button" onPress={onCancel}>
          {t('cancel')}
        </Button>
      ) : null}
    </Form>
  );
}
