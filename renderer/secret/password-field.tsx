import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isShown: boolean;
  /** A password that is being chosen, which the browser must not fill in. */
  readonly isNew?: boolean;
  readonly hint?: string;
  /** What is wrong with it, if anything. */
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
}

/** A field for a password: any characters, pasted or typed, and a word when Caps Lock would spoil it. */
export function PasswordField(props: PasswordFieldProps): ReactNode {
  const { label, value, onChange, isShown, isNew = false, hint, error, autoFocus = false, isDisabled = false } = props;
  const { t } = useTranslation();
  const [isCaps, setCaps] = useState(false);
  const watch = (event: KeyboardEvent): void => setCaps(event.getModifierState('CapsLock'));
  return (
    <TextField
      className="field"
      type={isShown ? 'text' : 'password'}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      autoComplete={isNew ? 'new-password' : 'off'}
      maxLength={1000}
    >
      <Label>{label}</Label>
      <Input className="input" autoFocus={autoFocus} spellCheck="false" onKeyDown={watch} onKeyUp={watch} />
      {hint ? (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
      <span className="caps-note" role="status">
        {isCaps ? t('secret:caps') : ''}
      </span>
    </TextField>
  );
}
