import { expect, test } from 'vitest';
import type { Notice } from '../../../core/base/notice.ts';
import type { Inline } from '../../../core/draft/types.ts';
import { aDraft } from '../../support/builder.ts';
import { openHand } from './harness.ts';

const sentence = 'По статье 12 Закона Кыргызской Республики «О статусе военнослужащих».';

function opened(words: readonly Inline[]) {
  const hand = openHand(aDraft().unit('article', 'Право', 'a1').unit('part', { ru: words }, 'p1').build());
  const told: Notice[] = [];
  hand.editor.onNotices((notices) => told.push(...notices));
  return {
    hand,
    found: () => told.filter(({ code }) => code === 'editor.citations-found').map(({ params }) => params),
  };
}

test('a paste tells how many citations came as plain words, and not those that stood there before', () => {
  const { hand, found } = opened([{ text: `${sentence} ` }]);
  hand.caret('p1', 'ru', sentence.length + 1).paste(sentence);
  hand.paste(`${sentence}\n${sentence}`);
  hand.paste('просто слова');
  expect(found()).toEqual([{ count: 1 }, { count: 2 }]);
});
