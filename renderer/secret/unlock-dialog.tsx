import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DialogState } from '../state/dialogs.ts';
import { Check } from '../ui/check.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { PasswordField } from './password-field.tsx';

type UnlockState = Extract<DialogState, { kind: 'unlock' }>;

function textOf({ name, isVersion }: UnlockState): 'ofVersion' | 'unnamed' | 'text' {
  if (isVersion) return 'ofVersion';
  return name === '' ? 'unnamed' : 'text';
}

/** Asks for the password of a draft; a wrong one is said and asked for again. */
export function UnlockDialog({ dialog }: { readonly dialog: UnlockState }): ReactNode {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<'wrong' | 'earlier'>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy || password === '') return;
    setBusy(true);
    const outcome = await dialog.attempt(password);
    if (outcome === 'open') return;
    setBusy(false);
    setRefusal(outcome);
  };
  return (
    <DialogFrame title={t('secret:unlock.title')} size="small" onClose={dialog.cancel}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <p>{t(`secret:unlock.${textOf(dialog)}`, { name: dialog.name })}</p>
        <PasswordField
          label={t('secret:password')}
          value={password}
          onChange={(value) => {
            setPassword(value);
            setRefusal(undefined);
          }}
          isShown={isShown}
          error={refusal && t(`secret:${refusal}`)}
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
