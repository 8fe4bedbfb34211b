import { Transforms } from 'slate';
import { expect, test } from 'vitest';
import type { Inline } from '../../../core/draft/types.ts';
import { findBlank } from '../../../renderer/commands/find-next.ts';
import { blankToFill } from '../../../renderer/editor/with-blanks.ts';
import { aDraft } from '../../support/builder.ts';
import { type Hand, openHand } from './harness.ts';

const blank = (text: string): Inline => ({ text, blank: true });
const open = (...inlines: readonly Inline[]): Hand =>
  openHand(
    aDraft()
      .unit('part', { ky: inlines }, 'p')
      .unit('part', { ky: [{ text: '№ ' }, blank('____')] }, 'q')
      .build(),
  );
const words = (hand: Hand) => hand.units()[0]?.children[0].children;
const age = () => open({ text: 'Эң көп ' }, blank('… жашка'), { text: ' чейин.' });

/** What a click there does, behind the browser's caret. */
function click(hand: Hand, offset: number): Hand {
  return hand.caret('p', 'ky', offset).does(({ parts: { slate } }) => {
    const range = slate.selection && blankToFill(slate, slate.selection.focus);
    if (range) Transforms.select(slate, range);
  });
}

test('a blank that is clicked and typed over is ordinary text, its own words included', () => {
  expect(words(click(age(), 12).types('50'))).toEqual([{ text: 'Эң көп 50 жашка чейин.' }]);
});

test('the mark goes in the edit that fills the blank, and undo brings both back', () => {
  const hand = click(age(), 9).types('5');
  expect(hand.edits).toHaveLength(1);
  hand.does(({ editor }) => editor.undo());
  expect(words(hand)).toEqual(words(age()));
  hand.does(({ editor }) => editor.redo());
  expect(words(hand)).toEqual([{ text: 'Эң көп 5 жашка чейин.' }]);
});

test('a blank with two gaps is one until both are filled', () => {
  const hand = click(open(blank('часть … статьи …'), { text: '' }), 3).types('2');
  expect(words(hand)).toEqual([blank('часть 2 статьи …')]);
  expect(words(click(hand, 15).types('14'))).toEqual([{ text: 'часть 2 статьи 14' }]);
});

test('a gap that is pasted over or deleted takes the mark with it', () => {
  expect(words(click(age(), 9).paste('50'))).toEqual([{ text: 'Эң көп 50 жашка чейин.' }]);
  expect(words(click(age(), 9).backspace())).toEqual([{ text: 'Эң көп  жашка чейин.' }]);
});

test('a comment on words of a blank stays there when the blank is filled', () => {
  const hand = open(blank('… '), { text: 'жашка', blank: true, c_x: true }, { text: ' чейин.' });
  expect(words(click(hand, 1).types('50'))).toEqual([
    { text: '50 ' },
    { text: 'жашка', c_x: true },
    { text: ' чейин.' },
  ]);
});

test('typing beside a gap fills nothing, and a blank that only names what is missing is taken whole', () => {
  expect(words(age().caret('p', 'ky', 10).types('а'))).toContainEqual(blank('… жаашка'));
  expect(words(click(open({ text: '«' }, blank('жаңы сөздөр'), { text: '»' }), 5).types('ат'))).toEqual([
    { text: '«ат»' },
  ]);
});

test('the next blank is the next one behind the caret, in the same provision first, and it is ready to be typed over', () => {
  const hand = open(blank('…'), { text: '-берененин ' }, blank('…-бөлүгү'), { text: ' жана ' }, blank('…-пункт'));
  hand.caret('p', 'ky', 0);
  const step = () =>
    hand.does(({ editor }) => {
      const found = findBlank(editor);
      if (found) editor.goTo(found);
    });
  step().types('7');
  step().types('2');
  step().types('3');
  expect(hand.text('p', 'ky')).toBe('7-берененин 2-бөлүгү жана 3-пункт');
  expect(words(hand)).toHaveLength(1);
  expect(step().where().unit).toBe('q');
  step().types('5');
  expect(hand.text('q', 'ky')).toBe('№\u00a05');
  expect(findBlank(hand.editor)).toBeUndefined();
});

test('behind the last blank the search begins at the top again', () => {
  const hand = age().caret('q', 'ky', 6);
  expect(findBlank(hand.editor)).toEqual({ unit: 'p', language: 'ky', start: 7, end: 8 });
});
