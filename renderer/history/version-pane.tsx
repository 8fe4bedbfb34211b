import { type ReactNode, useState } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry, HistoryState } from '../../core/bridge/versions.ts';
import type { Draft, UnitId } from '../../core/draft/types.ts';
import { Icon } from '../ui/icon.tsx';
import { Segments } from '../ui/segments.tsx';
import { CompareView } from './compare-view.tsx';
import type { History } from './use-history.ts';
import { VersionActions } from './version-actions.tsx';
import { useVersionName } from './version-list.tsx';
import { VersionView } from './version-view.tsx';

interface VersionPaneProps {
  readonly entry: HistoryEntry;
  readonly version: HistoryState;
  readonly entries: readonly HistoryEntry[];
  readonly history: History;
  /** The open draft as it stands. */
  readonly current: Draft;
  readonly onBeside: () => void;
  readonly onRestore: () => void;
  readonly onRestoreOne: (id: UnitId) => void;
  readonly onRemoved: () => void;
}

/** The id of the open draft among the versions that one can compare with. */
const now = 'now';

/** One version: what differs between it and now, or another version; or the version itself, to read. */
export function VersionPane(props: VersionPaneProps): ReactNode {
  const { entry, version, entries, history, current } = props;
  const { t } = useTranslation();
  const nameOf = useVersionName();
  const [view, setView] = useState<'changes' | 'text'>('changes');
  const [other, setOther] = useState<HistoryState>();
  const compareWith = async (id: string): Promise<void> => setOther(id === now ? undefined : await history.read(id));
  // The older one stands first, whichever was chosen first.
  const isOlder = other !== undefined && other.at < entry.at;
  const [before, after] = isOlder ? [other.draft, version.draft] : [version.draft, other?.draft ?? current];
  const otherName = other ? nameOf(other) : t('history:now');
  const names = isOlder ? { before: otherName, after: nameOf(entry) } : { before: nameOf(entry), after: otherName };
  return (
    <div className="version-pane">
      <div className="version-head">
        <h3>{nameOf(entry)}</h3>
        <Segments
          label={t('history:view')}
          options={[
            { id: 'changes', name: t('history:changes') },
            { id: 'text', name: t('history:text') },
          ]}
          selected={[view]}
          onChange={([next]) => next && setView(next)}
        />
        {view === 'changes' ? (
          <Select
            className="select field"
            selectedKey={other?.id ?? now}
            onSelectionChange={(key) => void compareWith(String(key))}
          >
            <Label>{t('history:compareWith')}</Label>
            <Button className="input select-button">
              <SelectValue />
              <Icon name="chevron" size={12} />
            </Button>
            <Popover className="select-popover">
              <ListBox>
                {[{ id: now, name: t('history:now') }]
                  .concat(
                    entries.filter(({ id }) => id !== entry.id).map((each) => ({ id: each.id, name: nameOf(each) })),
                  )
                  .map(({ id, name }) => (
                    <ListBoxItem key={id} id={id} className="select-item" textValue={name}>
                      {name}
                    </ListBoxItem>
                  ))}
              </ListBox>
            </Popover>
          </Select>
        ) : null}
      </div>
      {view === 'changes' ? (
        <CompareView
          before={before}
          after={after}
          names={names}
          {...(other === undefined &&
            !history.isReadOnly && {
              onRestore: (change) => props.onRestoreOne((change.before ?? change.after)?.id ?? ''),
            })}
        />
      ) : (
        <VersionView draft={version.draft} name={nameOf(entry)} />
      )}
      <VersionActions
        entry={entry}
        history={history}
        onBeside={props.onBeside}
        onRestore={props.onRestore}
        onRemoved={props.onRemoved}
      />
    </div>
  );
}
