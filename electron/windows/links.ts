import { type BrowserWindow, dialog, shell } from 'electron';
import type { Messages } from '../messages.ts';

/** The address as the person is to see it, or undefined when it is none that may be opened: `https` only, no name or password in it. */
function linkToOpen(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  return url.href;
}

/**
 * The only way out to a browser. The person sees the whole address and agrees: a page that went wrong could otherwise carry
 * words of a draft away in it.
 */
export async function openLink(window: BrowserWindow | undefined, address: string, messages: Messages): Promise<void> {
  const href = linkToOpen(address);
  if (href === undefined || window === undefined) return;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: messages('shell.link.question'),
    detail: href,
    buttons: [messages('shell.link.open'), messages('shell.link.cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) await shell.openExternal(href);
}
