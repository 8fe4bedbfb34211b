import { type ReactNode, useState } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/desk.ts';
import { sendCopy } from '../state/send-copy.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { Icon } from '../ui/icon.tsx';

interface SendDialogProps {
  readonly session: Session;
  readonly onClose: () => void;
}

/** What goes along with a copy for a reviewer, and what becomes of it when it comes back. */
export function SendDialog({ session, onClose }: SendDialogProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const isProtected = useStore(session.isProtected);
  const [along, setAlong] = useState({ versions: false, trail: false });
  return (
    <DialogFrame
      title={t('send:title')}
      onClose={onClose}
      footer={
        <>
          <Button className="button" onPress={() => desk.dialog.set({ kind: 'export' })}>
            {t('send:word')}
          </Button>
          <span className="stretch" />
          <Button className="button" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button
            className="button primary"
            autoFocus
            onPress={() => {
              onClose();
              void sendCopy(desk, t('send:label'), along).then(() => desk.session.get()?.editor.focus());
            }}
          >
            {t('send:send')}
          </Button>
        </>
      }
    >
      <div className="form">
        <p>{t('send:text')}</p>
        {(['versions', 'trail'] as const).map((part) => (
          <Checkbox
            key={part}
            className="check"
            isSelected={along[part]}
            onChange={(on) => setAlong({ ...along, [part]: on })}
          >
            <span className="check-box">
              <Icon name="check" size={12} />
            </span>
            <span>
              {t(`send:${part}`)}
              <small>{t(`send:${part}Hint`)}</small>
            </span>
          </Checkbox>
        ))}
        <p className="hint">{t('send:comments')}</p>
        {isProtected ? <p className="hint">{t('send:password')}</p> : null}
        <p className="hint">{t('send:back')}</p>
      </div>
    </DialogFrame>
  );
}
