import { type BrowserWindow, ipcMain, type WebFrameMain } from 'electron';
import { fail, type Result } from '../core/base/result.ts';
import { listensChannel, requestNames } from '../core/bridge/channels.ts';
import type { EventName, Events, RequestName } from '../core/bridge/contract.ts';
import type { Failure } from '../core/bridge/failure.ts';
import { isPageAddress } from './windows/page-protocol.ts';

/** Carries one request of the page to the services. */
export type Call = (name: RequestName, request: unknown) => Promise<Result<unknown, Failure>>;

/**
 * Whether a message comes from the page itself: the top frame of our own address. A frame that has gone is `null`.
 * `new URL('app://…').origin` is the string `'null'`, hence the look at scheme and host.
 */
function isOwnPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isPageAddress(frame.url);
}

/** One channel for each request. The sender is looked at before anything asynchronous, because later its frame may be gone. */
export function registerRequests(call: Call): void {
  for (const name of requestNames) {
    ipcMain.handle(name, (event, request: unknown) =>
      isOwnPage(event.senderFrame) ? call(name, request) : fail({ code: 'bad-request' }),
    );
  }
}

/** Hears from the preload whether the page listens to the question if the window may close. */
export function followListening(told: (listens: boolean) => void): void {
  ipcMain.on(listensChannel, (event, listens: unknown) => {
    if (isOwnPage(event.senderFrame)) told(listens === true);
  });
}

/** Tells the page something, if there is still a page to tell. */
export function sendEvent<N extends EventName>(window: BrowserWindow | undefined, name: N, event: Events[N]): void {
  if (window === undefined || window.isDestroyed()) return;
  window.webContents.send(name, event);
}
