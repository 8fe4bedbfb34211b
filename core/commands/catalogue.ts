import type { Command } from './types.ts';

/**
 * Every command of the application, in the order in which it stands in its menu. Menus, shortcuts, toolbar, palette and the
 * system's menu are made from this list and from nothing else.
 *
 * Shape: ids are unique and hold no dot, because `locales/<language>/commands.json` names each by its id at the top level.
 * Invariant: no two commands share keys, and none uses Ctrl+Alt with a letter.
 */
export const commands: readonly Command[] = [
  { id: 'new-draft', keys: 'Mod+KeyN', menu: 'file', group: 1, when: 'always' },
  { id: 'open-draft', keys: 'Mod+KeyO', menu: 'file', group: 1, when: 'always' },
  { id: 'save', keys: 'Mod+KeyS', menu: 'file', group: 2, when: 'draft' },
  { id: 'save-as', keys: 'Mod+Shift+KeyS', menu: 'file', group: 2, when: 'draft' },
  { id: 'password', menu: 'file', group: 2, when: 'draft' },
  { id: 'history', keys: 'Mod+Shift+KeyH', menu: 'file', group: 2, when: 'draft' },
  { id: 'export', keys: 'Mod+KeyE', menu: 'file', group: 3, when: 'draft' },
  { id: 'print', keys: 'Mod+KeyP', menu: 'file', group: 3, when: 'draft' },
  { id: 'settings', keys: 'Mod+Comma', menu: 'file', group: 4, when: 'always' },
  { id: 'close-draft', keys: 'Mod+KeyW', menu: 'file', group: 5, when: 'draft' },

  { id: 'undo', keys: 'Mod+KeyZ', menu: 'edit', group: 1, when: 'can-undo' },
  { id: 'redo', keys: 'Mod+KeyY', menu: 'edit', group: 1, when: 'can-redo' },
  { id: 'bold', keys: 'Mod+KeyB', menu: 'edit', group: 2, when: 'editing' },
  { id: 'italic', keys: 'Mod+KeyI', menu: 'edit', group: 2, when: 'editing' },
  { id: 'superscript', keys: 'Mod+Shift+Equal', menu: 'edit', group: 2, when: 'editing' },
  { id: 'blank', keys: 'Mod+Shift+KeyB', menu: 'edit', group: 3, when: 'selection' },
  { id: 'find', keys: 'Mod+KeyF', menu: 'edit', group: 4, when: 'draft' },
  { id: 'replace', keys: 'Mod+KeyH', menu: 'edit', group: 4, when: 'draft' },
  { id: 'find-next', keys: 'F3', menu: 'edit', group: 4, when: 'draft' },
  { id: 'find-previous', keys: 'Shift+F3', menu: 'edit', group: 4, when: 'draft' },
  { id: 'go-to', keys: 'Mod+KeyG', menu: 'edit', group: 5, when: 'draft' },

  { id: 'insert-section', keys: 'Mod+Shift+Digit1', menu: 'insert', group: 1, when: 'editing' },
  { id: 'insert-chapter', keys: 'Mod+Shift+Digit2', menu: 'insert', group: 1, when: 'editing' },
  { id: 'insert-article', keys: 'Mod+Shift+Digit3', menu: 'insert', group: 1, when: 'editing' },
  { id: 'insert-part', keys: 'Mod+Shift+Digit4', menu: 'insert', group: 2, when: 'editing' },
  { id: 'insert-point', keys: 'Mod+Shift+Digit5', menu: 'insert', group: 2, when: 'editing' },
  { id: 'insert-subpoint', keys: 'Mod+Shift+Digit6', menu: 'insert', group: 2, when: 'editing' },
  { id: 'insert-paragraph', keys: 'Mod+Shift+Digit7', menu: 'insert', group: 2, when: 'editing' },
  { id: 'insert-note', keys: 'Mod+Shift+Digit8', menu: 'insert', group: 3, when: 'editing' },
  { id: 'insert-same-before', menu: 'insert', group: 3, when: 'editing' },
  { id: 'insert-reference', keys: 'Mod+Shift+KeyL', menu: 'insert', group: 4, when: 'editing' },
  { id: 'edit-inline', keys: 'Alt+Enter', menu: 'insert', group: 4, when: 'editing' },

  { id: 'demote', keys: 'Alt+Shift+ArrowRight', menu: 'structure', group: 1, when: 'editing' },
  { id: 'promote', keys: 'Alt+Shift+ArrowLeft', menu: 'structure', group: 1, when: 'editing' },
  { id: 'move-up', keys: 'Alt+ArrowUp', menu: 'structure', group: 2, when: 'editing' },
  { id: 'move-down', keys: 'Alt+ArrowDown', menu: 'structure', group: 2, when: 'editing' },
  { id: 'duplicate-unit', keys: 'Mod+KeyD', menu: 'structure', group: 2, when: 'editing' },
  { id: 'make-section', menu: 'structure', group: 3, when: 'editing' },
  { id: 'make-chapter', menu: 'structure', group: 3, when: 'editing' },
  { id: 'make-article', menu: 'structure', group: 3, when: 'editing' },
  { id: 'make-part', menu: 'structure', group: 3, when: 'editing' },
  { id: 'make-point', menu: 'structure', group: 3, when: 'editing' },
  { id: 'make-subpoint', menu: 'structure', group: 3, when: 'editing' },
  { id: 'make-paragraph', menu: 'structure', group: 3, when: 'editing' },
  { id: 'make-note', menu: 'structure', group: 3, when: 'editing' },
  { id: 'set-number', keys: 'Mod+Shift+KeyD', menu: 'structure', group: 4, when: 'editing' },
  { id: 'lock-chosen', menu: 'structure', group: 4, when: 'editing' },
  { id: 'unlock-chosen', menu: 'structure', group: 4, when: 'editing' },
  { id: 'lock-numbers', menu: 'structure', group: 5, when: 'draft' },
  { id: 'unlock-numbers', menu: 'structure', group: 5, when: 'draft' },
  { id: 'repeal-unit', menu: 'structure', group: 6, when: 'editing' },
  { id: 'remove-unit', keys: 'Mod+Shift+Backspace', menu: 'structure', group: 6, when: 'editing' },

  { id: 'insert-citation', keys: 'Mod+KeyK', menu: 'law', group: 1, when: 'editing' },
  { id: 'recognise-citations', keys: 'Mod+Shift+KeyK', menu: 'law', group: 1, when: 'draft' },
  { id: 'show-law', keys: 'F9', menu: 'law', group: 2, when: 'draft' },
  { id: 'search-law', keys: 'Mod+Shift+KeyF', menu: 'law', group: 2, when: 'draft' },
  { id: 'show-text', keys: 'Mod+F9', menu: 'law', group: 2, when: 'draft' },
  { id: 'cite-provision', menu: 'law', group: 3, when: 'editing' },
  { id: 'quote-provision', menu: 'law', group: 3, when: 'editing' },
  { id: 'import-act', menu: 'law', group: 4, when: 'draft' },
  { id: 'show-parity', keys: 'Shift+F9', menu: 'law', group: 4, when: 'draft' },

  { id: 'add-comment', keys: 'Mod+Shift+KeyM', menu: 'review', group: 1, when: 'selection' },
  { id: 'show-comments', keys: 'F8', menu: 'review', group: 1, when: 'draft' },
  { id: 'next-comment', keys: 'Alt+PageDown', menu: 'review', group: 2, when: 'draft' },
  { id: 'previous-comment', keys: 'Alt+PageUp', menu: 'review', group: 2, when: 'draft' },
  { id: 'approve', keys: 'Mod+Shift+KeyA', menu: 'review', group: 3, when: 'editing' },
  { id: 'confirm-up-to-date', keys: 'Mod+Shift+KeyU', menu: 'review', group: 3, when: 'editing' },

  { id: 'show-check', keys: 'Shift+F8', menu: 'check', group: 0, when: 'draft' },
  { id: 'next-unfinished', keys: 'F2', menu: 'check', group: 1, when: 'draft' },
  { id: 'next-blank', keys: 'Shift+F2', menu: 'check', group: 1, when: 'draft' },
  { id: 'next-dead-citation', keys: 'Alt+F2', menu: 'check', group: 1, when: 'draft' },
  { id: 'show-counts', keys: 'Mod+Shift+KeyG', menu: 'check', group: 2, when: 'draft' },

  { id: 'palette', keys: 'Mod+Shift+KeyP', menu: 'view', group: 1, when: 'always' },
  { id: 'column-ky', keys: 'Mod+Digit1', menu: 'view', group: 2, when: 'draft' },
  { id: 'column-ru', keys: 'Mod+Digit2', menu: 'view', group: 2, when: 'draft' },
  { id: 'column-en', keys: 'Mod+Digit3', menu: 'view', group: 2, when: 'draft' },
  { id: 'write-ky', keys: 'Alt+Digit1', menu: 'view', group: 3, when: 'draft' },
  { id: 'write-ru', keys: 'Alt+Digit2', menu: 'view', group: 3, when: 'draft' },
  { id: 'write-en', keys: 'Alt+Digit3', menu: 'view', group: 3, when: 'draft' },
  { id: 'show-outline', keys: 'F7', menu: 'view', group: 4, when: 'draft' },
  { id: 'toggle-outline', keys: 'Mod+Backslash', menu: 'view', group: 4, when: 'draft' },
  { id: 'toggle-inspector', keys: 'Mod+Shift+Backslash', menu: 'view', group: 4, when: 'draft' },
  { id: 'next-pane', keys: 'F6', menu: 'view', group: 5, when: 'draft' },
  { id: 'previous-pane', keys: 'Shift+F6', menu: 'view', group: 5, when: 'draft' },
  { id: 'zoom-in', keys: 'Mod+Equal', menu: 'view', group: 6, when: 'draft' },
  { id: 'zoom-out', keys: 'Mod+Minus', menu: 'view', group: 6, when: 'draft' },
  { id: 'zoom-reset', keys: 'Mod+Digit0', menu: 'view', group: 6, when: 'draft' },
  { id: 'show-marks', keys: 'Mod+Shift+Digit9', menu: 'view', group: 7, when: 'draft' },
  { id: 'focus-mode', keys: 'Shift+F11', menu: 'view', group: 7, when: 'draft' },
  { id: 'insert-section-before', when: 'editing' },
  { id: 'insert-chapter-before', when: 'editing' },
  { id: 'insert-article-before', when: 'editing' },
  { id: 'insert-part-before', when: 'editing' },
  { id: 'insert-point-before', when: 'editing' },
  { id: 'insert-subpoint-before', when: 'editing' },
  { id: 'insert-paragraph-before', when: 'editing' },
  { id: 'insert-note-before', when: 'editing' },
  { id: 'theme-system', when: 'always' },
  { id: 'theme-light', when: 'always' },
  { id: 'theme-dark', when: 'always' },
  { id: 'interface-ky', when: 'always' },
  { id: 'interface-ru', when: 'always' },
  { id: 'interface-en', when: 'always' },

  { id: 'help', keys: 'F1', menu: 'help', group: 1, when: 'always' },
  { id: 'show-log', menu: 'help', group: 2, when: 'always' },
  { id: 'about', menu: 'help', group: 2, when: 'always' },
];

const byId = new Map(commands.map((command) => [command.id, command]));

/** The command of this id, or undefined when there is none. */
export function commandById(id: string): Command | undefined {
  return byId.get(id);
}
