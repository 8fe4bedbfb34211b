import fc from 'fast-check';
import { Editor } from 'slate';
import { expect, test } from 'vitest';
import type { CitationInline, Draft } from '../../../core/draft/types.ts';
import { aDraft } from '../../support/builder.ts';
import { openHand } from './harness.ts';
import { expectReadable, expectWhole, expectWords, Mirror, mayLose, wordsOf } from './random-laws.ts';
import type { Step } from './random-step.ts';
import { anyStep } from './random-steps.ts';

/*
 * Random editing without a screen: sequences of all that a person can do. The laws hold after every step; at the end undoing everything
 * gives the start, and redoing everything the end. `npm run test:random` goes through ten thousand sequences of another seed.
 */

const runs = Number(process.env.DOLBOOR_RANDOM_RUNS ?? 300);
const seed = Number(process.env.DOLBOOR_RANDOM_SEED ?? 241);

const citation: CitationInline = {
  type: 'citation',
  act: 'iab-1994',
  pinpoint: { article: ['3'] },
  children: [{ text: '' }],
};

function start(): Draft {
  return aDraft()
    .unit('chapter', { ky: 'Глава', ru: 'Глава', en: 'Chapter' })
    .unit('article', { ky: 'Берене', ru: 'Статья', en: 'Article' })
    .unit('part', {
      ky: 'Биринчи бөлүк.',
      ru: [{ text: 'Часть по ' }, citation, { text: ' первая.' }],
      en: 'Part one.',
    })
    .unit('point', { ky: 'биринчи;', ru: 'первый;', en: 'first;' })
    .unit('point', { ru: 'второй;' })
    .unit('part', { ky: 'Экинчи бөлүк.', ru: [{ text: 'более ' }, { text: '… лет', blank: true }], en: '' })
    .unit('article', { ky: 'Экинчи', en: 'Second' })
    .unit('note', { ru: 'Проверить.' })
    .build();
}

function edit(steps: readonly Step[]): void {
  const hand = openHand(start());
  const mirror = new Mirror(start());
  for (const step of steps) {
    hand.does(step.put);
    const [before, losable] = [wordsOf(hand), mayLose(hand, step)];
    hand.does(step.run);
    expectWhole(hand);
    expectWords(step, before, wordsOf(hand), losable);
    mirror.expectFollows(hand);
  }
  expectReadable(hand.editor.draft());
  while (hand.editor.state().canRedo) hand.editor.redo();
  const end = hand.editor.draft();
  Editor.normalize(hand.parts.slate, { force: true });
  expect(hand.editor.draft(), 'putting in order what is in order').toEqual(end);
  while (hand.editor.state().canUndo) hand.editor.undo();
  expect(hand.editor.draft(), 'undoing everything').toEqual(start());
  while (hand.editor.state().canRedo) hand.editor.redo();
  expect(hand.editor.draft(), 'redoing everything').toEqual(end);
  mirror.expectFollows(hand);
}

test('whatever is done, no unit breaks, no word is lost that was not deleted, and everything can be undone and replayed', {
  timeout: 3_600_000,
}, () => {
  fc.assert(fc.property(fc.array(anyStep, { minLength: 1, maxLength: 40 }), edit), { numRuns: runs, seed });
});
