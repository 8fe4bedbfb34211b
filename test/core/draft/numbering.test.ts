import { describe, expect, test } from 'vitest';
import type { FormRules } from '../../../core/draft/form-rules.ts';
import { labelsOf } from '../../../core/draft/numbering.ts';
import { makeUnit } from '../../../core/draft/text.ts';
import type { Unit, UnitKind } from '../../../core/draft/types.ts';
import { forms } from '../../support/forms.ts';

function list(...kinds: readonly (UnitKind | readonly [UnitKind, string])[]): readonly Unit[] {
  return kinds.map((entry, i) => {
    const [kind, number] = typeof entry === 'string' ? [entry] : entry;
    return { ...makeUnit(`u${i}`, kind), ...(number === undefined ? {} : { number }) };
  });
}

function labelled(units: readonly Unit[], language: 'ky' | 'ru' | 'en', rules: FormRules = forms): readonly string[] {
  const labels = labelsOf(units, rules);
  return units.map((unit) => labels.get(unit.id)?.label[language] ?? '');
}

describe('numbering', () => {
  test('articles run on through chapters, parts begin again in each article', () => {
    const units = list('chapter', 'article', 'part', 'part', 'chapter', 'article', 'part');
    expect(labelled(units, 'ru')).toEqual(['Глава 1.', 'Статья 1.', '1.', '2.', 'Глава 2.', 'Статья 2.', '1.']);
  });

  test('Kyrgyz puts the number before the word, with a hyphen for Arabic and none for Roman', () => {
    expect(labelled(list('section', 'chapter', 'article'), 'ky')).toEqual(['I бөлүм.', '1-глава.', '1-берене.']);
  });

  test('subpoints take the letters of their language', () => {
    const units = list('article', 'point', 'subpoint', 'subpoint');
    expect(labelled(units, 'ru').slice(1)).toEqual(['1)', 'а)', 'б)']);
    expect(labelled(units, 'en').slice(1)).toEqual(['1)', 'a)', 'b)']);
  });

  test('points begin again in each part', () => {
    expect(labelled(list('article', 'part', 'point', 'point', 'part', 'point'), 'en')).toEqual([
      'Article 1.',
      '1.',
      '1)',
      '2)',
      '2.',
      '1)',
    ]);
  });

  test('an article put in among locked ones takes the number before it with -1', () => {
    const units = list(['article', '5'], 'article', 'article', ['article', '6'], 'article');
    expect(labelled(units, 'ky')).toEqual(['5-берене.', '5-1-берене.', '5-2-берене.', '6-берене.', '7-берене.']);
  });

  test('a unit without a numbering rule has no label', () => {
    expect(labelled(list('title', 'preamble', 'paragraph', 'note', 'signature'), 'ru')).toEqual(['', '', '', '', '']);
  });

  test('letters double when the alphabet is used up', () => {
    const many = list('article', 'point', ...Array.from({ length: 28 }, (): UnitKind => 'subpoint'));
    expect(labelled(many, 'en').slice(-2)).toEqual(['aa)', 'ab)']);
  });
});
