import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DialogState } from '../state/dialogs.ts';
import { Check } from '../ui/check.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { PasswordField } from './password-field.tsx';

type UnlockState = Extract<DialogState, { kind: 'unlock' }>;

/** Asks for the password of a draft; a wrong one is said and asked for again. */
export function UnlockDialog({ dialog }: { readonly dialog: UnlockState }): ReactNode {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [isWrong, setWrong] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy || password === '') return;
    setBusy(true);
    const isOpen = await dialog.attempt(password);
    if (isOpen) return;
    setBusy(false);
    setWrong(true);
  };
  return (
    <DialogFrame title={t('secret:unlock.title')} size="small" onClose={dialog.cancel}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <p>{dialog.name === '' ? t('secret:unlock.unnamed') : t('secret:unlock.text', { name: dialog.name })}</p>
        <PasswordField
          label={t('secret:password')}
          value={password}
          onChange={(value) => {
            setPassword(value);
            setWrong(false);
          }}
          isShown={isShown}
          error={isWrong ? t('secret:wrong') : undefined}
          autoFocus
        />
        <Check isSelected={isShown} onChange={setShown}>
          {t('secret:show')}
        </Check>
        <div className="form-foot">
          <span role="status">{isBusy ? t('secret:opening') : ''}</span>
          <span className="stretch" />
          <Button className="button" onPress={dialog.cancel}>
            {t('cancel')}
          </Button>
          <Button className="button primary" type="submit" isDisabled={isBusy}>
            {t('secret:unlock.open')}
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}
