import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TrailState } from '../../core/bridge/trail.ts';
import { formatNumber } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { Check } from '../ui/check.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { Icon } from '../ui/icon.tsx';
import { TrailTable } from './trail-table.tsx';
import { type Trail, useTrail } from './use-trail.ts';
import './trail.css';
import { FailureLine } from '../ui/failure-line.tsx';

interface TrailDialogProps {
  readonly session: Session;
  readonly onClose: () => void;
}

/** The audit trail of the draft: what was done, whether the chain holds, and whether one is kept at all. */
export function TrailDialog({ session, onClose }: TrailDialogProps): ReactNode {
  const { t } = useTranslation();
  const trail = useTrail(session);
  const { state, failure, saved } = trail;
  const isReadOnly = session.opened.readOnly !== undefined;
  return (
    <DialogFrame
      title={t('audit:title')}
      size="wide"
      onClose={onClose}
      footer={<Footer trail={trail} onClose={onClose} />}
    >
      <div className="form trail-form">
        <p>{t('audit:about')}</p>
        <Check
          hints={[t('audit:keepHint')]}
          autoFocus
          isDisabled={isReadOnly}
          isSelected={state?.isOn ?? false}
          onChange={(on) => void trail.turn(on)}
        >
          {t('audit:keep')}
        </Check>
        <div role="status">
          {state ? <Standing state={state} /> : null}
          {saved ? <p className="hint">{t('audit:saved', { ...saved })}</p> : null}
        </div>
        <FailureLine failure={failure} />
        {state && state.entries.length > 0 ? <TrailTable entries={state.entries} /> : null}
        <section className="trail-proves" aria-labelledby="trail-proves">
          <h3 id="trail-proves">{t('audit:proves')}</h3>
          <p>{t('audit:provesText')}</p>
          <p>{t('audit:provesNot')}</p>
        </section>
      </div>
    </DialogFrame>
  );
}

/** Whether the chain holds, and where it does not. */
function Standing({ state }: { readonly state: TrailState }): ReactNode {
  const { t } = useTranslation();
  const { language } = useStore(useDesk().settings);
  const { isOn, entries, breaks, unsaved, head } = state;
  if (!isOn && entries.length === 0) return <p>{t('audit:none')}</p>;
  return (
    <>
      {breaks.length === 0 ? (
        <p className="trail-holds">
          <Icon name="check" size={14} /> {entries.length === 0 ? t('audit:nothing') : t('audit:holds')}
        </p>
      ) : (
        <div className="trail-breaks">
          <p>
            <Icon name="flag" size={14} /> <b>{t('audit:breaks')}</b>
          </p>
          <ul>
            {breaks.map(({ code, params }) => (
              <li key={`${code} ${params?.n ?? ''}`}>
                {t(`audit:notices.${code.replace('audit.', '')}`, { ...params })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {unsaved > 0 ? (
        <p className="hint">{t('audit:unsaved', { count: unsaved, n: formatNumber(language, unsaved) })}</p>
      ) : null}
      {head ? <p className="hint trail-head">{t('audit:head', { head })}</p> : null}
    </>
  );
}

function Footer({ trail, onClose }: { readonly trail: Trail; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const isEmpty = !trail.state || trail.state.entries.length === 0;
  return (
    <>
      <Button className="button" isDisabled={isEmpty} onPress={() => void trail.save('csv')}>
        {t('audit:saveCsv')}
      </Button>
      <Button className="button" isDisabled={isEmpty} onPress={() => void trail.save('json')}>
        {t('audit:saveJson')}
      </Button>
      <span className="stretch" />
      <Button className="button primary" onPress={onClose}>
        {t('close')}
      </Button>
    </>
  );
}
