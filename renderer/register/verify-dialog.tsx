import { type ReactNode, useState } from 'react';
import { Input, Label, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ActId } from '../../core/draft/types.ts';
import { formatShortDate } from '../../core/languages/format.ts';
import { type Act, type ActStatus, actStatuses } from '../../core/law/types.ts';
import { useDesk } from '../state/desk.ts';
import { todayOf } from '../state/today.ts';
import { ActName } from '../ui/act-name.tsx';
import { DateField, typedDate } from '../ui/date-field.tsx';
import { DropList } from '../ui/drop-list.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { ActField } from './act-field.tsx';
import { verifyAct } from './deeds.ts';
import { SourceField } from './source-field.tsx';
import './register.css';

interface Entered {
  readonly status: ActStatus;
  readonly since: string;
  readonly successor: ActId | undefined;
  readonly on: string;
  readonly by: string;
  readonly source: string;
  readonly note: string;
}

function useFirst(act: Act): Entered {
  const { ports, settings } = useDesk();
  const { author, language } = settings.get();
  const { status, since, successor, verification } = act;
  return {
    status,
    since: since ? formatShortDate(language, since) : '',
    successor: successor ?? undefined,
    on: formatShortDate(language, todayOf(ports)),
    by: author,
    source: verification?.source ?? '',
    note: verification?.note ?? '',
  };
}

/** A person enters what they found out of an act, where and when. It outweighs the shipped register until it is taken back. */
export function VerifyDialog({ act, onClose }: { readonly act: Act; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const [entered, setEntered] = useState(useFirst(act));
  const [isAsked, setAsked] = useState(false);
  const { since, on } = { since: typedDate(entered.since), on: typedDate(entered.on) };
  const lacksSource = entered.source.trim() === '';
  const isUnread = since === 'unread' || on === 'unread' || on === 'none' || lacksSource;

  const enter = async (): Promise<void> => {
    setAsked(true);
    if (isUnread) return;
    const { status, successor, by, source, note } = entered;
    const isEnded = status !== 'in-force' && status !== 'unknown';
    const kept = await verifyAct(desk, {
      act: act.id,
      on,
      by: by.trim(),
      source: source.trim(),
      status,
      ...(since !== 'none' && { since }),
      ...(isEnded && successor !== undefined && { successor }),
      ...(note.trim() !== '' && { note: note.trim() }),
    });
    if (kept) onClose();
  };
  return (
    <FormDialog
      title={t('register:verify')}
      intro={
        <p className="law-text">
          <ActName act={act} />
        </p>
      }
      send={t('register:enter')}
      onSend={() => void enter()}
      onClose={onClose}
    >
      <VerifyFields act={act} entered={entered} onChange={setEntered} isSourceAsked={isAsked && lacksSource} />
    </FormDialog>
  );
}

interface VerifyFieldsProps {
  readonly act: Act;
  readonly entered: Entered;
  readonly onChange: (entered: Entered) => void;
  readonly isSourceAsked: boolean;
}

function VerifyFields({ act, entered, onChange, isSourceAsked }: VerifyFieldsProps): ReactNode {
  const { t } = useTranslation();
  const isEnded = entered.status !== 'in-force' && entered.status !== 'unknown';
  const set = (change: Partial<Entered>): void => onChange({ ...entered, ...change });
  return (
    <>
      <div className="field-row">
        <DropList
          label={t('law:fact.status')}
          options={actStatuses.map((id) => ({ id, name: t(`law:status.${id}`) }))}
          value={entered.status}
          onChange={(status) => set({ status })}
        />
        <DateField label={t('register:since')} value={entered.since} onChange={(since) => set({ since })} />
      </div>
      {isEnded ? (
        <ActField
          label={t('register:successor')}
          value={entered.successor}
          without={act.id}
          onChange={(successor) => set({ successor })}
        />
      ) : null}
      <SourceField value={entered.source} isAsked={isSourceAsked} onChange={(source) => set({ source })} />
      <div className="field-row">
        <DateField label={t('register:lookedOn')} value={entered.on} onChange={(on) => set({ on })} />
        <TextField className="field" value={entered.by} onChange={(by) => set({ by })}>
          <Label>{t('register:by')}</Label>
          <Input className="input" />
        </TextField>
      </div>
      <TextField className="field" value={entered.note} onChange={(note) => set({ note })}>
        <Label>{t('law:fact.note')}</Label>
        <TextArea className="input" rows={2} />
      </TextField>
    </>
  );
}
