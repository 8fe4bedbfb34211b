import { describe, expect, test } from 'vitest';
import { isTrifle, lossOf } from '../../../core/draft/removal.ts';
import type { CommentThread, Inline } from '../../../core/draft/types.ts';
import { aDraft } from '../../support/builder.ts';

const citation = { type: 'citation', act: 'act', pinpoint: {}, children: [{ text: '' }] } as const;
const reference = (target: string, also?: readonly string[]): Inline => ({
  type: 'reference',
  target,
  ...(also && { also }),
  children: [{ text: '' }],
});
const thread = (id: string): CommentThread => ({
  id,
  unit: 'a1',
  lang: 'ru',
  quote: '',
  resolved: false,
  messages: [],
});

const draft = aDraft()
  .unit('chapter', 'Глава', 'c1')
  .unit('article', { ru: 'Право', ky: 'Укук' }, 'a1')
  .unit(
    'part',
    {
      ru: [{ text: 'Есть ' }, citation, { text: ' и ', c_one: true } as Inline, citation, { text: '' }],
      en: [citation],
    },
    'p1',
  )
  .unit('article', { ru: [{ text: 'Другое', c_two: true } as Inline] }, 'a2')
  .unit(
    'part',
    { ru: [{ text: 'см. ' }, reference('gone', ['p1']), { text: 'сорок-два', c_one: true } as Inline] },
    'p2',
  )
  .comment(thread('one'))
  .comment(thread('two'))
  .build();
const loss = (...ids: readonly string[]) => lossOf(draft.units, draft.comments, ids);

describe('what a deletion takes away', () => {
  test('is counted with all that the units enclose, each once', () => {
    expect(loss('a1', 'p1')).toMatchObject({ units: 2, words: { ky: 1, ru: 3, en: 0 }, citations: 2 });
    expect(loss('a1', 'p1').roots.map(({ id }) => id)).toEqual(['a1']);
    expect(loss('c1').units).toBe(5);
  });

  test('names the units that stay and refer to one that goes, also as one of several', () => {
    expect(loss('p1').referring).toEqual(['p2']);
    expect(loss('p1', 'p2').referring).toEqual([]);
  });

  test('is a comment only when none of its words stay', () => {
    expect(loss('p1').comments).toBe(0);
    expect(loss('p1', 'p2').comments).toBe(1);
    expect(loss('a2').comments).toBe(1);
  });

  test('counts a word with a hyphen as one', () => {
    expect(loss('p2').words.ru).toBe(2);
  });

  test('is nothing for units that are not there', () => {
    expect(loss('nowhere')).toMatchObject({ roots: [], units: 0, comments: 0, referring: [] });
  });
});

test('one empty unit is a trifle; words, a second unit, or a reference to it are not', () => {
  const { units } = aDraft()
    .unit('article', 'А', 'a')
    .unit('part', '', 'empty')
    .unit('part', '', 'named')
    .unit('article', [reference('named')], 'b')
    .build();
  const of = (...ids: readonly string[]) => isTrifle(lossOf(units, [], ids));
  expect(of('empty')).toBe(true);
  expect(of('named')).toBe(false);
  expect(of('a')).toBe(false);
  expect(of('empty', 'named')).toBe(false);
});
