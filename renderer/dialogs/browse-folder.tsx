import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Listing } from '../../core/bridge/drafts.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import { matchScore } from '../../core/commands/match.ts';
import { formatNumber } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { FailureLine } from '../ui/failure-line.tsx';
import { Icon } from '../ui/icon.tsx';
import { PickList } from '../ui/pick-list.tsx';
import { useMoment } from '../ui/use-moment.ts';

type Entry =
  | { readonly is: 'up' | 'folder'; readonly name: string; readonly folder: string }
  | { readonly is: 'file'; readonly name: string; readonly size: number; readonly modifiedAt: string };

/** A folder inside another, in the way in which the host wrote the outer one. */
function below(folder: string, name: string): string {
  const separator = folder.includes('\\') ? '\\' : '/';
  return folder.endsWith(separator) ? folder + name : folder + separator + name;
}

function entriesOf(listing: Listing, up: string): readonly Entry[] {
  return [
    ...(listing.parent === undefined ? [] : [{ is: 'up' as const, name: up, folder: listing.parent }]),
    ...listing.folders.map((name) => ({ is: 'folder' as const, name, folder: below(listing.folder, name) })),
    ...listing.files.map((file) => ({ is: 'file' as const, ...file })),
  ];
}

/** What a folder holds, as the host tells it, and the way into another. */
export function useListing(kind?: 'text'): {
  listing: Listing | undefined;
  failure: Failure | undefined;
  /** Another folder is being read: `listing` is still the last one. */
  isReading: boolean;
  go: (folder?: string) => void;
} {
  const desk = useDesk();
  const [listing, setListing] = useState<Listing>();
  const [failure, setFailure] = useState<Failure>();
  const [isReading, setReading] = useState(true);
  const go = useCallback(
    (folder?: string) => {
      setReading(true);
      void desk.bridge
        .request('files.browse', { ...(folder !== undefined && { folder }), ...(kind && { kind }) })
        .then((reply) => {
          if (reply.ok) setListing(reply.value);
          setFailure(reply.ok ? undefined : reply.error);
          setReading(false);
        });
    },
    [desk, kind],
  );
  useEffect(() => go(), [go]);
  return { listing, failure, isReading, go };
}

function EntryLine({ entry }: { readonly entry: Entry }): ReactNode {
  const { t } = useTranslation();
  const { settings } = useDesk();
  const { language } = useStore(settings);
  const moment = useMoment();
  return (
    <span className="entry">
      <Icon name={entry.is === 'file' ? 'file' : entry.is} />
      <span className="entry-name">{entry.name}</span>
      {entry.is === 'file' ? (
        <span className="act-details">
          {t('export:size', { size: formatNumber(language, Math.max(1, Math.round(entry.size / 1024))) })} ·{' '}
          {moment(entry.modifiedAt)}
        </span>
      ) : null}
    </span>
  );
}

/** `.docx` of `bill.docx`; empty for a name without one. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot).toLowerCase();
}

interface FolderLinesProps {
  readonly listing: Listing | undefined;
  readonly failure: Failure | undefined;
  /** The kind of file that is shown besides folders; none for all. */
  readonly extension: string | undefined;
  readonly onFolder: (folder: string) => void;
  readonly onFile: (name: string) => void;
}

/** The folder and what is in it, to be found by typing. */
export function FolderLines({ listing, failure, extension, onFolder, onFile }: FolderLinesProps): ReactNode {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const isShown = (entry: Entry): boolean =>
    entry.is !== 'file' || extension === undefined || extensionOf(entry.name) === extension.toLowerCase();
  const entries = (listing ? entriesOf(listing, t('desk:browse.up')) : []).filter(
    (entry) => matchScore(query, entry.name) > 0 && isShown(entry),
  );
  const pick = (entry: Entry): void => {
    if (entry.is === 'file') onFile(entry.name);
    else {
      setQuery('');
      onFolder(entry.folder);
    }
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    if (event.key !== 'Backspace' || query !== '' || listing?.parent === undefined) return false;
    onFolder(listing.parent);
    return true;
  };
  return (
    <>
      <p className="folder">
        <Icon name="folder" /> {listing?.folder}
      </p>
      <FailureLine failure={failure} />
      <PickList
        label={t('desk:browse.list')}
        placeholder={t('desk:browse.find')}
        autoFocus={extension === undefined}
        query={query}
        onQuery={setQuery}
        items={entries}
        keyOf={(entry) => `${entry.is}:${entry.name}`}
        render={(entry) => <EntryLine entry={entry} />}
        onPick={pick}
        onKey={onKey}
        empty={t('desk:browse.empty')}
      />
    </>
  );
}
