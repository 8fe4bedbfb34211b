import type { CheckContext, Finding, Rule } from '../problem.ts';
import { placeIn, untyped } from '../reading.ts';
import { replaceTyped } from '../repairs.ts';

function spaces({ law }: CheckContext, pattern: RegExp, replacement: string): readonly Finding[] {
  return law.flatMap(({ written }) =>
    written.flatMap((reading) =>
      [...reading.typed.matchAll(pattern)].map(({ 0: found, index }): Finding => {
        const end = index + found.length;
        const repair = replaceTyped(reading, index, end, replacement);
        return { place: placeIn(reading, index, end), ...(repair && { repair }) };
      }),
    ),
  );
}

/** Two spaces or more, left from a justified typescript. */
export const doubleSpace: Rule = {
  name: 'double-space',
  group: 'wording',
  severity: 'note',
  byProvision: true,
  find: (context) => spaces(context, / {2,}/g, ' '),
};

/** A space before a mark that closes a word. Three dots are a mark of their own and may stand apart. */
export const spaceBeforeMark: Rule = {
  name: 'space-before-mark',
  group: 'wording',
  severity: 'note',
  byProvision: true,
  find: (context) =>
    spaces(
      context,
      new RegExp(`(?<=[^\\s${untyped}]|${untyped})[ \\u00a0]+(?=[,;:!?)»]|\\.(?![.\\d\\p{L}]))`, 'gu'),
      '',
    ),
};
