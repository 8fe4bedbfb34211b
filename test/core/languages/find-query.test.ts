import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../../core/base/language.ts';
import { compileQuery, type FindQuery } from '../../../core/languages/find-query.ts';

const asTyped: FindQuery = { text: '', mode: 'plain', matchCase: false, wholeWord: false };

function found(text: string, query: Partial<FindQuery>, language: Language = 'ru'): readonly string[] {
  const compiled = compileQuery({ ...asTyped, ...query });
  if (!compiled.ok) throw new Error(compiled.error);
  return compiled.value(text, language).map(({ start, end }) => text.slice(start, end));
}

function problem(text: string): string {
  const compiled = compileQuery({ ...asTyped, text, mode: 'regex' });
  return compiled.ok ? 'none' : compiled.error;
}

describe('words as they are', () => {
  test('an empty query finds nothing', () => {
    expect(found('текст', {})).toEqual([]);
  });

  test('capitals and small letters are the same unless asked otherwise', () => {
    expect(found('Өкмөт, өкмөт, ӨКМӨТ', { text: 'өкмөт' })).toEqual(['Өкмөт', 'өкмөт', 'ӨКМӨТ']);
    expect(found('Өкмөт, өкмөт, ӨКМӨТ', { text: 'Өкмөт', matchCase: true })).toEqual(['Өкмөт']);
  });

  test('a space that does not break is found by an ordinary one, and the other way round', () => {
    expect(found('от 5 мая, №\u00a0102', { text: '№ 102' })).toEqual(['№\u00a0102']);
    expect(found('№ 102', { text: '№\u00a0102' })).toEqual(['№ 102']);
  });

  test('ң, ө and ү are letters of a word like any other', () => {
    expect(found('үй, үйдөн, үй-бүлө', { text: 'үй', wholeWord: true }, 'ky')).toEqual(['үй', 'үй']);
    expect(found('кең, кеңеш, жаңы', { text: 'кең', wholeWord: true }, 'ky')).toEqual(['кең']);
    expect(found('он, өн', { text: 'он', wholeWord: true }, 'ky')).toEqual(['он']);
  });

  test('a whole word may stand at the edge of the text and beside any mark', () => {
    expect(found('акт (акт) «акт» акта факт', { text: 'акт', wholeWord: true })).toEqual(['акт', 'акт', 'акт']);
  });

  test('a mark is no word, so it is found whole anywhere', () => {
    expect(found('часть; пункт ;', { text: ';', wholeWord: true })).toEqual([';', ';']);
  });

  test('a capital with a longer small form moves no offset', () => {
    expect(found('İİ закон', { text: 'ЗАКОН' })).toEqual(['закон']);
  });
});

describe('word forms', () => {
  test.each([
    ['мыйзам', 'мыйзамдын мыйзамга мыйзамдары мыйзамында мыйзамсыз мыйза', 4],
    ['мыйзамдын', 'мыйзам мыйзамга мыйзамдарынын', 3],
    ['бөлүгү', 'бөлүк бөлүктүн бөлүгүндө бөлүм', 3],
    ['берене', 'беренесинин беренелерде бер', 2],
    ['орду', 'орун орундун орду орто', 3],
  ])('Kyrgyz %s is found by the chain of suffixes', (text, hay, count) => {
    expect(found(hay, { text, mode: 'forms' }, 'ky')).toEqual(hay.split(' ').slice(0, count));
  });

  test.each([
    ['закон', 'закона законом законах законный', 3],
    ['статьёй', 'статья статьи статей статью статус', 4],
    ['сотрудники', 'сотрудник сотрудникам сотрудничество', 2],
    ['установленный', 'установленного установленными установка', 2],
    ['обеспечение', 'обеспечения обеспечением', 2],
  ])('Russian %s is found by its stem', (text, hay, count) => {
    expect(found(hay, { text, mode: 'forms' }, 'ru')).toEqual(hay.split(' ').slice(0, count));
  });

  test('English words are found in both numbers', () => {
    expect(found('duty duties box boxes officers status', { text: 'duty', mode: 'forms' }, 'en')).toEqual([
      'duty',
      'duties',
    ]);
    expect(found('officers officer', { text: 'officers', mode: 'forms' }, 'en')).toEqual(['officers', 'officer']);
  });

  test('several words are found in a row, each in its own form, over any white space', () => {
    const text = 'сотрудника\u00a0милиции; сотрудником, милиции';
    expect(found(text, { text: 'сотрудник милиция', mode: 'forms' })).toEqual(['сотрудника\u00a0милиции']);
  });

  test('the first letter keeps its case when case is asked for', () => {
    expect(found('Закона закона', { text: 'Закон', mode: 'forms', matchCase: true })).toEqual(['Закона']);
  });
});

