import type { Rule } from '../problem.ts';

/** Shorter texts may well be the same in two languages: an abbreviation, a name, a number. */
const longEnough = 24;

/** A text that is the same, letter for letter, as another language's: it was pasted and never translated. */
export const sameText: Rule = {
  name: 'same-text',
  group: 'languages',
  severity: 'warning',
  find: ({ law }) =>
    law.flatMap(({ written }) =>
      written.flatMap((reading, i) => {
        const text = reading.text.trim();
        const isCopy = text.length >= longEnough && written.slice(0, i).some((earlier) => earlier.text.trim() === text);
        return isCopy ? [{ place: { unit: reading.unit.id, language: reading.language } }] : [];
      }),
    ),
};
