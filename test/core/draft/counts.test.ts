import { describe, expect, test } from 'vitest';
import { countText, createCounter } from '../../../core/draft/counts.ts';
import { makeUnit } from '../../../core/draft/text.ts';

const noWords = (): string => '';

describe('counting', () => {
  test('a dash between spaces is no word, a number is one', () => {
    expect(countText('Статья 5 – о выплатах')).toEqual({ words: 4, characters: 21, withoutSpaces: 17 });
  });

  test('a space that does not break parts words, a line break is no character', () => {
    expect(countText('№\u00a0102\nкүнү')).toMatchObject({ words: 2, characters: 9 });
  });

  test('drafter’s notes are no part of the bill, articles are counted', () => {
    const units = [
      makeUnit('a', 'article', { ky: 'Максаты', ru: 'Цель закона' }),
      makeUnit('n', 'note', { ky: 'Кара: эски мыйзам', ru: 'См. старый закон' }),
    ];
    const count = createCounter();
    expect(count(units, 'ky', noWords)).toMatchObject({ words: 1, articles: 1 });
    expect(count(units, 'ru', noWords)).toMatchObject({ words: 2, characters: 11 });
    expect(count(units, 'en', noWords)).toMatchObject({ words: 0, characters: 0 });
  });

  test('the words of a citation are counted as they read now', () => {
    const citation = { type: 'citation', act: 'x', pinpoint: {}, children: [{ text: '' }] } as const;
    const units = [makeUnit('p', 'part', { ru: [{ text: 'см. ' }, citation] })];
    const count = createCounter();
    expect(count(units, 'ru', () => 'Закон').words).toBe(2);
    expect(count(units, 'ru', () => 'статья 4 Закона').words).toBe(4);
  });
});
