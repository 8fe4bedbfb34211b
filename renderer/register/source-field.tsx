import type { ReactNode } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

interface SourceFieldProps {
  readonly value: string;
  /** It was left empty: nothing is entered without it. */
  readonly isAsked: boolean;
  readonly onChange: (source: string) => void;
}

/** Where a person has a fact from: what nobody can look up again is no fact. */
export function SourceField({ value, isAsked, onChange }: SourceFieldProps): ReactNode {
  const { t } = useTranslation();
  return (
    <TextField
      className="field"
      value={value}
      isRequired
      isInvalid={isAsked}
      validationBehavior="aria"
      onChange={onChange}
    >
      <Label>{t('register:source')}</Label>
      <Input className="input" />
      <small className={isAsked ? 'field-error' : 'hint'}>
        {t(isAsked ? 'register:sourceNeeded' : 'register:sourceHint')}
      </small>
    </TextField>
  );
}
