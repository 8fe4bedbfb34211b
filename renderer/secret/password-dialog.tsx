import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/desk.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { Check } from '../ui/check.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { changePassword, type PasswordChange } from './change-password.ts';
import { PasswordField } from './password-field.tsx';
import { Strength } from './strength.tsx';

interface PasswordDialogProps {
  readonly session: Session;
  readonly onClose: () => void;
}

type Fault = 'empty' | 'differs' | 'wrong';

/** Sets, changes or removes the password of the open draft, and says what a forgotten one means. */
export function PasswordDialog({ session, onClose }: PasswordDialogProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const isProtected = useStore(session.isProtected);
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [isShown, setShown] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();

  const change = async (asked: PasswordChange): Promise<void> => {
    if (isProtected && current === '') return setFault('wrong');
    setBusy(true);
    const failure = await changePassword(desk, session, isProtected ? { ...asked, current } : asked);
    if (failure?.code === 'wrong-password') {
      setBusy(false);
      setFault('wrong');
      return;
    }
    onClose();
    if (failure) desk.banner.set({ severity: 'error', failure });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isBusy) return;
    if (password === '') setFault('empty');
    else if (password !== again) setFault('differs');
    else void change({ password });
  };
  const edit = (set: (value: string) => void) => (value: string) => {
    set(value);
    setFault(undefined);
  };
  const title = t(isProtected ? 'secret:change.title' : 'secret:set.title');
  return (
    <DialogFrame title={title} size="small" onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p>{t(isProtected ? 'secret:change.text' : 'secret:set.text')}</p>
        {isProtected ? (
          <PasswordField
            label={t('secret:current')}
            value={current}
            onChange={edit(setCurrent)}
            isShown={isShown}
            error={fault === 'wrong' ? t('secret:wrong') : undefined}
            autoFocus
          />
        ) : null}
        <PasswordField
          label={t('secret:new')}
          value={password}
          onChange={edit(setPassword)}
          isShown={isShown}
          hint={t('secret:advice')}
          error={fault === 'empty' ? t('secret:empty') : undefined}
          autoFocus={!isProtected}
          isNew
        />
        <Strength password={password} />
        <PasswordField
          label={t('secret:again')}
          value={again}
          onChange={edit(setAgain)}
          isShown={isShown}
          error={fault === 'differs' ? t('secret:differs') : undefined}
          isNew
        />
        <Check isSelected={isShown} onChange={setShown}>
          {t('secret:show')}
        </Check>
        <p className="no-recovery">{t('secret:noRecovery')}</p>
        <p className="hint">{t('secret:reach')}</p>
        <div className="form-foot">
          {isProtected ? (
            <Button className="button danger" isDisabled={isBusy} onPress={() => void change({})}>
              {t('secret:remove')}
            </Button>
          ) : null}
          <span role="status">{isBusy ? t('secret:sealing') : ''}</span>
          <span className="stretch" />
          <Button className="button" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button className="button primary" type="submit" isDisabled={isBusy}>
            {t(isProtected ? 'secret:change.do' : 'secret:set.do')}
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}
