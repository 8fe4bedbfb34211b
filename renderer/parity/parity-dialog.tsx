import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParityResources } from '../../core/law/parity.ts';
import type { Session } from '../state/session.ts';
import { useOverviewStore } from '../state/use-editor.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import type { OpenedCell } from './parity-grid.tsx';
import { ParityView } from './parity-view.tsx';

interface ParityDialogProps {
  readonly session: Session;
  readonly resources: ParityResources;
  /** The cell that is open at first. */
  readonly at?: OpenedCell | undefined;
  readonly onClose: () => void;
}

/** The matrix over the text; choosing a provision puts it away and goes there. */
export function ParityDialog({ session, resources, at, onClose }: ParityDialogProps): ReactNode {
  const { t } = useTranslation();
  const overview = useOverviewStore(session.editor);
  return (
    <DialogFrame title={t('parity:title')} size="wide" onClose={onClose}>
      <ParityView
        session={session}
        overview={overview}
        resources={resources}
        at={at}
        onGoTo={(unit) => {
          onClose();
          // After the dialog has given the focus back.
          requestAnimationFrame(() => session.editor.goTo({ unit }));
        }}
      />
    </DialogFrame>
  );
}
