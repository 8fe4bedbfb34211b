import type { Page } from '@playwright/test';

/** Gathers what the page asks for outside itself: `app://` (the stand-in writes it as its own https name) and the loopback host are itself. */
export function watchForeign(page: Page): readonly string[] {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isOwn =
      ['app:', 'data:', 'blob:'].includes(url.protocol) ||
      url.hostname === '127.0.0.1' ||
      url.hostname.endsWith('.standin.invalid');
    if (!isOwn) foreign.push(request.url());
  });
  return foreign;
}
