import type { Command, Menu } from '../../core/commands/types.ts';
import { menus } from '../../core/commands/types.ts';
import { accelerator } from './accelerator.ts';

/** A line of a menu, in the shape that Electron's `Menu.buildFromTemplate` takes. */
export interface MenuLine {
  id?: string;
  label?: string;
  type?: 'separator';
  role?: 'cut' | 'copy' | 'paste' | 'selectAll' | 'quit' | 'togglefullscreen';
  accelerator?: string;
  registerAccelerator?: boolean;
  click?: () => void;
  submenu?: MenuLine[];
}

/** Finds the words: `shell.menu.file`, `commands.save`. */
type Say = (key: string) => string;

/**
 * What the system does itself, without the page: the clipboard belongs to whatever has the focus, be it the text or a field of a dialog.
 */
const systemLines: Partial<Record<Menu, readonly NonNullable<MenuLine['role']>[]>> = {
  file: ['quit'],
  edit: ['cut', 'copy', 'paste', 'selectAll'],
  view: ['togglefullscreen'],
};

/** The menu bar made of the catalogue: its menus in their order, a line between groups, the system's own lines last. */
export function menuTemplate(commands: readonly Command[], say: Say, run: (id: string) => void): MenuLine[] {
  return menus.map((menu) => {
    const lines = commandLines(
      commands.filter((command) => command.menu === menu),
      say,
      run,
    );
    const own = (systemLines[menu] ?? []).map((role) => ({ role, label: say(`shell.menu.${role}`) }));
    const gap: MenuLine[] = lines.length > 0 && own.length > 0 ? [{ type: 'separator' }] : [];
    return { id: `menu-${menu}`, label: say(`shell.menu.${menu}`), submenu: [...lines, ...gap, ...own] };
  });
}

function commandLines(commands: readonly Command[], say: Say, run: (id: string) => void): MenuLine[] {
  return commands.flatMap((command, index) => {
    const before = commands[index - 1];
    const gap: MenuLine[] = before !== undefined && before.group !== command.group ? [{ type: 'separator' }] : [];
    return [...gap, commandLine(command, say, run)];
  });
}

function commandLine({ id, keys }: Command, say: Say, run: (id: string) => void): MenuLine {
  const line: MenuLine = { id, label: say(`commands.${id}`), click: () => run(id) };
  // The keys are shown here and heard by the page, which reads them by place on the keyboard: they work on a Cyrillic layout too.
  return keys === undefined ? line : { ...line, accelerator: accelerator(keys), registerAccelerator: false };
}
