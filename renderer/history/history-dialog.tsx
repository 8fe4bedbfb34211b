import { type ReactNode, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HistoryState } from '../../core/bridge/versions.ts';
import { restoreDraft, restoreUnit } from '../../core/review/restore.ts';
import { noteDeed } from '../audit/note-deed.ts';
import { useDesk } from '../state/desk.ts';
import { unlockVersion } from '../state/passwords.ts';
import type { Session } from '../state/session.ts';
import { takeOver } from '../state/versions.ts';
import { Check } from '../ui/check.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { FailureLine } from '../ui/failure-line.tsx';
import { openBeside } from './beside.ts';
import { NameForm } from './name-form.tsx';
import { type History, useHistory } from './use-history.ts';
import { VersionList } from './version-list.tsx';
import { VersionPane } from './version-pane.tsx';

/** Reads the version that is chosen; undefined while it is on its way. */
function useVersion(history: History, id: string | undefined): HistoryState | undefined {
  const [version, setVersion] = useState<HistoryState>();
  const { read } = history;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew when another version is chosen, not at every render
  useEffect(() => {
    let isMeant = true;
    setVersion(undefined);
    if (id !== undefined) void read(id).then((state) => isMeant && setVersion(state));
    return () => {
      isMeant = false;
    };
  }, [id]);
  return version;
}

/** Earlier states of the draft: name, read, compare, bring back. */
export function HistoryDialog({
  session,
  first,
  onClose,
}: {
  readonly session: Session;
  /** Id of the version that is chosen to begin with; the newest where there is none. */
  readonly first: string | undefined;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const history = useHistory(session);
  const [chosen, setChosen] = useState(first);
  const [kept, setKept] = useState('');
  const { entries } = history;
  const selected = entries?.find(({ id }) => id === chosen) ?? entries?.[0];
  const version = useVersion(history, selected?.id);
  const [current, setCurrent] = useState(() => session.editor.draft());

  return (
    <DialogFrame title={t('history:title')} size="wide" onClose={onClose}>
      <div className="history">
        <div className="history-side">
          {history.isReadOnly ? null : (
            <NameForm
              label={t('history:nameNow')}
              send={t('history:keep')}
              autoFocus
              onSend={(name) => void history.name(name).then((isKept) => isKept && setKept(name))}
            />
          )}
          <output className="visually-hidden" aria-live="polite">
            {kept && t('history:kept', { name: kept })}
          </output>
          <FailureLine failure={history.failure}>
            {history.failure?.code === 'password-needed' && selected ? (
              <Button
                className="link"
                onPress={() => void unlockVersion(desk, session.handle, history.shut ?? selected.id, selected.id)}
              >
                {t('secret:unlock.version')}
              </Button>
            ) : null}
          </FailureLine>
          {entries?.length === 0 ? <p className="empty">{t('history:empty')}</p> : null}
          {entries && entries.length > 0 ? (
            <VersionList entries={entries} selected={selected?.id} onSelect={setChosen} />
          ) : null}
          <Check
            hints={[t('history:travelsHint')]}
            isDisabled={history.isReadOnly}
            isSelected={history.travels}
            onChange={(on) => void history.setTravels(on)}
          >
            {t('history:travels')}
          </Check>
        </div>
        {selected && version && entries ? (
          <VersionPane
            key={selected.id}
            entry={selected}
            version={version}
            entries={entries}
            history={history}
            current={current}
            onRemoved={() => setChosen(undefined)}
            onBeside={() => {
              desk.dialog.set(undefined);
              openBeside(desk, version);
            }}
            onRestore={() => {
              const isDone = takeOver(desk, (draft) => restoreDraft(draft, version.draft), 'history:restored');
              if (isDone) noteDeed(desk, 'restored');
              onClose();
            }}
            onRestoreOne={(id) => {
              if (takeOver(desk, (draft) => restoreUnit(draft, version.draft, id)))
                noteDeed(desk, 'restored-provision');
              setCurrent(session.editor.draft());
            }}
          />
        ) : (
          <div className="version-pane" />
        )}
      </div>
    </DialogFrame>
  );
}
