import type { GrammaticalCase } from '../draft/types.ts';
import type { KyrgyzCase } from '../languages/kyrgyz/suffixes.ts';
import type { RussianCase } from '../languages/russian/nouns.ts';

/** Kyrgyz says the instrumental with a word of its own (менен), which the sentence holds: the noun stands in the nominative. */
export function kyrgyzCase(grammaticalCase: GrammaticalCase = 'nom'): KyrgyzCase {
  return grammaticalCase === 'ins' ? 'nom' : grammaticalCase;
}

/** What Kyrgyz says with the ablative and with -дагы, Russian says with a preposition or noun that asks for the genitive. */
export function russianCase(grammaticalCase: GrammaticalCase = 'nom'): RussianCase {
  return grammaticalCase === 'abl' || grammaticalCase === 'attr' ? 'gen' : grammaticalCase;
}
