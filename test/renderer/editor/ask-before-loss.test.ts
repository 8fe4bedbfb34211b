import { describe, expect, test } from 'vitest';
import { aDraft } from '../../support/builder.ts';
import { type Hand, openHand } from './harness.ts';

const long = 'Сотрудник имеет право на жильё. '.repeat(20);

/** Four provisions of one length in Russian, one of them in Kyrgyz too. */
function opened() {
  const draft = aDraft('d')
    .unit('part', { ru: long, ky: long.repeat(2) }, 'p1')
    .unit('part', { ru: long }, 'p2')
    .unit('part', { ru: long }, 'p3')
    .unit('part', { ru: long }, 'p4')
    .build();
  const asked: number[] = [];
  let agree: (() => void) | undefined;
  const known: boolean[] = [];
  const hand = openHand(draft, {
    askBeforeLoss: (percent, agreed) => {
      asked.push(percent);
      agree = agreed;
    },
  });
  hand.editor.onEdit((_edit, isKnown) => void known.push(isKnown));
  return { draft, hand, asked, known, agree: () => hand.does(() => agree?.()) };
}

const ways: Readonly<Record<string, (hand: Hand) => Hand>> = {
  'a key that deletes': (hand) => hand.del(),
  'a letter that is typed over it': (hand) => hand.types('Я'),
  Enter: (hand) => hand.enter(),
  'a line break': (hand) => hand.does(({ parts }) => parts.slate.insertSoftBreak()),
  'a paste over it': (hand) => hand.paste('Новые слова'),
  'our own copy over it': (hand) => hand.paste('[{"inlines":[{"text":"Слова"}]}]', 'application/x-dolboor-units'),
};

describe('most of the text does not go before a person was asked:', () => {
  test.each(Object.entries(ways))('%s', (_name, act) => {
    const { draft, hand, asked, known, agree } = opened();
    act(hand.select(['p1', 0], ['p3', long.length], 'ru'));
    expect(asked).toEqual([75]);
    expect(hand.editor.draft()).toEqual(draft);
    expect(hand.edits).toEqual([]);
    // Meanwhile the caret went elsewhere; what was asked about is what goes.
    hand.caret('p4', 'ru', 3);
    agree();
    const after = hand.editor.draft();
    expect(hand.text('p4', 'ru')).toBe(long);
    expect(hand.text('p1', 'ky')).toBe(long.repeat(2));
    expect(JSON.stringify(after).length).toBeLessThan(JSON.stringify(draft).length / 1.5);
    expect([asked.length, known]).toEqual([1, [true]]);
    hand.editor.undo();
    expect(hand.editor.draft().units.map(({ id, kind }) => `${id} ${kind}`)).toEqual(hand.outline());
    expect(['p1', 'p2', 'p3', 'p4'].map((unit) => hand.text(unit, 'ru'))).toEqual([long, long, long, long]);
  });

  test('half of it goes at once, and so does whatever lies in one provision or in a text that has hardly begun', () => {
    const { hand, asked } = opened();
    hand.select(['p1', 0], ['p2', long.length], 'ru').del();
    expect(hand.text('p1', 'ru')).toBe('');
    const other = opened();
    other.hand.select(['p1', 0], ['p1', 2 * long.length], 'ky').del();
    expect(other.hand.text('p1', 'ky')).toBe('');
    expect([...asked, ...other.asked]).toEqual([]);
  });

  test('who does not agree loses nothing, and is asked the next time again', () => {
    const { draft, hand, asked } = opened();
    hand.select(['p1', 0], ['p4', 5], 'ru').del();
    hand.select(['p1', 0], ['p4', long.length], 'ru').del();
    expect(asked).toEqual([75, 100]);
    expect(hand.editor.draft()).toEqual(draft);
  });
});
