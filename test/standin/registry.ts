import type { StandinApp } from './app.ts';
import type { Menu } from './menu.ts';
import type { WebContents } from './web-contents.ts';
import type { BrowserWindow } from './windows.ts';

/** What the parts of the stand-in share, so that none needs to import another in a ring. */
export const registry: {
  app: StandinApp | undefined;
  menu: Menu | null;
  readonly windows: Set<BrowserWindow>;
  /** By DevTools target. */
  readonly contents: Map<string, WebContents>;
} = { app: undefined, menu: null, windows: new Set(), contents: new Map() };

export function log(...words: unknown[]): void {
  if (process.env.STANDIN_DEBUG) console.error('[stand-in]', ...words);
}