describe('regular expressions', () => {
  test.each([
    ['\\d+', 'ст. 12, ч. 3', ['12', '3']],
    ['час(ть|ти)', 'часть, части', ['часть', 'части']],
    ['\\bак', 'акт факт үак', ['ак']],
    ['\\w+', 'үй-бүлө', ['үй', 'бүлө']],
    ['[^\\w ]', 'а, б; в', [',', ';']],
    ['а{2,3}', 'а аа ааа аааа', ['аа', 'ааа', 'ааа']],
    ['«.+?»', '«а» и «б»', ['«а»', '«б»']],
    ['^Закон$', 'Закон', ['Закон']],
    ['№ \\d', '№\u00a05', ['№\u00a05']],
    ['\\p{Lu}', 'аБв', ['а', 'Б', 'в']],
    ['(?:или|и)+', 'ииили', ['ииили']],
    ['а*', 'бааб', ['аа']],
    ['\\.', 'а.б', ['.']],
    ['😀.', 'а😀б', ['😀б']],
  ])('%s is understood', (text, hay, expected) => {
    expect(found(hay, { text, mode: 'regex' })).toEqual(expected);
  });

  test('what groups took is kept', () => {
    const compiled = compileQuery({ ...asTyped, text: '(\\d+)-(?:(бөлүк)|(?<noun>берене))', mode: 'regex' });
    expect(compiled.ok && compiled.value('12-берене', 'ky')).toEqual([
      { start: 0, end: 9, groups: ['12', undefined, 'берене'] },
    ]);
  });

  test.each([
    ['(', 'invalid-expression'],
    ['[а', 'invalid-expression'],
    ['а**', 'invalid-expression'],
    ['(а)\\1', 'unsupported-expression'],
    ['а(?=б)', 'unsupported-expression'],
    ['(?<!а)б', 'unsupported-expression'],
    ['(а{900}){900}', 'long-expression'],
  ])('%s is refused by name', (text, code) => {
    expect(problem(text)).toBe(code);
  });

  test('one that is too long to be read by a person is refused', () => {
    expect(problem(`${'('.repeat(2000)}${')'.repeat(2000)}`)).toBe('long-expression');
  });

  test('what would keep an engine that goes back busy for ever is found at once', () => {
    const text = 'а'.repeat(5000);
    expect(found(text, { text: '(а+)+б', mode: 'regex' })).toEqual([]);
    expect(found(text, { text: '(а|а|аа)*б', mode: 'regex' })).toEqual([]);
  });

  test('finds what the engine of the browser finds', () => {
    const piece = fc.oneof(
      fc.constantFrom('а', 'б', '.', '[аб]', '[^а]', '\\d', 'в?', 'а*', 'б+', 'а*?', 'б{1,2}', 'б{2}', '^', '$'),
      fc.constantFrom('(а|б)', '(?:аб)*', '(а+|б)', '(?:а|аб)(?:в|бв)?', '(а?б)+?'),
    );
    const pattern = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
    const text = fc.string({ unit: fc.constantFrom('а', 'б', 'в', '1', ' '), maxLength: 12 });
    fc.assert(
      fc.property(pattern, text, (source, hay) => {
        const native = [...hay.matchAll(new RegExp(source, 'giu'))].map(([match]) => match).filter(Boolean);
        expect(found(hay, { text: source, mode: 'regex' })).toEqual(native);
      }),
      { numRuns: 500 },
    );
  });
});
