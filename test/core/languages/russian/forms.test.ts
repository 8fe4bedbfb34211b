import { describe, expect, test } from 'vitest';
import {
  type RussianNoun,
  russianAdjective,
  russianCases,
  russianNoun,
} from '../../../../core/languages/russian/nouns.ts';
import { russianOrdinal } from '../../../../core/languages/russian/numerals.ts';

const paradigms: readonly (readonly [RussianNoun, string, string])[] = [
  ['статья', 'статья статьи статье статью статьей статье', 'статьи статей статьям статьи статьями статьях'],
  ['часть', 'часть части части часть частью части', 'части частей частям части частями частях'],
  [
    'подпункт',
    'подпункт подпункта подпункту подпункт подпунктом подпункте',
    'подпункты подпунктов подпунктам подпункты подпунктами подпунктах',
  ],
  ['глава', 'глава главы главе главу главой главе', 'главы глав главам главы главами главах'],
  ['раздел', 'раздел раздела разделу раздел разделом разделе', 'разделы разделов разделам разделы разделами разделах'],
  ['абзац', 'абзац абзаца абзацу абзац абзацем абзаце', 'абзацы абзацев абзацам абзацы абзацами абзацах'],
  ['закон', 'закон закона закону закон законом законе', 'законы законов законам законы законами законах'],
  [
    'постановление',
    'постановление постановления постановлению постановление постановлением постановлении',
    'постановления постановлений постановлениям постановления постановлениями постановлениях',
  ],
];

describe('nouns of citations decline', () => {
  test.each(paradigms)('%s', (noun, singular, plural) => {
    expect(russianCases.map((name) => russianNoun(noun, name)).join(' ')).toBe(singular);
    expect(russianCases.map((name) => russianNoun(noun, name, true)).join(' ')).toBe(plural);
  });
});

describe('adjectives and ordinals', () => {
  test.each([
    ['уголовный', 'gen', 'masculine', 'уголовного'],
    ['уголовно-процессуальный', 'ins', 'masculine', 'уголовно-процессуальным'],
    ['настоящий', 'gen', 'masculine', 'настоящего'],
    ['настоящий', 'ins', 'masculine', 'настоящим'],
    ['настоящий', 'gen', 'feminine', 'настоящей'],
    ['настоящий', 'acc', 'feminine', 'настоящую'],
    ['настоящий', 'nom', 'feminine', 'настоящая'],
  ] as const)('%s in %s, %s, is %s', (word, name, gender, form) => {
    expect(russianAdjective(word, name, gender)).toBe(form);
  });

  test.each([
    [1, 'nom', 'первый'],
    [2, 'gen', 'второго'],
    [3, 'loc', 'третьем'],
    [6, 'acc', 'шестой'],
    [12, 'dat', 'двенадцатому'],
    [40, 'gen', 'сорокового'],
    [21, 'ins', 'двадцать первым'],
    [23, 'gen', 'двадцать третьего'],
    [100, 'gen', '100'],
  ] as const)('the ordinal of %i in %s is %s', (value, name, form) => {
    expect(russianOrdinal(value, name)).toBe(form);
  });
});
