import { expect, test } from 'vitest';
import { trilingual } from '../../../core/base/language.ts';
import type { UnitKind } from '../../../core/draft/types.ts';
import { type Choice, choose, type Reach } from '../../../renderer/desk/outline-choice.ts';
import {
  filterRows,
  lineOf,
  rowAt,
  rowByTyping,
  rowOfUnit,
  rowsBetween,
  visibleRows,
} from '../../../renderer/desk/outline-rows.ts';
import type { OutlineRow } from '../../../renderer/state/overview.ts';
import { aDraft } from '../../support/builder.ts';

function row(id: string, kind: UnitKind, level: number, number: string, heading: string): OutlineRow {
  return {
    id,
    kind,
    level,
    number,
    label: trilingual(() => (kind === 'article' ? `Статья ${number}` : `Глава ${number}`)),
    heading: { ky: '', ru: heading, en: '' },
    states: trilingual(() => 'drafted'),
    hasChildren: kind === 'chapter',
    isLocked: false,
  };
}

const rows = [
  row('c1', 'chapter', 1, '1', 'Общие положения'),
  row('a1', 'article', 2, '1.', 'Предмет'),
  row('a2', 'article', 2, '2.', 'Понятия'),
  row('c2', 'chapter', 1, '2', 'Жильё'),
  row('a11', 'article', 2, '11.', 'Право на жильё'),
];
const ids = (shown: readonly OutlineRow[]): readonly string[] => shown.map(({ id }) => id);
const [, a1, a2, c2] = rows as [OutlineRow, OutlineRow, OutlineRow, OutlineRow, OutlineRow];

test('a closed row hides what it encloses and nothing behind that', () => {
  expect(ids(visibleRows(rows, new Set(['c1'])))).toEqual(['c1', 'c2', 'a11']);
  expect(ids(visibleRows(rows, new Set()))).toEqual(ids(rows));
});

test('a unit belongs to the row that stands before it, and to none before the first', () => {
  const { units } = aDraft()
    .unit('title', 'Т', 't')
    .unit('chapter', 'О', 'c1')
    .unit('article', 'П', 'a1')
    .unit('part', '', 'p')
    .build();
  expect(rowOfUnit(units, rows, 'p')).toBe('a1');
  expect(rowOfUnit(units, rows, 't')).toBeUndefined();
  expect(rowOfUnit(units, rows, undefined)).toBeUndefined();
});

test('arrows stop at the ends, and left goes to what encloses the row', () => {
  expect(rowAt(rows, c2, 'ArrowDown')?.id).toBe('a11');
  expect(rowAt(rows, a2, 'ArrowLeft')?.id).toBe('c1');
  expect(rowAt(rows, c2, 'ArrowLeft')?.id).toBe('c2');
  expect(rowAt(rows, a1, 'End')?.id).toBe('a11');
  expect(rowAt(rows, a1, 'Home')?.id).toBe('c1');
  expect(rowAt(rows, a1, 'Enter')).toBeUndefined();
});

test('a query keeps the rows that fit and those that enclose them; a number is the beginning of a number', () => {
  expect(ids(filterRows(rows, 'жиль'))).toEqual(['c2', 'a11']);
  expect(ids(filterRows(rows, '1'))).toEqual(['c1', 'a1', 'c2', 'a11']);
  expect(ids(filterRows(rows, '11'))).toEqual(['c2', 'a11']);
  expect(ids(filterRows(rows, '  '))).toEqual(ids(rows));
});

test('typing goes to the next heading that begins so, and digits to the article of that number', () => {
  expect(rowByTyping(rows, 1, 'п', 'ru')?.id).toBe('a2');
  expect(rowByTyping(rows, 2, 'п', 'ru')?.id).toBe('a11');
  expect(rowByTyping(rows, 4, 'п', 'ru')?.id).toBe('a1');
  expect(rowByTyping(rows, 0, '11', 'ru')?.id).toBe('a11');
  expect(rowByTyping(rows, 0, 'щ', 'ru')).toBeUndefined();
});

test('a row without a heading in the language shows one of another, and an empty one a sign', () => {
  expect(lineOf(a1, 'ky')).toBe('1. Предмет');
  expect(lineOf({ ...a1, heading: trilingual(() => '') }, 'ky')).toBe('1. …');
});

test('a range is the same from either end', () => {
  expect(rowsBetween(rows, 'a2', 'c1')).toEqual(['c1', 'a1', 'a2']);
  expect(rowsBetween(rows, 'c1', 'a2')).toEqual(['c1', 'a1', 'a2']);
});

function chosenBy(...steps: readonly (readonly [string, Reach])[]): Choice {
  const none: Choice = { chosen: [], anchor: undefined, focused: undefined };
  return steps.reduce((before, [id, reach]) => choose(rows, before, id, reach), none);
}

test('a range is counted from the row that was chosen alone or added last, and replaces the one before', () => {
  expect(chosenBy(['a1', 'alone'], ['c2', 'range'], ['a2', 'range']).chosen).toEqual(['a1', 'a2']);
  expect(chosenBy(['a1', 'alone'], ['c2', 'toggle'], ['a11', 'range']).chosen).toEqual(['c2', 'a11']);
});

test('rows that are added one by one stand in reading order, and come off again', () => {
  expect(chosenBy(['c2', 'alone'], ['a1', 'toggle']).chosen).toEqual(['a1', 'c2']);
  expect(chosenBy(['c2', 'alone'], ['a1', 'toggle'], ['c2', 'toggle']).chosen).toEqual(['a1']);
});

test('walking moves the focus and leaves the choice', () => {
  expect(chosenBy(['a1', 'alone'], ['c2', 'walk'])).toMatchObject({ chosen: ['a1'], focused: 'c2', walks: true });
});

test('a range from a row that is gone begins where it ends', () => {
  expect(choose(rows, { chosen: ['gone'], anchor: 'gone', focused: 'gone' }, 'a2', 'range').chosen).toEqual(['a2']);
});
