import { bareHead, isPossessedPhrase } from './phrases.ts';
import { endingOf, harmonyOf, isVowel, withoutFinalSign } from './sounds.ts';

/**
 * Kyrgyz nominal suffixes as rules. A suffix is a pattern in which capital Latin letters stand for sounds that the stem decides:
 *
 * - `I` high vowel, `A` low vowel, by harmony with the last vowel of the form so far;
 * - `N` н after a vowel, `D` and `G` д and г after a vowel or a voiced consonant, each voiceless after a voiceless one;
 *   after a voiced consonant `N` is д too;
 * - `L` л after a vowel and after й and р, д after another voiced consonant, т after a voiceless one.
 *
 * The order is stem, plural, possessive, case. Third-person possession is part of the form: after it the case suffixes differ.
 */

/** A noun on its way through the chain. */
export interface Nominal {
  readonly text: string;
  /** Whether it ends in the third-person possessive (мыйзамы, берененин бөлүгү). */
  readonly possessed: boolean;
}

/** The cases of Kyrgyz in the order of grammars; `attr` is what the locative becomes before a noun (берене+де+ги). */
export const kyrgyzCases = ['nom', 'gen', 'dat', 'acc', 'loc', 'abl', 'attr'] as const;
export type KyrgyzCase = (typeof kyrgyzCases)[number];

const bareCases: Readonly<Record<KyrgyzCase, string>> = {
  nom: '',
  gen: 'NIн',
  dat: 'GA',
  acc: 'NI',
  loc: 'DA',
  abl: 'DAн',
  attr: 'DAгI',
};

const possessedCases: Readonly<Record<KyrgyzCase, string>> = {
  nom: '',
  gen: 'нIн',
  dat: 'нA',
  acc: 'н',
  loc: 'ндA',
  abl: 'нAн',
  attr: 'ндAгI',
};

/** Words whose dictionary form in law differs from the loan: акт is said and written акты (ченемдик укуктук актылар). */
const legalLemmas: ReadonlyMap<string, string> = new Map([['акт', 'акты']]);

/** Nouns that lose the vowel of their last syllable before the possessive: иш орду, not оруну. */
const shortenedStems: ReadonlyMap<string, string> = new Map([
  ['орун', 'орд'],
  ['мурун', 'мурд'],
  ['эрин', 'эрд'],
  ['карын', 'кард'],
]);

/** Puts a suffix pattern to a form. A capital form takes lower-case suffixes, as in printed acts. */
export function attach(form: string, pattern: string): string {
  let text = pattern === '' ? form : withoutFinalSign(form);
  for (const sound of pattern) text = joined(text, soundAfter(text, sound));
  return text;
}

/** й and у are written as one letter: той, тою. */
function joined(form: string, sound: string): string {
  return sound === 'у' && form.endsWith('й') ? `${form.slice(0, -1)}ю` : form + sound;
}

function soundAfter(form: string, sound: string): string {
  switch (sound) {
    case 'I':
      return harmonyOf(form).high;
    case 'A':
      return harmonyOf(form).low;
    case 'N':
      return { vowel: 'н', voiced: 'д', voiceless: 'т' }[endingOf(form)];
    case 'D':
      return endingOf(form) === 'voiceless' ? 'т' : 'д';
    case 'G':
      return endingOf(form) === 'voiceless' ? 'к' : 'г';
    case 'L':
      return liquidAfter(form);
    default:
      return sound;
  }
}

function liquidAfter(form: string): string {
  const ending = endingOf(form);
  if (ending === 'voiceless') return 'т';
  return ending === 'vowel' || /[йр]$/i.test(form) ? 'л' : 'д';
}

/** A noun, or a phrase that ends in one, in its dictionary form. The head of жазык кодекси is possessed in the dictionary already. */
export function nominal(lemma: string): Nominal {
  if (isPossessedPhrase(lemma)) return { text: lemma, possessed: true };
  const capital = /^\p{Lu}/u.test(lemma);
  const legal = legalLemmas.get(lemma.toLowerCase()) ?? lemma;
  return { text: capital ? legal.charAt(0).toUpperCase() + legal.slice(1) : legal, possessed: false };
}

export function plural(noun: Nominal): Nominal {
  if (noun.possessed) return pluralPhrase(noun);
  return { text: attach(noun.text, 'LAр'), possessed: false };
}

/** The third-person possessive: мыйзам, мыйзамы; берене, беренеси; бөлүк, бөлүгү. Final к and п soften after a vowel only (банк, банкы). */
export function possessed(noun: Nominal): Nominal {
  if (noun.possessed) return noun;
  const stem = withoutFinalSign(noun.text);
  if (endingOf(stem) === 'vowel') return { text: attach(stem, 'сI'), possessed: true };
  const shortened = shortenedStems.get(stem);
  return { text: attach(shortened ?? softened(stem), 'I'), possessed: true };
}

/** салык органы, салык органдары; a phrase that is in the plural stays as it is. */
function pluralPhrase(phrase: Nominal): Nominal {
  const head = unshortened(bareHead(phrase.text));
  const singular = head.replace(/[лдт][аеоө]р$/u, '');
  return attach(singular, 'LAр') === head ? phrase : possessed(plural({ text: head, possessed: false }));
}

/** иш орд, as it is left of иш орду, back to иш орун. */
function unshortened(phrase: string): string {
  const [whole, short] = [...shortenedStems].find(([, stem]) => phrase.endsWith(` ${stem}`)) ?? [];
  return whole && short ? phrase.slice(0, -short.length) + whole : phrase;
}

function softened(stem: string): string {
  if (!isVowel(stem.at(-2))) return stem;
  if (stem.endsWith('к')) return `${stem.slice(0, -1)}г`;
  return stem.endsWith('п') ? `${stem.slice(0, -1)}б` : stem;
}

export function inCase(noun: Nominal, grammaticalCase: KyrgyzCase): string {
  return attach(noun.text, (noun.possessed ? possessedCases : bareCases)[grammaticalCase]);
}

/** The four chains of the third person, by the prefix that their forms carry in {@link inflect}. */
const chains = {
  '': (noun: Nominal) => noun,
  'px3.': possessed,
  'pl.': plural,
  'pl.px3.': (noun: Nominal) => possessed(plural(noun)),
} as const;

/** `nom` … `attr`, `px3.nom` … (possessed), `pl.nom` … (plural), `pl.px3.nom` … (possessed plural): 28 keys. */
export type FormKey = `${keyof typeof chains}${KyrgyzCase}`;

/** All forms of a noun given in its dictionary form, keyed as {@link FormKey} and in that order. */
export function inflect(lemma: string): Readonly<Record<FormKey, string>> {
  const noun = nominal(lemma);
  const forms: [string, string][] = [];
  for (const [prefix, build] of Object.entries(chains)) {
    for (const name of kyrgyzCases) forms.push([`${prefix}${name}`, inCase(build(noun), name)]);
  }
  return Object.fromEntries(forms) as Record<FormKey, string>;
}
