import type { Rule } from '../problem.ts';

/** Fewer words may well be the same in two languages: an abbreviation, a name, an address. */
const enoughWords = 3;

/** Words of letters alone; addresses, numbers and the like are none. */
function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /^[«“"(]?\p{L}{2,}[»”"),.;:]*$/u.test(word)).length;
}

/** A text that is the same, letter for letter, as another language's: it was pasted and never translated. */
export const sameText: Rule = {
  name: 'same-text',
  group: 'languages',
  severity: 'warning',
  byProvision: true,
  find: ({ law }) =>
    law.flatMap(({ written }) =>
      written.flatMap((reading, i) => {
        const text = reading.text.trim();
        const isCopy =
          written.slice(0, i).some((earlier) => earlier.text.trim() === text) && wordsIn(text) >= enoughWords;
        return isCopy ? [{ place: { unit: reading.unit.id, language: reading.language } }] : [];
      }),
    ),
};
