import { describe, expect, test } from 'vitest';
import { importLimits } from '../../../core/base/limits.ts';
import { decodeText } from '../../../electron/import/encoding.ts';
import { readAct } from '../../../electron/import/read-act.ts';
import { readWords } from '../../../electron/import/read-words.ts';
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

  test('that contradicts what a page declares is told, and nothing is told of a page without a letter of it', async () => {
    const page = (text: string, encoding = 'windows-1251') => `<meta charset="${encoding}"><p>${text}</p>`;
    const told = async (bytes: Uint8Array) => {
      const [act, words] = [await readAct(bytes, 'a.html'), await readWords(bytes, 'a.html', importLimits)];
      if (!act.ok || !words.ok) throw new Error();
      const reports = [act.value.report, words.value.notices].map((notices) =>
        notices.flatMap(({ code, params }) => (code.includes('encoding') ? [`${code} ${params?.encoding}`] : [])),
      );
      expect(reports[0]).toEqual(reports[1]);
      return reports[0];
    };
    const [contradicted, nothing] = [['import.encoding-contradicted windows-1251'], []];
    expect(await told(bytesOf(page('Статья 1. Мисал')))).toEqual(contradicted);
    expect(await told(bytesOf(page('Статья 1. Мисал', 'utf-8')))).toEqual(nothing);
    expect(await told(encode(page('Статья 1. Цель'), 'windows-1251'))).toEqual(nothing);
    expect(await told(bytesOf(page('Article 1. Sample')))).toEqual(nothing);
  });

  test.each(tables)('in %s is never taken for UTF-8, whatever of a law is written in it', (encoding) => {
    const words = 'Закон Кыргызской Республики О статусе: Всё, ё, № 5, «Ала-Тоо», Ст. 1 ЁЖ Я ЯЯ яё Сё Рё'.split(' ');
    // Two bytes of such a table can be a sign of UTF-8; a sentence is not.
    const texts = words.map((word) => `${word} кыргыз Республикасы`);
    for (const text of texts) expect(decodeText(encode(text, encoding), encoding).how, text).toBe('declared');
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
