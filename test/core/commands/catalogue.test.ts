import { describe, expect, test } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import { commandById, commands } from '../../../core/commands/catalogue.ts';
import { keysOf, parseKeys } from '../../../core/commands/keys.ts';
import { menus } from '../../../core/commands/types.ts';
import { readLocale } from '../../support/locales.ts';

const allKeys = commands.flatMap(keysOf);

describe('the catalogue of commands', () => {
  test('gives each command an id of its own, without a dot', () => {
    const ids = commands.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z][a-z-]*$/.test(id))).toEqual([]);
  });

  test('gives no keys to two commands', () => {
    expect(new Set(allKeys).size).toBe(allKeys.length);
  });

  test('never takes Ctrl+Alt with a letter, which is AltGr and types ң ө ү', () => {
    expect(allKeys.map(parseKeys).filter(({ mod, alt }) => mod && alt)).toEqual([]);
  });

  test('takes no letter or digit alone from the one who types', () => {
    const typing = allKeys.filter((keys) => {
      const { mod, alt, code } = parseKeys(keys);
      return !mod && !alt && /^(Key|Digit)/.test(code);
    });
    expect(typing).toEqual([]);
  });

  test('keeps the commands of a menu together, with groups that only rise', () => {
    for (const menu of menus) {
      const places = commands.flatMap((command, at) => (command.menu === menu ? [at] : []));
      expect(places, menu).toEqual(places.map((_, i) => (places[0] ?? 0) + i));
      const groups = commands.filter((command) => command.menu === menu).map((command) => command.group ?? 0);
      expect(groups, menu).toEqual([...groups].sort((a, b) => a - b));
    }
  });

  test.each(languages)('names every command in %s, and names nothing else', (language) => {
    const { _note, ...names } = readLocale(language, 'commands');
    expect(_note).toBeTypeOf('string');
    expect(Object.keys(names).sort()).toEqual(commands.map(({ id }) => id).sort());
  });

  test.each(languages)('gives no two commands the same name in %s', (language) => {
    const names = commands.map(({ id }) => readLocale(language, 'commands')[id]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('gives other keys only to a command that has keys of its own to show', () => {
    expect(commands.filter(({ keys, also }) => also && !keys)).toEqual([]);
  });

  test('finds a command by its id and nothing by another', () => {
    expect(commandById('save')?.keys).toBe('Mod+KeyS');
    expect(commandById('no-such')).toBeUndefined();
  });
});
