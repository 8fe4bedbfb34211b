import { describe, expect, test } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import { fail, succeed } from '../../../core/base/result.ts';
import { commands } from '../../../core/commands/catalogue.ts';
import { menus } from '../../../core/commands/types.ts';
import type { DocumentKind } from '../../../core/draft/types.ts';
import { accelerator } from '../../../electron/menu/accelerator.ts';
import { createOpenDocuments } from '../../../electron/menu/open-documents.ts';
import { type MenuLine, menuTemplate } from '../../../electron/menu/template.ts';
import { messagesIn } from '../../../electron/messages.ts';
import { flatLocale } from '../../support/locales.ts';

function walk(lines: readonly MenuLine[]): MenuLine[] {
  return lines.flatMap((line) => [line, ...walk(line.submenu ?? [])]);
}

describe('the menu bar', () => {
  test('holds every command that has a menu, once, in the order of the catalogue', () => {
    const lines = walk(
      menuTemplate(
        commands,
        (key) => key,
        () => undefined,
      ),
    );
    const ids = lines.filter((line) => line.click).map((line) => line.id);
    const expected = menus.flatMap((menu) => commands.filter((command) => command.menu === menu).map(({ id }) => id));
    expect(ids).toEqual(expected);
  });

  test('runs the command that was chosen', () => {
    const ran: string[] = [];
    const lines = walk(
      menuTemplate(
        commands,
        (key) => key,
        (id) => ran.push(id),
      ),
    );
    lines.find((line) => line.id === 'save')?.click?.();
    expect(ran).toEqual(['save']);
  });

  test('shows keys without listening to them: the page reads keys by their place, on any layout', () => {
    const lines = walk(
      menuTemplate(
        commands,
        (key) => key,
        () => undefined,
      ),
    ).filter((line) => line.accelerator);
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.every((line) => line.registerAccelerator === false)).toBe(true);
  });

  test.each(languages)('has a word for every line in %s', (language) => {
    for (const line of walk(menuTemplate(commands, messagesIn(language), () => undefined))) {
      if (line.type === 'separator') continue;
      expect(line.label, line.id ?? line.role).toMatch(/\S/);
      expect(line.label).not.toMatch(/^(shell|commands)\./);
    }
  });

  test('begins and ends no menu with a line', () => {
    for (const { submenu = [] } of menuTemplate(
      commands,
      (key) => key,
      () => undefined,
    )) {
      expect(submenu[0]?.type).not.toBe('separator');
      expect(submenu.at(-1)?.type).not.toBe('separator');
    }
  });
});

test.each([
  ['Mod+KeyS', 'CmdOrCtrl+S'],
  ['Mod+Shift+Digit1', 'CmdOrCtrl+Shift+1'],
  ['Alt+ArrowUp', 'Alt+Up'],
  ['Mod+Comma', 'CmdOrCtrl+,'],
  ['F2', 'F2'],
  ['Alt+PageDown', 'Alt+PageDown'],
])('the keys %s are %s for Electron', (keys, expected) => expect(accelerator(keys)).toBe(expected));

describe('the words of the open document', () => {
  test.each(languages)(
    'are those of a note or a resolution while one is open, and of a bill again after it, in %s',
    (language) => {
      const own = (document?: DocumentKind) => messagesIn(language, document);
      expect(own('note')('commands.insert-article')).toBe(
        flatLocale(language, 'documents').get('note.commands.insert-article'),
      );
      expect(own('note')('commands.insert-article')).not.toBe(own()('commands.insert-article'));
      expect(own('resolution')('commands.save')).toBe(own()('commands.save'));
      expect(own('resolution')('shell.menu.file')).toBe(own()('shell.menu.file'));
    },
  );

  test('are told by what the page opens and closes', () => {
    const documents = createOpenDocuments();
    const opened = (handle: string, document?: DocumentKind) =>
      documents.heard('draft.open', {}, succeed({ handle, draft: { meta: { document } } }));
    expect(opened('a')).toBe(false);
    expect([opened('b', 'note'), documents.current()]).toEqual([true, 'note']);
    expect(documents.heard('draft.create', {}, fail({ code: 'unreadable' }))).toBe(false);
    expect(documents.heard('draft.close', { handle: 'a' }, succeed(null))).toBe(false);
    expect(documents.heard('draft.close', { handle: 'b' }, fail({ code: 'unsaved' }))).toBe(false);
    expect([documents.heard('draft.close', { handle: 'b' }, succeed(null)), documents.current()]).toEqual([
      true,
      undefined,
    ]);
  });
});
