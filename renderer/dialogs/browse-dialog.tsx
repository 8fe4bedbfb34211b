import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Failure, Listing } from '../../core/bridge/contract.ts';
import { matchScore } from '../../core/commands/match.ts';
import { formatNumber } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import type { DialogState } from '../state/dialogs.ts';
import { useStore } from '../state/store.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
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
function useListing(): { listing: Listing | undefined; failure: Failure | undefined; go: (folder?: string) => void } {
  const desk = useDesk();
  const [listing, setListing] = useState<Listing>();
  const [failure, setFailure] = useState<Failure>();
  const go = useCallback(
    (folder?: string) => {
      void desk.bridge.request('files.browse', folder === undefined ? {} : { folder }).then((reply) => {
        if (reply.ok) setListing(reply.value);
        setFailure(reply.ok ? undefined : reply.error);
      });
    },
    [desk],
  );
  useEffect(() => go(), [go]);
  return { listing, failure, go };
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

/** The page's own file browser, for the shell that has no system dialogs. Type to find, Enter goes in or takes the file. */
export function BrowseDialog({ dialog }: { readonly dialog: Extract<DialogState, { kind: 'browse' }> }): ReactNode {
  const { t } = useTranslation();
  const { purpose, suggestedName, answer } = dialog;
  const saving = purpose !== 'open';
  const { listing, failure, go } = useListing();
  const [query, setQuery] = useState('');
  const [name, setName] = useState(suggestedName);
  const [replaces, setReplaces] = useState(false);
  const folder = listing?.folder ?? '';
  const entries = (listing ? entriesOf(listing, t('desk:browse.up')) : []).filter(
    (entry) =>
      matchScore(query, entry.name) > 0 && (!saving || entry.is !== 'file' || sameKind(entry.name, suggestedName)),
  );

  const take = (chosen: string): void => {
    const exists = listing?.files.some((file) => file.name.toLowerCase() === chosen.toLowerCase()) ?? false;
    if (saving && exists && !replaces) setReplaces(true);
    else answer({ to: 'listed', folder, name: chosen, overwrite: exists });
  };
  const pick = (entry: Entry): void => {
    if (entry.is !== 'file') {
      setQuery('');
      go(entry.folder);
    } else if (saving) {
      setName(entry.name);
      setReplaces(false);
    } else take(entry.name);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    if (event.key !== 'Backspace' || query !== '' || listing?.parent === undefined) return false;
    go(listing.parent);
    return true;
  };

  return (
    <DialogFrame
      title={t(`desk:browse.${purpose}`)}
      onClose={() => answer(undefined)}
      footer={
        <>
          <Button className="button" onPress={() => answer(undefined)}>
            {t('cancel')}
          </Button>
          {saving ? (
            <Button
              className="button primary"
              isDisabled={name.trim() === '' || !listing}
              onPress={() => take(name.trim())}
            >
              {replaces ? t('desk:browse.replace') : t('desk:browse.saveHere')}
            </Button>
          ) : null}
        </>
      }
    >
      {saving ? (
        <TextField
          className="field"
          value={name}
          autoFocus
          onChange={(typed) => {
            setName(typed);
            setReplaces(false);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && name.trim() !== '' && listing) take(name.trim());
            else event.continuePropagation();
          }}
        >
          <Label>{t('desk:browse.name')}</Label>
          <Input className="input" />
        </TextField>
      ) : null}
      {replaces ? (
        <p className="failure" role="alert">
          {t('desk:browse.exists', { name: name.trim() })}
        </p>
      ) : null}
      <p className="folder">
        <Icon name="folder" /> {folder}
      </p>
      {failure ? (
        <p className="failure" role="alert">
          {t(`failures:${failure.code}`, { ...failure.params })}
        </p>
      ) : null}
      <PickList
        label={t('desk:browse.list')}
        placeholder={t('desk:browse.find')}
        autoFocus={!saving}
        query={query}
        onQuery={setQuery}
        items={entries}
        keyOf={(entry) => `${entry.is}:${entry.name}`}
        render={(entry) => <EntryLine entry={entry} />}
        onPick={pick}
        onKey={onKey}
        empty={t('desk:browse.empty')}
      />
    </DialogFrame>
  );
}

function sameKind(name: string, suggested: string): boolean {
  const extension = suggested.slice(suggested.lastIndexOf('.')).toLowerCase();
  return name.toLowerCase().endsWith(extension);
}
