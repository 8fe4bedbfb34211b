import { EventEmitter } from 'node:events';
import { registry } from './registry.ts';
import type { BrowserWindow } from './windows.ts';

interface MenuItemOptions {
  readonly id?: string;
  readonly label?: string;
  readonly type?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly checked?: boolean;
  readonly click?: (item: MenuItem, window: BrowserWindow | undefined, event: object) => void;
  readonly submenu?: readonly MenuItemOptions[];
}

/** A key that fires a menu's line, for the page's side. */
interface Accelerator {
  readonly commandId: number;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly key: string;
  readonly code: string;
}

const editing = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'delete'];
const roleKeys: Readonly<Record<string, string>> = { quit: 'CmdOrCtrl+Q', close: 'CmdOrCtrl+W' };
let lastCommand = 0;

export class MenuItem {
  readonly commandId = ++lastCommand;
  readonly id: string | undefined;
  readonly role: string | undefined;
  readonly accelerator: string | undefined;
  readonly registerAccelerator: boolean;
  readonly type: string;
  readonly submenu: Menu | undefined;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #click: MenuItemOptions['click'];

  constructor(options: MenuItemOptions) {
    this.id = options.id;
    this.role = options.role;
    this.accelerator = options.accelerator;
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal');
    this.label = options.label ?? options.role ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.submenu = options.submenu && Menu.buildFromTemplate(options.submenu);
    this.#click = options.click;
  }

  click(event: object = {}, window = [...registry.windows].at(-1)): void {
    if (!this.enabled) return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.role === 'quit') void registry.app?.quit();
    else if (this.role === 'close') window?.close();
    else if (this.role !== undefined && editing.includes(this.role)) window?.webContents.edit(this.role);
    else this.#click?.(this, window, event);
  }
}

export class Menu extends EventEmitter {
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly (MenuItemOptions | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    registry.menu = menu;
    for (const window of registry.windows) window.webContents.sendAccelerators();
  }
  static getApplicationMenu(): Menu | null {
    return registry.menu;
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }
  getMenuItemById(id: string): MenuItem | null {
    return [...this.walk()].find((item) => item.id === id) ?? null;
  }
  *walk(): Generator<MenuItem> {
    for (const item of this.items) {
      yield item;
      if (item.submenu) yield* item.submenu.walk();
    }
  }
}

/** The keys that the application's menu listens to; one that only shows its keys (`registerAccelerator: false`) is not among them. */
export function accelerators(): Accelerator[] {
  return [...(registry.menu?.walk() ?? [])].flatMap((item) => {
    const keys = item.accelerator ?? roleKeys[item.role ?? ''];
    if (keys === undefined || !item.enabled || !item.visible || !item.registerAccelerator) return [];
    const parts = keys.toLowerCase().split('+');
    const key = parts.pop() ?? '';
    const code = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : key.toUpperCase();
    const ctrl = parts.some((part) => /^(cmdorctrl|commandorcontrol|ctrl|control|cmd|command)$/.test(part));
    return [{ commandId: item.commandId, ctrl, shift: parts.includes('shift'), alt: parts.includes('alt'), key, code }];
  });
}
