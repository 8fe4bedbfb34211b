import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';

/** What this is, which version, how old its knowledge of the law is, and that nothing leaves the machine. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { info, register, forms, settings } = useDesk();
  const { language } = useStore(settings);
  return (
    <DialogFrame
      title={t('appName')}
      size="small"
      onClose={onClose}
      footer={
        <Button className="button primary" autoFocus onPress={onClose}>
          {t('close')}
        </Button>
      }
    >
      <div className="form">
        <p>{t('start:tagline')}</p>
        <dl className="facts">
          <dt>{t('help:version')}</dt>
          <dd>{info.version}</dd>
          <dt>{t('help:register')}</dt>
          <dd>{formatDate(language, register.compiled)}</dd>
          <dt>{t('help:forms')}</dt>
          <dd>{formatDate(language, forms.dated)}</dd>
          <dt>{t('help:shell')}</dt>
          <dd>{t(`help:shells.${info.shell}`)}</dd>
        </dl>
        <p className="hint">{t('help:offline')}</p>
        <p className="hint">{t('help:font')}</p>
      </div>
    </DialogFrame>
  );
}
