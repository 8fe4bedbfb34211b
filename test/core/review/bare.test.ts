import { expect, test } from 'vitest';
import type { CommentThread, Inline } from '../../../core/draft/types.ts';
import { withCommentsOf, withoutComments } from '../../../core/review/bare.ts';
import { aDraft } from '../../support/builder.ts';

const thread = (id: string): CommentThread => ({
  id,
  unit: 'p',
  lang: 'ru',
  quote: 'жильё',
  resolved: false,
  messages: [{ author: 'А', at: '2026-03-01T09:00:00.000Z', text: 'почему?' }],
});

const saying = (...children: readonly Inline[]) => aDraft('d').unit('part', { ru: children }, 'p');
const full = saying({ text: 'получает ' }, { text: 'жильё', bold: true, c_k: true }, { text: ' сразу' })
  .comment(thread('k'))
  .build();

test('a draft without its comments keeps its words and their look', () => {
  expect(withoutComments(full)).toEqual(
    saying({ text: 'получает ' }, { text: 'жильё', bold: true }, { text: ' сразу' }).build(),
  );
  const plain = saying({ text: 'слово' }).build();
  expect(withoutComments(plain)).toEqual(plain);
});

test('comments come back just as they were where nobody changed the words', () => {
  expect(withCommentsOf(full, withoutComments(full))).toEqual(full);
});

test('a comment lies on those of its words that are left, and what the reader remarked stays', () => {
  const returned = saying(
    { text: 'бесплатно получает ' },
    { text: 'жильё', bold: true, c_own: true },
    { text: ' сразу же' },
  )
    .comment(thread('own'))
    .build();
  expect(withCommentsOf(full, returned)).toEqual(
    saying(
      { text: 'бесплатно получает ' },
      { text: 'жильё', bold: true, c_k: true, c_own: true },
      { text: ' сразу же' },
    )
      .comment(thread('k'))
      .comment(thread('own'))
      .build(),
  );
});

test('a thread stays when its words or its provision are gone', () => {
  expect(withCommentsOf(full, saying({ text: 'получает' }).build()).comments).toEqual([thread('k')]);
  expect(withCommentsOf(full, aDraft('d').unit('part', 'иное', 'q').build()).comments).toEqual([thread('k')]);
});
