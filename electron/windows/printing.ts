import type { BrowserWindow, WebContents } from 'electron';
import type { World } from '../services/world.ts';

type Printing = NonNullable<World['printing']>;

/** What Chromium says when the person closed the system's print dialog. */
const cancelled = /cancel/i;

/** Printing by the window's own page, which stands ready for it: its sheets say their size and margins themselves. */
export function createPrinting(window: () => BrowserWindow | undefined): Printing {
  const contents = (): WebContents | undefined => window()?.webContents;
  return {
    send: (landscape) =>
      new Promise((resolve) => {
        const page = contents();
        if (!page) return resolve('failed');
        const options = { printBackground: true, landscape, pageSize: 'A4', margins: { marginType: 'none' } } as const;
        page.print(options, (isSent, reason) => {
          resolve(isSent ? 'sent' : cancelled.test(reason) ? 'cancelled' : 'failed');
        });
      }),
    async pdf() {
      const page = contents();
      if (!page) throw new Error('there is no window to print');
      return page.printToPDF({ printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true });
    },
  };
}
