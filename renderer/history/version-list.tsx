import type { ReactNode } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../core/bridge/versions.ts';
import { formatDate, formatNumber } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { Icon } from '../ui/icon.tsx';
import { localClock, localDay } from '../ui/local-time.ts';

interface VersionListProps {
  readonly entries: readonly HistoryEntry[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** How the interface calls a version: by its name, else by its hour. */
export function useVersionName(): (entry: HistoryEntry) => string {
  const { t } = useTranslation();
  const { language } = useStore(useDesk().settings);
  return (entry) =>
    entry.label ?? t('history:at', { day: formatDate(language, localDay(entry.at)), hour: localClock(entry.at) });
}

/** Versions by day, newest first: hour, name, who worked, and how many edits lie between it and the one before. */
export function VersionList({ entries, selected, onSelect }: VersionListProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const today = localDay(desk.ports.now());
  const days = [...new Set(entries.map(({ at }) => localDay(at)))];
  const edits = (entry: HistoryEntry): number =>
    entry.sequence - (entries[entries.indexOf(entry) + 1]?.sequence ?? entry.sequence);
  return (
    <ListBox
      className="versions"
      aria-label={t('history:list')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={selected === undefined ? [] : [selected]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined) onSelect(String(key));
      }}
    >
      {days.map((day) => (
        <ListBoxSection key={day} id={`day ${day}`}>
          <Header>{day === today ? t('history:today') : formatDate(language, day)}</Header>
          {entries
            .filter(({ at }) => localDay(at) === day)
            .map((entry) => (
              <ListBoxItem
                key={entry.id}
                id={entry.id}
                className={`version${entry.label === undefined ? '' : ' named'}`}
                textValue={entry.label ?? localClock(entry.at)}
              >
                <span className="version-name">
                  {entry.label === undefined ? null : <Icon name="flag" size={12} />}
                  {entry.label ?? localClock(entry.at)}
                </span>
                <span className="version-about">
                  {[
                    entry.label === undefined ? '' : localClock(entry.at),
                    entry.author ?? '',
                    edits(entry) > 0
                      ? t('history:edits', { count: edits(entry), n: formatNumber(language, edits(entry)) })
                      : '',
                    entry.inFile ? t('history:inFile') : '',
                  ]
                    .filter(Boolean)
                    .join(' · ') || t('history:asOpened')}
                </span>
              </ListBoxItem>
            ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}
