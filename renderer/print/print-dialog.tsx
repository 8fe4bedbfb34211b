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
import { workInSlices } from '../state/slices.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { layOutInSteps } from './lay-out.ts';
import { PagesView } from './pages-view.tsx';
import { type PrintChoice, printedDocumentInSteps, printLanguages, printRows } from './print-model.ts';
import { saveAsPdf, sendToPrinter } from './printing.ts';
import './print.css';
import './preview.css';
import { FailureLine } from '../ui/failure-line.tsx';

/** By so much the share that is shown grows: to draw the dialog anew costs as much as a slice of the work. */
const shownStep = 0.05;

interface Making {
  readonly choice: PrintChoice;
  /** From 0 to 1. */
  readonly share: number;
  readonly pages?: readonly HTMLElement[];
}

/** The pages of a choice, or how far they are. The dialog is modal: the draft stays as it is meanwhile. */
function usePages(session: Session, choice: PrintChoice): Omit<Making, 'choice'> {
  const { i18n, t } = useTranslation();
  const desk = useDesk();
  const [making, setMaking] = useState<Making>();
  useEffect(() => {
    const wordsIn = (language: string, area: 'word' | 'print') => i18n.getFixedT(language, area);
    function* make(): Generator<number, readonly HTMLElement[], undefined> {
      const steps = printedDocumentInSteps(desk, session.editor.draft(), choice, wordsIn);
      let step = steps.next();
      for (; !step.done; step = steps.next()) yield 0;
      const document = step.value;
      return yield* layOutInSteps(document, printRows(document, wordsIn), (page) => t('print:page', { page }));
    }
    let isWanted = true;
    let stop = (): void => undefined;
    const begin = (): void => {
      if (!isWanted) return;
      stop = workInSlices(make(), {
        onSlice: (share) =>
          setMaking((last) => (last?.choice === choice && share < last.share + shownStep ? last : { choice, share })),
        onDone: (pages) => setMaking({ choice, share: 1, pages }),
        slice: 200,
      });
    };
    // The dialog is on the screen before the work begins, and its letters are there to be measured.
    const timer = setTimeout(() => void (document.fonts?.ready ?? Promise.resolve()).then(begin), 30);
    return () => {
      isWanted = false;
      clearTimeout(timer);
      stop();
    };
  }, [desk, session, choice, i18n, t]);
  return making?.choice === choice ? making : { share: 0 };
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
  const { pages, share } = usePages(session, choice);
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
        <PagesView pages={pages} share={share} />
      </div>
    </DialogFrame>
  );
}
