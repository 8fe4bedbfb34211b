import path from 'node:path';
import { app, type BrowserWindow, shell } from 'electron';
import { sendEvent } from '../ipc.ts';
import type { Messages } from '../messages.ts';
import type { World } from '../services/world.ts';
import { realPorts } from '../shell/ports.ts';
import { createDialogs } from './dialogs.ts';
import { createPrinting } from './printing.ts';

export interface ElectronWorldOptions {
  readonly data: string;
  readonly resources: string;
  /** The window of today; undefined before it opens and after it closed. */
  readonly window: () => BrowserWindow | undefined;
  readonly messages: () => Messages;
  readonly closeWindow: () => void;
}

/** The world as Electron gives it. */
export function createElectronWorld({ data, resources, window, messages, closeWindow }: ElectronWorldOptions): World {
  const documents = process.env.DOLBOOR_DOCUMENTS ?? app.getPath('documents');
  return {
    shell: 'electron',
    version: app.getVersion(),
    ports: realPorts,
    folders: { data, documents, resources },
    dialogs: createDialogs(window, messages, documents),
    printing: createPrinting(window),
    async reveal(file, open) {
      if (open === 'file') return (await shell.openPath(path.resolve(file))) === '';
      shell.showItemInFolder(path.resolve(file));
      return true;
    },
    emit: (name, event) => sendEvent(window(), name, event),
    closeWindow,
  };
}
