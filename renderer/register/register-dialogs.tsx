import type { ReactNode } from 'react';
import { focusPane } from '../commands/panes.ts';
import { useDesk } from '../state/desk.ts';
import type { DialogState } from '../state/dialogs.ts';
import { useStore } from '../state/store.ts';
import { OwnActDialog } from './own-act-dialog.tsx';
import { RegisterDialog } from './register-dialog.tsx';
import { RemoveActDialog } from './remove-act-dialog.tsx';
import { VerifyDialog } from './verify-dialog.tsx';

type Shown = Extract<DialogState, { kind: 'verify-act' | 'own-act' | 'remove-act' | 'register' }>;

interface RegisterDialogsProps {
  readonly dialog: Shown;
  /** Puts the dialog away and gives the focus to the text. */
  readonly onClose: () => void;
}

/** The dialogs about the register of acts. One that was opened from a card leads back to that card. */
export function RegisterDialogs({ dialog, onClose }: RegisterDialogsProps): ReactNode {
  const desk = useDesk();
  const { acts } = useStore(desk.law);
  const { library } = desk;
  const own = useStore(library).acts;
  const back = (): void => {
    const from = 'from' in dialog ? dialog.from : undefined;
    const opened = desk.act.get();
    if (from === 'register') desk.dialog.set({ kind: 'register', ...(opened !== undefined && { opened }) });
    else if (from === 'cite') desk.dialog.set({ kind: 'cite' });
    else if (from === 'panel') {
      desk.dialog.set(undefined);
      requestAnimationFrame(() => focusPane('inspector', '.verification button, input'));
    } else onClose();
  };
  if (dialog.kind === 'register') return <RegisterDialog opened={dialog.opened} show={dialog.show} onClose={onClose} />;
  if (dialog.kind === 'own-act') {
    const editing = own.find(({ id }) => id === dialog.editing);
    return <OwnActDialog editing={editing} query={dialog.query ?? ''} onClose={back} />;
  }
  const act = acts.byId.get(dialog.act);
  if (!act) return null;
  if (dialog.kind === 'verify-act') return <VerifyDialog act={act} onClose={back} />;
  return <RemoveActDialog act={act} onClose={back} />;
}
