import type { Rule } from '../problem.ts';
import { placeIn, runsIn } from '../reading.ts';

/** A marked blank that waits to be filled. Told for each language, since each has to be filled. */
export const blankLeft: Rule = {
  name: 'blank-left',
  group: 'unfinished',
  severity: 'warning',
  blocks: true,
  byProvision: true,
  find: ({ law }) =>
    law.flatMap(({ written }) =>
      written.flatMap((reading) =>
        runsIn(reading)
          .filter(({ inline }) => inline.blank && inline.text !== '')
          .map(({ inline, start, end }) => ({ place: placeIn(reading, start, end), params: { words: inline.text } })),
      ),
    ),
};
