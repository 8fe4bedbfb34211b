import { actsCitedIn } from '../../core/law/cited-acts.ts';
import type { Desk } from '../state/desk.ts';

/** The act that a command means: the one whose card is shown, else the one that the provision at the caret cites. */
function actHere(desk: Desk): string | undefined {
  const shown = desk.tab.get() === 'law' ? desk.act.get() : undefined;
  if (shown !== undefined) return shown;
  const state = desk.session.get()?.editor.state();
  const unit = state?.units.find(({ id }) => id === state.whereabouts?.unit);
  const [first] = unit ? actsCitedIn(unit) : [];
  return first !== undefined && desk.acts.byId.has(first) ? first : undefined;
}

/** What the commands of the register do. */
export const registerActions: Readonly<Record<string, (desk: Desk) => void>> = {
  'show-register': (desk) => desk.dialog.set({ kind: 'register' }),
  'add-act': (desk) => desk.dialog.set({ kind: 'own-act' }),
  'verify-act': (desk) => {
    const act = actHere(desk);
    if (act === undefined) desk.banner.set({ severity: 'note', message: { key: 'register:noActHere' } });
    else desk.dialog.set({ kind: 'verify-act', act });
  },
};
