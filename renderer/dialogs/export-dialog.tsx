import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../core/base/notice.ts';
import type { ExportOptions } from '../../core/bridge/exports.ts';
import { useDesk } from '../state/desk.ts';
import { replaceExport, startExport } from '../state/exporting.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { FailureLine } from '../ui/failure-line.tsx';
import { ExportForm } from './export-form.tsx';
import { ExportProgress } from './export-progress.tsx';
import { ExportResult } from './export-result.tsx';

interface ExportDialogProps {
  readonly session: Session;
  readonly onClose: () => void;
}

/** What goes out, in which language and for whom; then how far it is, and at last where it was written. */
export function ExportDialog({ session, onClose }: ExportDialogProps): ReactNode {
  const { t, i18n } = useTranslation();
  const desk = useDesk();
  const state = useStore(desk.exporting);
  const [options, setOptions] = useState<ExportOptions>(
    // The dialog may come back from the file browser when its document is being written already.
    state.options ?? {
      document: 'bill',
      language: session.editor.state().activeLanguage,
      format: 'docx',
      profile: 'final',
    },
  );
  const startAgain = (): void => desk.exporting.set({ step: 'choosing', options });
  const leave = (): void => {
    if (state.step !== 'running') desk.exporting.set({ step: 'choosing' });
    onClose();
  };

  const goTo = ({ unit, language, start, end }: Place): void => {
    leave();
    if (unit === undefined) return;
    const place = {
      unit,
      ...(language && { language }),
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
    };
    // After the dialog has given the focus back.
    requestAnimationFrame(() => requestAnimationFrame(() => session.editor.goTo(place)));
  };
  const nameOf = ({ document, language }: ExportOptions): string | undefined =>
    document === 'parity' ? i18n.getFixedT(language)('export:documents.parity') : undefined;

  if (state.step === 'done')
    return <ExportResult file={state.file} onGoTo={goTo} onAgain={startAgain} onClose={leave} />;
  if (state.step === 'running') return <ExportProgress done={state.done} total={state.total} />;
  const { occupied } = state;
  return (
    <DialogFrame
      title={t('export:title')}
      onClose={leave}
      footer={
        <>
          <Button className="button" onPress={leave}>
            {t('cancel')}
          </Button>
          <Button
            className="button primary"
            autoFocus
            onPress={() => void startExport(desk, session, options, nameOf(options))}
          >
            {t('export:start')}
          </Button>
        </>
      }
    >
      <FailureLine failure={state.failure}>
        {occupied ? (
          <Button className="link" onPress={() => void replaceExport(desk, session, options, occupied)}>
            {t('export:replace')}
          </Button>
        ) : null}
      </FailureLine>
      <ExportForm value={options} onChange={setOptions} hasParity={desk.parity !== undefined} />
    </DialogFrame>
  );
}
