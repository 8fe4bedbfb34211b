import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type FailureCode, failureCodes } from '../../../core/bridge/failure.ts';

declare global {
  interface Window {
    /** Why the next saves come to nothing; undefined: they go to the services. `waits`: after a program that holds the file. */
    savesFail?: { readonly code: string; readonly waits: boolean } | undefined;
    /** The program that holds the file does not let go of it. */
    giveUp?: () => void;
  }
}

/**
 * Stands between the page and its services and answers for them when a draft is saved, as they do where the disk, the folder or another
 * program is in the way. What a system answers becomes these codes in `test/electron/services/misbehaving-places.test.ts`.
 */
export async function standBeforeSaves(page: Page): Promise<void> {
  await page.evaluate(() => {
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function answered(this: WebSocket, data): void {
      const { id, name, request } = JSON.parse(String(data));
      const failure = name === 'draft.save' ? window.savesFail : undefined;
      if (!failure) {
        send.call(this, data);
        return;
      }
      const tell = (message: object) =>
        setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) })));
      const refuse = () => tell({ id, reply: { ok: false, error: { code: failure.code } } });
      if (!failure.waits) refuse();
      else {
        tell({ event: true, name: 'save.waiting', payload: { handle: request.handle } });
        window.giveUp = refuse;
      }
    };
  });
}

/** What `docs/durability.md` promises to tell of a save that came to nothing. */
export function toldOfSaves(): readonly FailureCode[] {
  const root = path.join(import.meta.dirname, '..', '..', '..');
  const rows = readFileSync(path.join(root, 'docs', 'durability.md'), 'utf8').match(/^\|.*\|$/gm) ?? [];
  const told = new Set(rows.flatMap((row) => row.split('|')[3]?.match(/`[a-z-]+`/g) ?? []));
  // What is told where a draft is opened has tests of its own.
  const opening: readonly FailureCode[] = ['empty', 'damaged', 'in-use'];
  return failureCodes.filter((code) => told.has(`\`${code}\``) && !opening.includes(code));
}
