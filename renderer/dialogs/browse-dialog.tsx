import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DialogState } from '../state/dialogs.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { extensionOf, FolderLines, useListing } from './browse-folder.tsx';

type BrowseState = Extract<DialogState, { kind: 'browse' }>;

interface NameFieldProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onEnter: () => void;
}

/** The name to save under. What stands before the extension is selected at first, so that typing leaves the extension. */
function NameField({ name, onName, onEnter }: NameFieldProps): ReactNode {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  // Before the field is drawn, and the stem before the focus: whatever is typed once it has the focus takes the stem's place.
  useLayoutEffect(() => {
    const field = input.current;
    field?.setSelectionRange(0, field.value.length - extensionOf(field.value).length);
    field?.focus();
  }, []);
  return (
    <TextField
      className="field"
      value={name}
      onChange={onName}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') {
          event.continuePropagation();
          return;
        }
        // Else the same key presses what the next dialog focuses: Stop, where a document begins to be written.
        event.preventDefault();
        onEnter();
      }}
    >
      <Label>{t('desk:browse.name')}</Label>
      <Input ref={input} className="input" />
    </TextField>
  );
}

/** The name and the kind of file to write, and whether what bears that name already is to be replaced. */
function useTarget(dialog: BrowseState, { listing, failure, isReading: isBusy }: ReturnType<typeof useListing>) {
  const extension = extensionOf(dialog.suggestedName);
  const [name, setName] = useState(dialog.suggestedName);
  const [replaces, setReplaces] = useState(false);
  const [asked, setAsked] = useState<string>();
  const folder = listing?.folder ?? '';
  const fileName = isReading(dialog) ? name : withExtension(name, extension);
  const choose = (chosen: string): void => {
    setName(chosen);
    setReplaces(false);
    setAsked(undefined);
  };
  const take = (chosen: string): void => {
    if (chosen === '') return;
    // Whoever types the name and Enter at once need not know that the folder is still being read, and means that folder.
    if (isBusy) {
      if (!isReading(dialog)) setAsked(chosen);
      return;
    }
    if (!listing) return;
    const exists = listing.files.some((file) => file.name.toLowerCase() === chosen.toLowerCase());
    if (!isReading(dialog) && exists && !replaces) setReplaces(true);
    else dialog.answer({ to: 'listed', folder, name: chosen, overwrite: exists });
  };
  useEffect(() => {
    if (isBusy || asked === undefined) return;
    setAsked(undefined);
    if (!failure) take(asked);
  });
  return { name, fileName, replaces, extension, choose, take };
}

interface FooterProps {
  readonly onCancel: () => void;
  /** Absent where a file is opened: its line is pressed. */
  readonly onSave?: (() => void) | undefined;
  readonly replaces: boolean;
  readonly isDisabled: boolean;
}

function Footer({ onCancel, onSave, replaces, isDisabled }: FooterProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Button className="button" onPress={onCancel}>
        {t('cancel')}
      </Button>
      {onSave ? (
        <Button className="button primary" isDisabled={isDisabled} onPress={onSave}>
          {replaces ? t('desk:browse.replace') : t('desk:browse.saveHere')}
        </Button>
      ) : null}
    </>
  );
}

/** The page's own file browser, for the shell that has no system dialogs. Type to find, Enter goes in or takes the file. */
export function BrowseDialog({ dialog }: { readonly dialog: BrowseState }): ReactNode {
  const { t } = useTranslation();
  const { purpose, answer } = dialog;
  const saving = !isReading(dialog);
  const folder = useListing(purpose === 'text' ? 'text' : undefined);
  const { listing, failure, go } = folder;
  const target = useTarget(dialog, folder);
  const save = (): void => target.take(target.fileName);
  const cancel = (): void => answer(undefined);
  return (
    <DialogFrame
      title={t(`desk:browse.${purpose}`)}
      onClose={cancel}
      footer={
        <Footer
          onCancel={cancel}
          onSave={saving ? save : undefined}
          replaces={target.replaces}
          isDisabled={target.fileName === '' || !listing}
        />
      }
    >
      {saving ? <NameField name={target.name} onName={target.choose} onEnter={save} /> : null}
      {target.replaces ? (
        <p className="failure" role="alert">
          {t('desk:browse.exists', { name: target.fileName })}
        </p>
      ) : null}
      <FolderLines
        listing={listing}
        failure={failure}
        extension={saving ? target.extension : undefined}
        onFolder={go}
        onFile={saving ? target.choose : target.take}
      />
    </DialogFrame>
  );
}

/** Whether a file is opened or written. */
function isReading({ purpose }: BrowseState): boolean {
  return purpose === 'open' || purpose === 'text' || purpose === 'returned';
}

/** The typed name with its extension once, however often it was typed; empty for no name. */
function withExtension(name: string, extension: string): string {
  let stem = name.trim();
  while (extension !== '' && stem.toLowerCase().endsWith(extension)) stem = stem.slice(0, -extension.length).trim();
  return stem === '' ? '' : stem + extension;
}
