import { useEffect } from 'react';
import type { Desk } from '../state/desk.ts';

const notWork = ['menu', 'tools'];

/**
 * Follows where the person works: in the rows of the outline or elsewhere. The menus, the toolbar and the dialogs are no such place, so that
 * a command chosen there acts where one was before.
 */
export function useWorkplace(desk: Desk): void {
  useEffect(() => {
    const follow = ({ target }: FocusEvent): void => {
      const pane = target instanceof Element ? target.closest<HTMLElement>('[data-pane]') : null;
      const name = pane?.dataset.pane;
      if (name === undefined || notWork.includes(name)) return;
      desk.isInOutline.set(name === 'outline' && (target as Element).closest('[role="tree"]') !== null);
    };
    document.addEventListener('focusin', follow, true);
    return () => {
      document.removeEventListener('focusin', follow, true);
      desk.isInOutline.set(false);
    };
  }, [desk]);
}
