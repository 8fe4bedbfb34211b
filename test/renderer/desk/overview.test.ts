import { expect, test } from 'vitest';
import { makeUnit } from '../../../core/draft/text.ts';
import type { CitationInline, Unit } from '../../../core/draft/types.ts';
import { rowAt, rowOfUnit, visibleRows } from '../../../renderer/desk/outline-rows.ts';
import { overviewOf } from '../../../renderer/state/overview.ts';
import { forms } from '../../support/forms.ts';

const cite = (act: string): CitationInline => ({ type: 'citation', act, pinpoint: {}, children: [{ text: '' }] });

const units: readonly Unit[] = [
  makeUnit('t', 'title', { ky: 'Мыйзам', ru: 'Закон', en: 'Law' }),
  makeUnit('c1', 'chapter', { ky: 'Бир', ru: 'Один', en: 'One' }),
  makeUnit('a1', 'article', { ky: 'А', ru: 'А', en: 'A' }),
  makeUnit('p1', 'part', { ky: 'текст', ru: [cite('dead')] }),
  makeUnit('n1', 'note', { ru: [cite('dead')] }),
  makeUnit('a2', 'article', { ky: 'Б', ru: 'Б', en: 'B' }),
  makeUnit('c2', 'chapter', { ky: 'Эки', ru: 'Два', en: 'Two' }),
  makeUnit('a3', 'article', { ky: 'В', ru: 'В', en: 'C' }),
];

const overview = overviewOf(units, { forms, textOf: () => () => '', isDead: (act) => act === 'dead' });

test('the outline shows chapters and articles with their depth, number and heading', () => {
  expect(overview.rows.map(({ id, level }) => [id, level])).toEqual([
    ['c1', 1],
    ['a1', 2],
    ['a2', 2],
    ['c2', 1],
    ['a3', 2],
  ]);
  expect(overview.rows[4]).toMatchObject({ number: '3.', heading: { ru: 'В' }, hasChildren: false });
  expect(overview.articles).toBe(3);
});

test('a row bears the state furthest from done of all that it encloses, and notes do not count', () => {
  const states = new Map(overview.rows.map((row) => [row.id, row.states]));
  expect(states.get('a1')).toEqual({ ky: 'drafted', ru: 'drafted', en: 'missing' });
  expect(states.get('c1')).toEqual({ ky: 'drafted', ru: 'drafted', en: 'missing' });
  expect(states.get('c2')).toEqual({ ky: 'drafted', ru: 'drafted', en: 'drafted' });
});

test('a dead act is counted once for the three languages, and not in the drafter’s notes', () => {
  expect(overview.deadCitations).toBe(1);
});

test('provisions without words are counted for each language, and drafter’s notes are not among them', () => {
  expect(overview.missing).toEqual({ ky: 0, ru: 0, en: 1 });
});

test('a closed chapter hides what it encloses and nothing else', () => {
  expect(visibleRows(overview.rows, new Set(['c1'])).map(({ id }) => id)).toEqual(['c1', 'c2', 'a3']);
  expect(visibleRows(overview.rows, new Set())).toEqual(overview.rows);
});

test('a provision is found in the outline by the article or chapter it stands in', () => {
  expect(rowOfUnit(units, overview.rows, 'p1')).toBe('a1');
  expect(rowOfUnit(units, overview.rows, 'c2')).toBe('c2');
  expect(rowOfUnit(units, overview.rows, 't')).toBeUndefined();
  expect(rowOfUnit(units, overview.rows, undefined)).toBeUndefined();
});

test('the arrow keys walk the outline: up, down, to the ends, and out to what encloses', () => {
  const [c1, a1, a2, , a3] = overview.rows;
  if (!c1 || !a1 || !a2 || !a3) throw new Error('the outline is shorter than the draft');
  expect(rowAt(overview.rows, c1, 'ArrowDown')).toBe(a1);
  expect(rowAt(overview.rows, c1, 'ArrowUp')).toBe(c1);
  expect(rowAt(overview.rows, a2, 'ArrowLeft')).toBe(c1);
  expect(rowAt(overview.rows, a2, 'End')).toBe(a3);
  expect(rowAt(overview.rows, a3, 'Home')).toBe(c1);
  expect(rowAt(overview.rows, a3, 'x')).toBeUndefined();
});
