import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../core/bridge/versions.ts';
import { NameForm } from './name-form.tsx';
import type { History } from './use-history.ts';

interface VersionActionsProps {
  readonly entry: HistoryEntry;
  readonly history: History;
  readonly onBeside: () => void;
  readonly onRestore: () => void;
  /** The version is gone from the list. */
  readonly onRemoved: () => void;
}

/** What can be done with the version at hand: give it a name, delete it, put it beside the draft, bring it back. Deleting asks once more. */
export function VersionActions({ entry, history, onBeside, onRestore, onRemoved }: VersionActionsProps): ReactNode {
  const { t } = useTranslation();
  const [isNaming, setNaming] = useState(false);
  const [asksRemove, setAsksRemove] = useState(false);
  const beside = (
    <Button className="button" onPress={onBeside}>
      {t('history:beside.open')}
    </Button>
  );
  if (history.isReadOnly) return <div className="version-actions">{beside}</div>;
  if (isNaming) {
    return (
      <NameForm
        label={t('history:nameOf')}
        send={t('history:giveName')}
        initial={entry.label ?? ''}
        autoFocus
        onCancel={() => setNaming(false)}
        onSend={(name) => {
          setNaming(false);
          void history.name(name, entry.id);
        }}
      />
    );
  }
  const remove = async (): Promise<void> => {
    if (await history.remove(entry.id)) onRemoved();
  };
  return (
    <div className="version-actions">
      <Button className="button" onPress={() => setNaming(true)}>
        {entry.label === undefined ? t('history:giveName') : t('history:rename')}
      </Button>
      {entry.inFile ? null : (
        <Button
          className="button danger"
          onBlur={() => setAsksRemove(false)}
          onPress={() => {
            if (asksRemove) void remove();
            else setAsksRemove(true);
          }}
        >
          {asksRemove ? t('history:removeSurely') : t('history:remove')}
        </Button>
      )}
      <span className="stretch" />
      {beside}
      <Button className="button primary" onPress={onRestore}>
        {t('history:restore')}
      </Button>
    </div>
  );
}
