import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, matchScore, rankMatches } from '../../../core/commands/match.ts';

test('Kyrgyz letters are found by those of a Russian keyboard', () => {
  expect(matchScore('тузум', 'Түзүмгө өтүү')).toBeGreaterThan(0);
  expect(matchScore('кенеш', 'Жогорку Кеңеш')).toBeGreaterThan(0);
});

test('a beginning outranks an inside, and an inside outranks scattered letters', () => {
  const items = ['Пересохранить', 'Сохранить', 'С о х ранить'];
  expect(rankMatches('сохр', items, (item) => item)).toEqual(['Сохранить', 'Пересохранить', 'С о х ранить']);
});

test('every word of the query must be found', () => {
  expect(matchScore('вставить статью', 'Вставить статью')).toBeGreaterThan(0);
  expect(matchScore('вставить xyz', 'Вставить статью')).toBe(0);
});

test('an empty query keeps everything in its order', () => {
  const items = ['б', 'а', 'в'];
  expect(rankMatches('  ', items, (item) => item)).toEqual(items);
});

test('a text is always found by itself and never scores below zero', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      if (foldText(text).trim() !== '') expect(matchScore(text, text)).toBeGreaterThan(0);
    }),
  );
});
