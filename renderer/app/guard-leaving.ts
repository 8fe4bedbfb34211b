import type { Desk } from '../state/desk.ts';
import { lookOutside } from '../state/outside.ts';

/**
 * What is typed goes to the journal when the window loses the person: to another window, out of sight, or for good; then the browser asks,
 * too, when a file lacks something. When the person is back, so may others' work be.
 */
export function guardLeaving(desk: Desk): () => void {
  const onBeforeUnload = (event: BeforeUnloadEvent): void => {
    const session = desk.session.get();
    if (!session) return;
    void session.flush();
    if (desk.info.shell === 'loopback' && session.hasUnsavedWork()) event.preventDefault();
  };
  const onHidden = (): void => void desk.session.get()?.flush();
  const onFocus = (): void => void lookOutside(desk);
  window.addEventListener('beforeunload', onBeforeUnload);
  window.addEventListener('blur', onHidden);
  window.addEventListener('focus', onFocus);
  document.addEventListener('visibilitychange', onHidden);
  return () => {
    window.removeEventListener('beforeunload', onBeforeUnload);
    window.removeEventListener('blur', onHidden);
    window.removeEventListener('focus', onFocus);
    document.removeEventListener('visibilitychange', onHidden);
  };
}
