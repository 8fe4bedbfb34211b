import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsAround } from '../../../core/draft/words-around.ts';

const text = 'Сотрудник милиции имеет право на жильё в порядке, установленном законом';
const at = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });

describe('the words around a place', () => {
  test('are whole words, and say when there are more', () => {
    expect(wordsAround(text, at('право'), 16)).toEqual({
      before: '…милиции имеет ',
      found: 'право',
      after: ' на жильё в…',
    });
  });

  test('at the edges of the text nothing is left out', () => {
    expect(wordsAround('закон', { start: 0, end: 5 }, 10)).toEqual({ before: '', found: 'закон', after: '' });
  });

  test('a word that is longer than the room is cut all the same', () => {
    expect(wordsAround('аааааааааа закон', { start: 11, end: 16 }, 4).before).toBe('…ааа ');
  });

  test('lines become one line', () => {
    expect(wordsAround('до\nзакон\nпосле', { start: 3, end: 8 }, 10)).toEqual({
      before: 'до ',
      found: 'закон',
      after: ' после',
    });
  });

  test('never say more than the text says, nor more than the room holds', () => {
    const places = fc.tuple(fc.string({ maxLength: 80 }), fc.nat(80), fc.nat(80)).map(([words, a, b]) => ({
      words,
      start: Math.min(a, b, words.length),
      end: Math.min(Math.max(a, b), words.length),
    }));
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 30 }), ({ words, start, end }, room) => {
        const { before, found, after } = wordsAround(words, { start, end }, room);
        expect(before.length).toBeLessThanOrEqual(room + 1);
        expect(after.length).toBeLessThanOrEqual(room + 1);
        expect(found.length).toBeLessThanOrEqual(Math.max(end - start, 2 * room + 1));
      }),
    );
  });
});
