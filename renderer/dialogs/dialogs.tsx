import type { ReactNode } from 'react';
import { TrailDialog } from '../audit/trail-dialog.tsx';
import { focusPane } from '../commands/panes.ts';
import { ConflictDialog } from '../conflict/conflict-dialog.tsx';
import { InPlaceDialog } from '../conflict/in-place-dialog.tsx';
import { SendDialog } from '../conflict/send-dialog.tsx';
import { CountsDialog } from '../counts/counts-dialog.tsx';
import { GoToDialog } from '../find/go-to-dialog.tsx';
import { HistoryDialog } from '../history/history-dialog.tsx';
import { ReviewFileDialog } from '../insert-file/review-file-dialog.tsx';
import { FactDialog } from '../parity/fact-dialog.tsx';
import { LinkDialog } from '../parity/link-dialog.tsx';
import { ParityDialog } from '../parity/parity-dialog.tsx';
import { PrintDialog } from '../print/print-dialog.tsx';
import { RegisterDialogs } from '../register/register-dialogs.tsx';
import { PasswordDialog } from '../secret/password-dialog.tsx';
import { UnlockDialog } from '../secret/unlock-dialog.tsx';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { NumberDialog } from '../structure/number-dialog.tsx';
import { RemoveDialog } from '../structure/remove-dialog.tsx';
import { RemoveTemplateDialog } from '../templates/remove-template-dialog.tsx';
import { TemplateDialog } from '../templates/template-dialog.tsx';
import { ReadingDialog } from '../texts/reading-dialog.tsx';
import { ReviewDialog } from '../texts/review-dialog.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { BrowseDialog } from './browse-dialog.tsx';
import { CiteDialog } from './cite-dialog.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { InUseDialog } from './in-use-dialog.tsx';
import { LargeDeletionDialog } from './large-deletion-dialog.tsx';
import { LogDialog } from './log-dialog.tsx';
import { Palette } from './palette.tsx';
import { RecogniseDialog } from './recognise-dialog.tsx';
import { ReferenceDialog } from './reference-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { UnsavedDialog } from './unsaved-dialog.tsx';

/** The dialog on the screen, if any. Left without an answer, a question is answered by "go back". */
export function Dialogs(): ReactNode {
  const desk = useDesk();
  const dialog = useStore(desk.dialog);
  const session = useStore(desk.session);
  const close = (): void => {
    desk.dialog.set(undefined);
    const isFromOutline = dialog && 'fromOutline' in dialog && dialog.fromOutline;
    // After React Aria has given the focus back to where it was.
    requestAnimationFrame(() => {
      if (!isFromOutline || !focusPane('outline')) desk.session.get()?.editor.focus();
    });
  };
  switch (dialog?.kind) {
    case 'cite':
      return session ? <CiteDialog editor={session.editor} editing={dialog.editing} onClose={close} /> : null;
    case 'reference':
      return session ? <ReferenceDialog editor={session.editor} editing={dialog.editing} onClose={close} /> : null;
    case 'recognise':
      return session ? <RecogniseDialog editor={session.editor} only={dialog.only} onClose={close} /> : null;
    case 'go-to':
      return session ? <GoToDialog editor={session.editor} onClose={close} /> : null;
    case 'export':
      return session ? <ExportDialog session={session} onClose={close} /> : null;
    case 'remove-units':
      return session ? <RemoveDialog editor={session.editor} question={dialog} onClose={close} /> : null;
    case 'set-number':
      return session ? <NumberDialog editor={session.editor} question={dialog} onClose={close} /> : null;
    case 'counts':
      return session ? <CountsDialog editor={session.editor} onClose={close} /> : null;
    case 'print':
      return session ? <PrintDialog session={session} onClose={close} /> : null;
    case 'parity':
      return session && desk.parity ? (
        <ParityDialog session={session} resources={desk.parity} at={dialog.at} onClose={close} />
      ) : null;
    case 'fact':
      return session && desk.parity ? (
        <FactDialog session={session} resources={desk.parity} start={dialog.start} onClose={close} />
      ) : null;
    case 'link-guarantee':
      return session && desk.parity ? (
        <LinkDialog session={session} resources={desk.parity} unit={dialog.unit} onClose={close} />
      ) : null;
    case 'history':
      return session ? <HistoryDialog session={session} first={dialog.chosen} onClose={close} /> : null;
    case 'audit-trail':
      return session ? <TrailDialog session={session} onClose={close} /> : null;
    case 'send-copy':
      return session ? <SendDialog session={session} onClose={close} /> : null;
    case 'conflict':
      return session ? <ConflictDialog session={session} other={dialog} onClose={close} /> : null;
    case 'in-place':
      return <InPlaceDialog onClose={close} />;
    case 'large-deletion':
      return <LargeDeletionDialog {...dialog} onClose={close} />;
    case 'verify-act':
    case 'own-act':
    case 'remove-act':
    case 'register':
      return <RegisterDialogs dialog={dialog} onClose={close} />;
    case 'reading-text':
      return <ReadingDialog />;
    case 'review-text':
      return <ReviewDialog proposal={dialog.proposal} asked={dialog.act} onClose={close} />;
    case 'review-file':
      return <ReviewFileDialog text={dialog.text} into={dialog.into} onClose={close} />;
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'palette':
      return <Palette onClose={close} />;
    case 'help':
      return <HelpDialog onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
    case 'log':
      return <LogDialog onClose={close} />;
    case 'browse':
      return <BrowseDialog dialog={dialog} />;
    case 'template':
      return <TemplateDialog naming={dialog.naming} onClose={close} />;
    case 'remove-template':
      return <RemoveTemplateDialog template={dialog.template} forGood={dialog.forGood} onClose={close} />;
    case 'password':
      return session ? <PasswordDialog session={session} onClose={close} /> : null;
    case 'unlock':
      return <UnlockDialog dialog={dialog} />;
    case 'in-use':
      return <InUseDialog dialog={dialog} />;
    case 'unsaved':
      return <UnsavedDialog onAnswer={dialog.answer} />;
    case undefined:
      return null;
  }
}
