import { Menu } from 'electron';
import type { Command } from '../../core/commands/types.ts';
import type { Messages } from '../messages.ts';
import { menuTemplate } from './template.ts';

/** Puts the menu bar up in one language; called again when the language changes. */
export function showMenu(commands: readonly Command[], messages: Messages, run: (id: string) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(commands, messages, run)));
}
