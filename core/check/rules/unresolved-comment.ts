import type { Rule } from '../problem.ts';

/** A thread of comments that nobody has closed. */
export const unresolvedComment: Rule = {
  name: 'unresolved-comment',
  group: 'review',
  severity: 'warning',
  blocks: true,
  find: ({ comments }) =>
    comments
      .filter((thread) => !thread.resolved)
      .map((thread) => ({
        place: { unit: thread.unit, language: thread.lang },
        params: { author: thread.messages[0]?.author ?? '' },
      })),
};
