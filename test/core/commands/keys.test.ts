import { expect, test } from 'vitest';
import { ariaKeys, keyCaps, matchesKeys, parseKeys } from '../../../core/commands/keys.ts';

const press = (code: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test('a stroke is met by its place on the keyboard with exactly its modifiers', () => {
  const save = parseKeys('Mod+KeyS');
  expect(matchesKeys(save, press('KeyS', { ctrlKey: true }), false)).toBe(true);
  expect(matchesKeys(save, press('KeyS', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
  expect(matchesKeys(save, press('KeyS'), false)).toBe(false);
  expect(matchesKeys(save, press('KeyD', { ctrlKey: true }), false)).toBe(false);
});

test('AltGr, which reports Ctrl and Alt, meets neither a Ctrl nor an Alt stroke', () => {
  const altGr = press('Digit1', { ctrlKey: true, altKey: true });
  expect(matchesKeys(parseKeys('Mod+Digit1'), altGr, false)).toBe(false);
  expect(matchesKeys(parseKeys('Alt+Digit1'), altGr, false)).toBe(false);
});

test('on a Mac the modifier is Cmd', () => {
  const save = parseKeys('Mod+KeyS');
  expect(matchesKeys(save, press('KeyS', { metaKey: true }), true)).toBe(true);
  expect(matchesKeys(save, press('KeyS', { ctrlKey: true }), true)).toBe(false);
});

test('caps are shown in the order in which they are held', () => {
  expect(keyCaps('Mod+Shift+KeyP', false)).toEqual(['Ctrl', 'Shift', 'P']);
  expect(keyCaps('Alt+ArrowUp', false)).toEqual(['Alt', '↑']);
  expect(keyCaps('Mod+Backslash', true)).toEqual(['⌘', '\\']);
  expect(ariaKeys('Mod+Shift+Digit1', false)).toBe('Control+Shift+1');
});
