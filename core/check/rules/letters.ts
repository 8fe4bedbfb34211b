import { hasOldLetters, withoutOldLetters } from '../../languages/kyrgyz/old-letters.ts';
import { inOneScript, mixesScripts } from '../../languages/look-alikes.ts';
import type { CheckContext, Finding, Reading, Rule } from '../problem.ts';
import { placeIn } from '../reading.ts';
import { replaceTyped } from '../repairs.ts';

const word = /[\p{L}\p{M}]+/gu;

/** Looks at every word of the texts that may hold a bad one; `mend` gives the right word, or undefined where only a person can tell. */
function badWords(
  { law }: CheckContext,
  mayHold: (reading: Reading) => boolean,
  isBad: (word: string) => boolean,
  mend: (word: string, reading: Reading) => string | undefined,
): readonly Finding[] {
  return law.flatMap(({ written }) =>
    written.filter(mayHold).flatMap((reading) =>
      [...reading.typed.matchAll(word)]
        .filter(([found]) => isBad(found))
        .map(({ 0: found, index }): Finding => {
          const end = index + found.length;
          const right = mend(found, reading);
          const repair = right === undefined ? undefined : replaceTyped(reading, index, end, right);
          return { place: placeIn(reading, index, end), params: { words: found }, ...(repair && { repair }) };
        }),
    ),
  );
}

/** Latin and Cyrillic letters in one word: it looks right, and no search finds it. */
export const mixedLetters: Rule = {
  name: 'mixed-letters',
  group: 'wording',
  severity: 'error',
  byProvision: true,
  find: (context) =>
    badWords(
      context,
      ({ typed }) => mixesScripts(typed),
      mixesScripts,
      (found, { language }) => inOneScript(found, language),
    ),
};

/** Letters of old fonts in the place of ө, ү, ң. A word of both scripts is the other rule's. */
export const oldLetters: Rule = {
  name: 'old-letters',
  group: 'wording',
  severity: 'error',
  byProvision: true,
  find: (context) =>
    badWords(
      context,
      ({ typed, language }) => language === 'ky' && hasOldLetters(typed),
      (found) => hasOldLetters(found) && !mixesScripts(found),
      withoutOldLetters,
    ),
};
