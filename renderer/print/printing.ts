import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { ExportedFile } from '../../core/bridge/exports.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import { noteDeed } from '../audit/note-deed.ts';
import type { Desk } from '../state/desk.ts';
import { askForTarget } from '../state/files.ts';

/*
 * The pages go to the printer as a copy beside the window's content, which the style sheet shows on paper alone. So the browser's own
 * print and Electron's print the same.
 */

function standForPrint(pages: readonly HTMLElement[]): HTMLElement {
  const root = document.createElement('div');
  root.className = 'print-root';
  root.append(...pages.map((page) => page.cloneNode(true)));
  document.body.append(root);
  return root;
}

function isLandscape(pages: readonly HTMLElement[]): boolean {
  return pages[0]?.classList.contains('paper-wide') === true;
}

/** To a printer, by the system's dialog; in a browser by its own. */
export async function sendToPrinter(desk: Desk, pages: readonly HTMLElement[]): Promise<Result<null, Failure>> {
  const root = standForPrint(pages);
  try {
    const sent =
      desk.info.shell === 'electron'
        ? await desk.bridge.request('print.send', { landscape: isLandscape(pages) })
        : await printByBrowser();
    if (sent.ok) noteDeed(desk, 'printed');
    return sent;
  } finally {
    root.remove();
  }
}

/** Some browsers wait in `print` until the dialog is closed, others come back at once: all of them tell when it is over. */
function printByBrowser(): Promise<Result<null, Failure>> {
  return new Promise((resolve) => {
    window.addEventListener('afterprint', () => resolve(succeed(null)), { once: true });
    window.print();
  });
}

/** As PDF, where the shell can. */
export async function saveAsPdf(desk: Desk, pages: readonly HTMLElement[]): Promise<Result<ExportedFile, Failure>> {
  const target = await askForTarget(desk, 'export', '.pdf');
  if (!target) return fail({ code: 'cancelled' });
  const root = standForPrint(pages);
  try {
    const written = await desk.bridge.request('print.pdf', { target });
    if (written.ok) noteDeed(desk, 'printed');
    return written;
  } finally {
    root.remove();
  }
}
