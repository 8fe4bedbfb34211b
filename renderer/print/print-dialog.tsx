import { type ReactNode, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../core/base/result.ts';
import type { ExportedFile } from '../../core/bridge/exports.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import { ExportResult } from '../dialogs/export-result.tsx';
import { LanguageChoice, ProfileChoice } from '../dialogs/paper-choices.tsx';
import { useDesk } from '../state/desk.ts';
import type { Session } from '../state/session.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { layOut } from './lay-out.ts';
import { PagesView } from './pages-view.tsx';
import { type PrintChoice, printedDocument, printLanguages, printRows } from './print-model.ts';
import { saveAsPdf, sendToPrinter } from './printing.ts';
import './print.css';
import './preview.css';
import { FailureLine } from '../ui/failure-line.tsx';

/** The pages of a choice; undefined while they are being made. The dialog is modal: the draft stays as it is meanwhile. */
function usePages(session: Session, choice: PrintChoice): readonly HTMLElement[] | undefined {
  const { i18n, t } = useTranslation();
  const desk = useDesk();
  const [made, setMade] = useState<{ readonly choice: PrintChoice; readonly pages: readonly HTMLElement[] }>();
  useEffect(() => {
    let isWanted = true;
    const make = async (): Promise<void> => {
      const wordsIn = (language: string, area: 'word' | 'print') => i18n.getFixedT(language, area);
      const document = printedDocument(desk, session.editor.draft(), choice, wordsIn);
      const pages = await layOut(document, printRows(document, wordsIn), (page) => t('print:page', { page }));
      if (isWanted) setMade({ choice, pages });
    };
    // The dialog is on the screen before the work begins.
    const timer = setTimeout(() => void make(), 30);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [desk, session, choice, i18n, t]);
  return made?.choice === choice ? made.pages : undefined;
}

interface PrintChoicesProps {
  readonly value: PrintChoice;
  readonly onChange: (value: PrintChoice) => void;
}

function PrintChoices({ value, onChange }: PrintChoicesProps): ReactNode {
  return (
    <>
      <LanguageChoice
        of={printLanguages}
        isPlain
        value={value.language}
        onChange={(language) => onChange({ ...value, language })}
      />
      <ProfileChoice value={value.profile} onChange={(profile) => onChange({ ...value, profile })} />
    </>
  );
}

interface PrintDialogProps {
  readonly session: Session;
  readonly onClose: () => void;
}

/** The bill as it will stand on paper, and the way there: the printer, or PDF where the shell can write it. */
export function PrintDialog({ session, onClose }: PrintDialogProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const [choice, setChoice] = useState<PrintChoice>({
    language: session.editor.state().activeLanguage,
    profile: 'final',
  });
  const [failure, setFailure] = useState<Failure>();
  const [file, setFile] = useState<ExportedFile>();
  const pages = usePages(session, choice);
  const tell = (result: Result<unknown, Failure>): void =>
    setFailure(result.ok || result.error.code === 'cancelled' ? undefined : result.error);
  const print = async (): Promise<void> => {
    if (pages) tell(await sendToPrinter(desk, pages));
  };
  const savePdf = async (): Promise<void> => {
    if (!pages) return;
    const saved = await saveAsPdf(desk, pages);
    if (saved.ok) setFile(saved.value);
    tell(saved);
  };
  if (file) return <ExportResult file={file} onAgain={() => setFile(undefined)} onClose={onClose} />;
  const isElectron = desk.info.shell === 'electron';
  return (
    <DialogFrame
      title={t('print:title')}
      size="full"
      onClose={onClose}
      footer={
        <>
          {isElectron ? null : <p className="hint print-hint">{t('print:pdfByBrowser')}</p>}
          <Button className="button" onPress={onClose}>
            {t('close')}
          </Button>
          {isElectron ? (
            <Button className="button" isDisabled={!pages} onPress={() => void savePdf()}>
              {t('print:savePdf')}
            </Button>
          ) : null}
          <Button className="button primary" autoFocus isDisabled={!pages} onPress={() => void print()}>
            {t('print:print')}
          </Button>
        </>
      }
    >
      <FailureLine failure={failure} />
      <div className="print-parts">
        <div className="print-choices">
          <PrintChoices value={choice} onChange={setChoice} />
          <p className="hint">{t('print:sameAsWord')}</p>
        </div>
        <PagesView pages={pages} />
      </div>
    </DialogFrame>
  );
}
