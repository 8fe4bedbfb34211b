import type { Theme } from '../../core/bridge/settings.ts';

/** Puts a theme on the page; `system` follows the system for as long as it is chosen. Returns the function that stops following. */
export function applyTheme(theme: Theme): () => void {
  const root = document.documentElement;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    root.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  };
  apply();
  if (theme === 'system') dark.addEventListener('change', apply);
  return () => dark.removeEventListener('change', apply);
}
