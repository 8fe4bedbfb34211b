import { type ReactNode, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

interface AsideFormProps {
  /** What the problem says, for who hears the field alone. */
  readonly words: string;
  readonly onSave: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Why a problem is set aside: Enter saves, Escape goes back. */
export function AsideForm({ words, onSave, onCancel }: AsideFormProps): ReactNode {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const field = useId();
  const isEmpty = reason.trim() === '';
  return (
    <form
      className="aside-form"
      aria-label={words}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) onSave(reason);
      }}
    >
      <label htmlFor={field}>{t('check:aside.reason')}</label>
      <input
        id={field}
        className="input"
        // biome-ignore lint/a11y/noAutofocus: the person asked for this field.
        autoFocus
        required
        maxLength={2000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onCancel();
        }}
      />
      <div className="aside-buttons">
        <Button className="button" type="submit" isDisabled={isEmpty}>
          {t('check:aside.save')}
        </Button>
        <Button className="link" onPress={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
