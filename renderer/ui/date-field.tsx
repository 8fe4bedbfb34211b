import type { ReactNode } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../core/languages/format.ts';
import { findDate } from '../../core/languages/read-date.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';

/** What was typed into a field for a date: nothing, a date (ISO), or words that are none. */
export function typedDate(typed: string): string | 'none' | 'unread' {
  if (typed.trim() === '') return 'none';
  return findDate(typed)?.iso ?? 'unread';
}

interface DateFieldProps {
  readonly label: string;
  /** As typed: in any way in which acts and people write dates. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly hint?: string;
}

/** A date typed as one writes it (25.07.2019, 25 июля 2019, 2019-жылдын 25-июлу); under it, what was understood. */
export function DateField({ label, value, onChange, hint }: DateFieldProps): ReactNode {
  const { t } = useTranslation();
  const { settings } = useDesk();
  const { language } = useStore(settings);
  const read = typedDate(value);
  const understood = read === 'none' ? (hint ?? t('register:dateHint')) : formatDate(language, read);
  return (
    <TextField
      className="field"
      value={value}
      isInvalid={read === 'unread'}
      validationBehavior="aria"
      onChange={onChange}
    >
      <Label>{label}</Label>
      <Input className="input" autoComplete="off" />
      {read === 'unread' ? null : (
        <Text slot="description" className="hint">
          {understood}
        </Text>
      )}
      <FieldError className="field-error">{t('register:dateUnread')}</FieldError>
    </TextField>
  );
}
