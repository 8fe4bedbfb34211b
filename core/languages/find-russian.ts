/*
 * The stem of a Russian word: what its inflection leaves, after the steps of M. Porter's algorithm for Russian (snowballstem.org),
 * without those that take off the suffixes of derivation: here закон and законный are two words. Only what follows the first
 * vowel is ever taken off. A regular expression that ends in `$` finds the longest ending by itself, for it begins soonest.
 */

const perfective = /(?:(?<=[ая])(?:в|вши|вшись)|ив|ивши|ившись|ыв|ывши|ывшись)$/;
const reflexive = /с[ья]$/;
const adjective = /(?:ее|ие|ые|ое|ими|ыми|ей|ий|ый|ой|ем|им|ым|ом|его|ого|ему|ому|их|ых|ую|юю|ая|яя|ою|ею)$/;
const participle = /(?:(?<=[ая])(?:ем|нн|вш|ющ|щ)|ивш|ывш|ующ)$/;
const verb =
  /(?:(?<=[ая])(?:ла|на|ете|йте|ли|й|л|ем|н|ло|но|ет|ют|ны|ть|ешь|нно)|ила|ыла|ена|ейте|уйте|ите|или|ыли|ей|уй|ил|ыл|им|ым|ен|ило|ыло|ено|ят|ует|уют|ит|ыт|ены|ить|ыть|ишь|ую|ю)$/;
const noun =
  /(?:а|ев|ов|ие|ье|е|иями|ями|ами|еи|ии|и|ией|ей|ой|ий|й|иям|ям|ием|ем|ам|ом|о|у|ах|иях|ях|ы|ь|ию|ью|ю|ия|ья|я)$/;

/** The stem of a word, in small letters with е for ё; a word without vowels is its own stem. */
export function russianStem(word: string): string {
  const folded = word.toLowerCase().replaceAll('ё', 'е');
  const vowel = folded.search(/[аеиоуыэюя]/);
  if (vowel < 0) return folded;
  const kept = folded.slice(0, vowel + 1);
  const rest = withoutEnding(folded.slice(vowel + 1));
  return kept + rest.replace(/и$/, '').replace(/ь$/, '');
}

function withoutEnding(rest: string): string {
  if (perfective.test(rest)) return rest.replace(perfective, '');
  const base = rest.replace(reflexive, '');
  if (adjective.test(base)) return base.replace(adjective, '').replace(participle, '');
  if (verb.test(base)) return base.replace(verb, '');
  return base.replace(noun, '');
}
