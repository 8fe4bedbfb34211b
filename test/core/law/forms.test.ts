import { describe, expect, test } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import type { FormRules } from '../../../core/draft/form-rules.ts';
import { labelsOf } from '../../../core/draft/numbering.ts';
import { makeUnit } from '../../../core/draft/text.ts';
import type { UnitKind } from '../../../core/draft/types.ts';
import json from '../../../resources/forms/bill.json' with { type: 'json' };

const forms = json as unknown as FormRules;
const kinds: readonly UnitKind[] = [
  'section',
  'chapter',
  'article',
  'part',
  'point',
  'subpoint',
  'subpoint',
  'article',
  'point',
  'section',
  'chapter',
  'article',
  'part',
];
const units = kinds.map((kind, at) => makeUnit(`u${at}`, kind));

describe('the form of a bill', () => {
  test('labels its units in each language, chapters and articles running through', () => {
    const labels = [...labelsOf(units, forms)].toSorted(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)));
    const printed = languages.map((language) => labels.map(([, unit]) => unit.label[language]));
    expect(printed).toEqual([
      [
        'I бөлүм.',
        '1-глава.',
        '1-берене.',
        '1.',
        '1)',
        'а)',
        'б)',
        '2-берене.',
        '1)',
        'II бөлүм.',
        '2-глава.',
        '3-берене.',
        '1.',
      ],
      [
        'Раздел I.',
        'Глава 1.',
        'Статья 1.',
        '1.',
        '1)',
        'а)',
        'б)',
        'Статья 2.',
        '1)',
        'Раздел II.',
        'Глава 2.',
        'Статья 3.',
        '1.',
      ],
      [
        'Section I.',
        'Chapter 1.',
        'Article 1.',
        '1.',
        '1)',
        'a)',
        'b)',
        'Article 2.',
        '1)',
        'Section II.',
        'Chapter 2.',
        'Article 3.',
        '1.',
      ],
    ]);
  });

  test('has letters without ё й ъ ы ь, none of them twice', () => {
    for (const language of languages)
      expect(new Set(forms.letters[language]).size).toBe(forms.letters[language].length);
    expect(forms.letters.ky).toEqual(forms.letters.ru);
    expect(forms.letters.ru.join('')).toBe('абвгдежзиклмнопрстуфхцчшщэюя');
    expect(forms.letters.en).toHaveLength(26);
  });

  test('has each formula in each language, a date and sources', () => {
    expect(Object.keys(forms.formulas)).toEqual(expect.arrayContaining(['lawOf', 'draft', 'unofficialTranslation']));
    for (const formula of Object.values(forms.formulas))
      for (const language of languages) expect(formula[language]).toMatch(/\S/);
    expect(forms.dated).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(forms.sources.length).toBeGreaterThan(0);
  });
});
