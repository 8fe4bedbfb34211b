import { type ReactNode, useState } from 'react';
import { Button, Group } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { factsWith } from '../../core/law/brought.ts';
import { forgetBrought } from '../register/brought.ts';
import { changeLibrary, useDesk } from '../state/desk.ts';
import { tellFailure } from '../state/files.ts';
import { useStore } from '../state/store.ts';

interface OwnFactActionsProps {
  readonly id: string;
  /** What the fact says, so that the buttons of several are told apart. */
  readonly name: string;
  /** After the fact has gone: the focus must go somewhere. */
  readonly onRemoved: () => void;
}

/** The ways to change and to remove what a person entered; removing asks in its place. */
export function OwnFactActions({ id, name, onRemoved }: OwnFactActionsProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { facts: own } = useStore(desk.library);
  const { facts: theirs } = useStore(desk.brought);
  const [isAsking, setAsking] = useState(false);
  const fact = factsWith(own, theirs).find((one) => one.id === id);
  const remove = async (): Promise<void> => {
    const reply = await desk.bridge.request('library.remove-fact', { fact: id });
    if (!reply.ok) {
      tellFailure(desk, reply.error);
      return;
    }
    changeLibrary(desk, reply.value.library);
    forgetBrought(desk, id);
    onRemoved();
  };
  if (!fact || desk.session.get()?.editor.state().isReadOnly) return null;
  if (isAsking) {
    return (
      <Group className="own-actions" aria-label={t('parity:fill.removeAsk')}>
        <span role="alert">{t('parity:fill.removeAsk')}</span>
        <Button className="button" onPress={() => void remove()}>
          {t('parity:fill.removeYes')}
        </Button>
        <Button className="button" autoFocus onPress={() => setAsking(false)}>
          {t('parity:fill.removeNo')}
        </Button>
      </Group>
    );
  }
  const { guarantee, service } = fact;
  return (
    <div className="own-actions">
      <Button
        className="link"
        aria-label={`${t('parity:fill.edit')}: ${name}`}
        onPress={() =>
          desk.dialog.set({ kind: 'fact', start: { guarantee, service, citations: [], fact, isFromMatrix: true } })
        }
      >
        {t('parity:fill.edit')}
      </Button>
      <Button className="link" aria-label={`${t('parity:fill.remove')}: ${name}`} onPress={() => setAsking(true)}>
        {t('parity:fill.remove')}
      </Button>
    </div>
  );
}
