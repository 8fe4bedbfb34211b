import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../../core/base/language.ts';
import { confirmedRev, revAfterEdit, stateOf } from '../../../core/draft/state.ts';
import { makeUnit } from '../../../core/draft/text.ts';
import type { Cell, Unit } from '../../../core/draft/types.ts';

function withCell(unit: Unit, language: Language, change: Partial<Cell>): Unit {
  const cells = unit.children.map((cell) => (cell.lang === language ? { ...cell, ...change } : cell));
  return { ...unit, children: cells as unknown as Unit['children'] };
}

/** What the editor does at the first key in a cell. */
function edited(unit: Unit, language: Language, wasBlank = false): Unit {
  const rev = revAfterEdit(unit, language, wasBlank);
  return withCell(unit, language, { children: [{ text: 'жаңы' }], ...(rev === undefined ? {} : { rev }) });
}

const states = (unit: Unit) => languages.map((language) => stateOf(unit, language));
const full = makeUnit('u', 'part', { ky: 'а', ru: 'б', en: 'c' });

describe('the state of a text', () => {
  test('a text nobody has written is missing, a citation alone is not', () => {
    expect(states(makeUnit('u', 'part', { ky: 'а', en: ' ' }))).toEqual(['drafted', 'missing', 'missing']);
    const cited = makeUnit('u', 'part', { ru: [{ type: 'reference', target: 'x', children: [{ text: '' }] }] });
    expect(stateOf(cited, 'ru')).toBe('drafted');
  });

  test('an article may have no heading in all three languages, but not in one alone', () => {
    expect(states(makeUnit('u', 'article'))).toEqual(['drafted', 'drafted', 'drafted']);
    expect(states(makeUnit('u', 'article', { ky: 'Турак жай' }))).toEqual(['drafted', 'missing', 'missing']);
    expect(states(makeUnit('u', 'part'))).toEqual(['missing', 'missing', 'missing']);
  });

  test('editing a text that is level makes the others stale', () => {
    expect(states(edited(full, 'ru'))).toEqual(['stale', 'drafted', 'stale']);
  });

  test('going on editing the text that is ahead changes nothing more', () => {
    const once = edited(full, 'ru');
    expect(revAfterEdit(once, 'ru', false)).toBeUndefined();
  });

  test('editing a stale text leaves it stale until it is confirmed', () => {
    const catching = edited(edited(full, 'ru'), 'ky');
    expect(stateOf(catching, 'ky')).toBe('stale');
    expect(states(withCell(catching, 'ky', { rev: confirmedRev(catching) }))).toEqual(['drafted', 'drafted', 'stale']);
  });

  test('a text written where there was none is level at once and makes nothing stale', () => {
    const two = edited(makeUnit('u', 'part', { ky: 'а', ru: 'б' }), 'ky');
    expect(states(edited(two, 'en', true))).toEqual(['drafted', 'stale', 'drafted']);
  });

  test('an approval lapses when the text is edited, and the others become stale', () => {
    const approved = withCell(full, 'ky', { approved: 0 });
    expect(stateOf(approved, 'ky')).toBe('approved');
    expect(states(edited(approved, 'ky'))).toEqual(['drafted', 'stale', 'stale']);
  });

  test('an approval lapses even when the text was ahead of the others already', () => {
    const ahead = withCell(edited(full, 'ky'), 'ky', { approved: 1 });
    expect(stateOf(edited(ahead, 'ky'), 'ky')).toBe('drafted');
  });
});
