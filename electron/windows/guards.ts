import { app, type Session, type WebContents } from 'electron';
import { isPageAddress } from './page-protocol.ts';

/** Nothing is asked of the person and nothing is granted: the desk needs no camera, no place, no notification. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** Nothing leaves the machine, whatever the page holds. The spelling checker goes too: its word lists come from a server. */
export function denyNetwork(session: Session): void {
  const local = new Set(['app:', 'blob:', 'data:', 'devtools:']);
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, (details, answer) =>
    answer({ cancel: !local.has(URL.parse(details.url)?.protocol ?? '') }),
  );
  session.setSpellCheckerEnabled(false);
}

/** Keeps every page of the application where it is. `open` gets the web addresses that the page wanted to open in a window. */
export function guardPages(open: (address: string) => void): void {
  app.on('web-contents-created', (_event, contents) => guardPage(contents, open));
}

function guardPage(contents: WebContents, open: (address: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    open(url);
    return { action: 'deny' };
  });
  // A frame of the page and a server's redirection lead away as well as a link.
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function stay(event: { readonly url: string; preventDefault(): void }): void {
  if (!isPageAddress(event.url)) event.preventDefault();
}
