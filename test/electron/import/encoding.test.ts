import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../electron/import/encoding.ts';
import { readAct } from '../../../electron/import/read-act.ts';
import { bytesOf, encode } from './foreign-files.ts';

const old = 'Кыргыз Республикасынын Жогорку Кењеши. Бул мыйзам јлкјдј жашаган їй-бїлјлјргј тиешелїї.';
const tables = ['windows-1251', 'koi8-r', 'ibm866'] as const;

describe('the encoding of a text', () => {
  test('is what its mark says, whatever it declares', () => {
    expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytesOf('ң')), 'koi8-r')).toMatchObject({
      text: 'ң',
      how: 'mark',
    });
  });

  test('is what it declares, unless it is UTF-8', () => {
    expect(decodeText(encode('Закон', 'koi8-r'), 'KOI8-R')).toEqual({
      text: 'Закон',
      encoding: 'koi8-r',
      how: 'declared',
    });
    expect(decodeText(bytesOf('Мыйзам ң'), 'windows-1251')).toMatchObject({ text: 'Мыйзам ң', how: 'utf-8' });
  });

  test('is not Unicode because it says so: no letter is lost to a false declaration', () => {
    const text = 'Закон Кыргызской Республики';
    for (const declared of ['utf-8', 'unicode', 'utf-16', 'nonsense']) {
      expect(decodeText(encode(text, 'windows-1251'), declared), declared).toMatchObject({ text, how: 'guessed' });
    }
    expect(decodeText(bytesOf('<p>Law</p>'), 'unicode')).toMatchObject({ text: '<p>Law</p>', how: 'utf-8' });
  });

  test.each(tables)('in %s is told by its letters, small ones and capitals', (encoding) => {
    const texts = [
      'Закон Кыргызской Республики',
      'ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ',
      'Мыйзам долбоору',
      'МЫЙЗАМ',
      'Статья 1. Цель',
    ];
    for (const text of texts) expect(decodeText(encode(text, encoding))).toEqual({ text, encoding, how: 'guessed' });
  });

  test('of an old Kyrgyz font is Windows-1251, and its letters become those of today', async () => {
    expect(decodeText(encode(old, 'windows-1251'))).toMatchObject({ text: old, encoding: 'windows-1251' });
    const act = await readAct(encode(`1-берене. Мисал\n${old}`, 'windows-1251'), 'a.txt');
    const text = act.ok ? act.value.units.map((unit) => unit.text).join(' ') : act.error;
    expect(text).toContain('Жогорку Кеңеши. Бул мыйзам өлкөдө жашаган үй-бүлөлөргө тиешелүү.');
  });
});
