import path from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { Messages } from '../messages.ts';
import type { World } from '../services/world.ts';

type Dialogs = NonNullable<World['dialogs']>;

/** What the text of an act comes in. */
const textExtensions = ['html', 'htm', 'rtf', 'docx', 'txt'];
const extensions = { draft: 'dolboor', docx: 'docx', text: 'txt', csv: 'csv', pdf: 'pdf' } as const;

/**
 * The system's file dialogs. Electron no longer remembers the folder, so this does: it begins in `documents` and follows the person.
 * The system asks before it lets anyone choose an existing file to save to.
 */
export function createDialogs(
  window: () => BrowserWindow | undefined,
  messages: () => Messages,
  documents: string,
): Dialogs {
  let folder = documents;
  const remember = (file: string): string => {
    folder = path.dirname(file);
    return file;
  };
  const open = async (title: string, kind: string, allowed: readonly string[]): Promise<string | undefined> => {
    const parent = window();
    if (parent === undefined) return undefined;
    const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
      title: messages()(title),
      defaultPath: folder,
      properties: ['openFile'],
      filters: [{ name: messages()(kind), extensions: [...allowed] }],
    });
    const file = filePaths[0];
    return canceled || file === undefined ? undefined : remember(file);
  };
  return {
    openDraft: () => open('shell.dialogs.open', 'shell.dialogs.draft', [extensions.draft]),
    openText: () => open('shell.dialogs.open-text', 'shell.dialogs.act-text', textExtensions),
    async saveAs(suggestedName, kind) {
      const parent = window();
      if (parent === undefined) return undefined;
      const { canceled, filePath } = await dialog.showSaveDialog(parent, {
        title: messages()(`shell.dialogs.save-${kind}`),
        defaultPath: path.join(folder, path.basename(suggestedName)),
        filters: [{ name: messages()(`shell.dialogs.${kind}`), extensions: [extensions[kind]] }],
      });
      return canceled || filePath === '' ? undefined : remember(filePath);
    },
  };
}
