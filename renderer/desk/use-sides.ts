import { useEffect } from 'react';
import { useDesk } from '../state/desk.ts';
import { useNarrow } from '../state/narrow.ts';
import { useStore } from '../state/store.ts';

/**
 * Which sides are on the screen: as the settings have it, or in a narrow window the one that was called, until Escape. From whatever stands
 * around the text Escape leads back into it.
 */
export function useSides(): { readonly outline: boolean; readonly inspector: boolean } {
  const desk = useDesk();
  const { outlineWidth, inspectorWidth } = useStore(desk.settings);
  const drawer = useStore(desk.drawer);
  const narrow = useNarrow();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || desk.dialog.get()) return;
      const pane = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-pane]') : null;
      if (!desk.drawer.get() && (!pane || pane.dataset.pane === 'text')) return;
      desk.drawer.set(undefined);
      desk.session.get()?.editor.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [desk]);
  if (narrow) return { outline: drawer === 'outline', inspector: drawer === 'inspector' };
  return { outline: outlineWidth !== 0, inspector: inspectorWidth !== 0 };
}
