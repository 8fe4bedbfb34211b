import { type ReactNode, useId, useState } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SentAlong } from '../../core/bridge/versions.ts';
import { useDesk } from '../state/desk.ts';
import { sendCopy } from '../state/send-copy.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { Check } from '../ui/check.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';

interface SendDialogProps {
  readonly session: Session;
  readonly onClose: () => void;
}

/** For whom a copy is, what goes along with it, and what becomes of it when it comes back. */
export function SendDialog({ session, onClose }: SendDialogProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const formId = useId();
  const isProtected = useStore(session.isProtected);
  const [reader, setReader] = useState('');
  const [along, setAlong] = useState<SentAlong>({ comments: true, versions: false, trail: false });
  const send = (): void => {
    onClose();
    const name = reader.trim();
    const label = name === '' ? t('send:label') : t('send:labelFor', { name });
    // Versions hold comments too.
    const parts = { ...along, versions: along.versions && along.comments };
    void sendCopy(desk, label, parts).then(() => desk.session.get()?.editor.focus());
  };
  const sendWord = (): void => {
    const language = session.editor.state().activeLanguage;
    desk.exporting.set({
      step: 'choosing',
      options: { document: 'bill', language, format: 'docx', profile: 'review' },
    });
    desk.dialog.set({ kind: 'export' });
  };
  return (
    <DialogFrame
      title={t('send:title')}
      onClose={onClose}
      footer={
        <>
          <Button className="button" onPress={sendWord}>
            {t('send:word')}
          </Button>
          <span className="stretch" />
          <Button className="button" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button className="button primary" type="submit" form={formId}>
            {t('send:send')}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p>{t('send:text')}</p>
        <TextField className="field" value={reader} onChange={setReader} maxLength={60} autoFocus>
          <Label>{t('send:reader')}</Label>
          <Input className="input" />
        </TextField>
        {(['comments', 'versions', 'trail'] as const).map((part) => (
          <Check
            key={part}
            hints={[t(`send:${part}Hint`)]}
            isDisabled={part === 'versions' && !along.comments}
            isSelected={along[part] && (part !== 'versions' || along.comments)}
            onChange={(on) => setAlong({ ...along, [part]: on })}
          >
            {t(`send:${part}`)}
          </Check>
        ))}
        {isProtected ? <p className="hint">{t('send:password')}</p> : null}
        <p className="hint">{t('send:back')}</p>
      </Form>
    </DialogFrame>
  );
}
