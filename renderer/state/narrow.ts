import { useSyncExternalStore } from 'react';

/** As the narrow part of `desk.css`: here the sides lie over the text, and only when they are called. */
const query = '(max-width: 900px)';

/** Whether the window has no room for outline, text and inspector side by side: small, or at 200 % zoom. */
export function isNarrow(): boolean {
  return window.matchMedia?.(query).matches ?? false;
}

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia?.(query);
  media?.addEventListener('change', listener);
  return () => media?.removeEventListener('change', listener);
}

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, isNarrow);
}

function subscribeWidth(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** The width of the window in CSS pixels, as it is now. */
export function useWindowWidth(): number {
  return useSyncExternalStore(subscribeWidth, () => window.innerWidth);
}
