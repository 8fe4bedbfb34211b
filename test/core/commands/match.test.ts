import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, matchFit, matchScore, rankMatches } from '../../../core/commands/match.ts';

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

test('a number is found as itself, weakly as the beginning of another one, never inside one', () => {
  expect(rankMatches('3', ['Статья 30', 'Статья 13', 'Статья 3'], (item) => item)).toEqual(['Статья 3', 'Статья 30']);
  expect(matchScore('11 3', 'Статья 12, часть 13')).toBe(0);
});

test('passages that fit as well keep their order, however long they are', () => {
  const items = ['пособие семье погибшего', 'пособие'];
  expect(rankMatches('пособие', items, (item) => item, matchFit)).toEqual(items);
});
