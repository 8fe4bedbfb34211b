import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import { readTemplateUnits } from '../../../core/draft/markup.ts';
import { labelsOf } from '../../../core/draft/numbering.ts';
import { pinpointOf } from '../../../core/draft/where.ts';
import { findProvisions } from '../../../core/law/find-place.ts';
import { forms } from '../../support/forms.ts';

const folder = path.join(import.meta.dirname, '../../../resources/templates/police-social-protection');
const units = read<{ files: readonly string[] }>('template.json').files.flatMap((file) => {
  const result = readTemplateUnits(read(file));
  if (!result.ok) throw new Error(file);
  return result.value;
});
const labels = labelsOf(units, forms);

function read<T = unknown>(file: string): T {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as T;
}

describe.each([...languages])('a reference asked for in a draft whose %s column is active', (language) => {
  const named = (query: string): readonly object[] =>
    (findProvisions(units, labels, query, language).at ?? []).map((id) => pinpointOf(units, labels, id, language));

  test.each([
    'статья 11 часть 3',
    'часть 3 статьи 11',
    '11 ч 3',
    '11 ч. 3',
    'ст. 11 ч. 3',
    '11.3',
    '11-берене 3-бөлүк',
    '11-берененин 3-бөлүгү',
    '11 3-бөлүк',
    'article 11 part 3',
    'part 3 of Article 11',
    'art. 11 pt. 3',
  ])('%s is part 3 of article 11 and nothing else', (query) => {
    expect(named(query)).toEqual([expect.objectContaining({ article: ['11'], part: ['3'] })]);
    expect(named(query)[0]).not.toHaveProperty('point');
  });

  test('a bare number is the article, then a chapter that bears it, never a part or another number', () => {
    const kindOf = (id: string) => units.find((unit) => unit.id === id)?.kind;
    const kinds = (query: string) => (findProvisions(units, labels, query, language).at ?? []).map(kindOf);
    expect(kinds('16')).toEqual(['article']);
    expect(named('16')).toEqual([expect.objectContaining({ article: ['16'] })]);
    expect(kinds('3').slice(0, 2)).toEqual(['article', 'chapter']);
  });

  test('equal ones stand in the order of the draft', () => {
    const { at = [] } = findProvisions(units, labels, 'пункт 2', language);
    expect(at.length).toBeGreaterThan(5);
    expect(at).toEqual(units.filter(({ id }) => at.includes(id)).map(({ id }) => id));
  });

  test('a place that the draft lacks is not replaced by another one', () => {
    expect(named('статья 11 часть 99')).toEqual([]);
    expect(named('999')).toEqual([]);
  });

  test('words beside a place leave what stands in it, and words alone name no place', () => {
    const inside = findProvisions(units, labels, 'статья 11 отпуск', language);
    expect(inside.words).toBe('отпуск');
    expect(inside.at?.length).toBeGreaterThan(1);
    expect(findProvisions(units, labels, 'отпуск', language)).toEqual({ at: undefined, words: 'отпуск' });
  });
});
