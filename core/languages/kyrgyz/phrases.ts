/*
 * Phrases whose head is possessed by the word before it (жазык кодекси, салык органы): their dictionary form carries the third-person
 * possessive, so their cases are those of a possessed noun (органына, not органыга) and the plural stands before the possessive
 * (органдары). Which a phrase is, its last letters tell: -сы after a vowel, or a high vowel after a consonant, unless a bare noun
 * ends so.
 */

const possessive = /[аеёиоөуүыэюя]с[ыиуү]$|[бвгджзйклмнңпрстфхцчшщ][ыиуү]$/iu;

/** Bare nouns that end like a possessed one: those of the doer (-чы), of the means (белги), and a few more (эмгек акы, ченемдик акты). */
const bareNoun = /ч[ыиуү]$|[лмнңр]г[ыиуү]$|(?:^| )(?:акы|акты|киши)$/iu;

/** Whether a phrase of two words or more ends in a possessed noun. Of one word alone this cannot be told: кодекси is no dictionary form. */
export function isPossessedPhrase(lemma: string): boolean {
  return lemma.includes(' ') && possessive.test(lemma) && !bareNoun.test(lemma);
}

/** Loans that end in г or б themselves, and so do not owe it to the possessive. */
const voicedLoans = /(?:[ао]лог|гог|штаб|клуб)$/iu;

/** A possessed phrase without its possessive: укук бузуусу, укук бузуу; мыйзамдын бөлүгү, мыйзамдын бөлүк. */
export function bareHead(phrase: string): string {
  const bare = phrase.replace(/(?<=[аеёиоөуүыэюя])с?[ыиуү]$|[ыиуү]$/iu, '');
  if (voicedLoans.test(bare)) return bare;
  return bare.replace(/(?<=[аеёиоөуүыэюя])г$/iu, 'к').replace(/(?<=[аеёиоөуүыэюя])б$/iu, 'п');
}
