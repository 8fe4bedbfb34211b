import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/desk.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';

/** The log of errors, to be read before it is shared: nothing of it leaves the machine by itself. */
export function LogDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState<string>();
  const [told, setTold] = useState('');
  useEffect(() => {
    void bridge.request('log.read', {}).then((reply) => {
      if (reply.ok) setText(reply.value.text);
      else setTold(t(`failures:${reply.error.code}`));
    });
  }, [bridge, t]);
  const copy = (): void => {
    area.current?.select();
    // The clipboard of newer pages asks for a permission, and nothing is granted here.
    setTold(t(document.execCommand('copy') ? 'log:copied' : 'log:not-copied'));
  };
  const save = async (): Promise<void> => {
    const reply = await bridge.request('log.save', {});
    setTold(reply.ok ? t('log:saved', { ...reply.value }) : t(`failures:${reply.error.code}`));
  };
  const hasText = text !== undefined && text !== '';
  return (
    <DialogFrame
      title={t('log:title')}
      size="wide"
      onClose={onClose}
      footer={
        <>
          <Button className="button" isDisabled={!hasText} onPress={copy}>
            {t('log:copy')}
          </Button>
          <Button className="button" isDisabled={!hasText} onPress={() => void save()}>
            {t('log:save')}
          </Button>
          <span className="stretch" />
          <Button className="button primary" autoFocus onPress={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <div className="form">
        <p>{t('log:about')}</p>
        {hasText ? (
          <textarea className="log-text" ref={area} readOnly value={text} rows={14} aria-label={t('log:text')} />
        ) : null}
        {text === '' ? <p>{t('log:empty')}</p> : null}
        <p className="hint" role="status">
          {told}
        </p>
      </div>
    </DialogFrame>
  );
}
