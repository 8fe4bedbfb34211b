/** A menu of the menu bar, in the order in which they stand. */
export const menus = ['file', 'edit', 'insert', 'structure', 'law', 'review', 'check', 'view', 'help'] as const;
export type Menu = (typeof menus)[number];

/** What must hold for a command to be offered. `writing`: a draft that can be changed; so can it for all that follow. */
export type When = 'always' | 'draft' | 'writing' | 'editing' | 'selection' | 'can-undo' | 'can-redo';

/**
 * A command as data: menus, shortcuts, toolbar and palette are all made from the list of these, and so is the system's menu.
 * Its name is `locales/<language>/commands.json` under `id`.
 */
export interface Command {
  readonly id: string;
  /**
   * The default keys, `Mod` for Ctrl (Cmd on macOS), keys by `KeyboardEvent.code`: `Mod+KeyS`, `Mod+Shift+KeyP`, `Alt+ArrowUp`.
   * Never Ctrl+Alt with a letter: that is AltGr, which types ң ө ү.
   */
  readonly keys?: string;
  /** Other keys that do the same: what Word has for it. Help alone shows them. */
  readonly also?: readonly string[];
  readonly menu?: Menu;
  /** Items of one menu with equal groups stand together; a line parts the groups. */
  readonly group?: number;
  readonly when: When;
}
