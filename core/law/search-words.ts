import type { Act, ActType } from './types.ts';

/**
 * How a person's words meet an act's: both sides are folded to small letters with о у н for ө ү ң (a Russian keyboard has no others),
 * and words count as the same when only endings tell them apart.
 */
export function foldedWords(text: string): readonly string[] {
  const folded = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[өүңё]/g, (letter) => folds[letter] ?? letter);
  return folded.match(/[\p{L}\d]+/gu) ?? [];
}

const folds: Readonly<Record<string, string>> = { ө: 'о', ү: 'у', ң: 'н', ё: 'е' };

/** Words that join others and say nothing by themselves, folded. */
const idle = new Set('о об и в на от по с жонундо жана боюнча on of the and for to in'.split(' '));

export function isIdle(word: string): boolean {
  return idle.has(word);
}

/** What every act of a type may be called without its title saying so. They match, but weigh nothing. */
const typeWords: Readonly<Record<ActType, string>> = {
  law: 'мыйзам закон law act',
  'constitutional-law': 'конституциялык мыйзам конституционный закон constitutional law',
  code: 'кодекс code',
  constitution: 'конституция constitution негизги основной',
  'parliament-resolution': 'токтом постановление resolution жогорку кенеш парламент',
  'presidential-decree': 'жарлык указ decree президент president',
  'government-resolution': 'токтом постановление resolution окмот правительство government',
  'cabinet-resolution': 'токтом постановление resolution министрлер кабинет министров cabinet',
  'agency-order': 'буйрук приказ order министрлик министерство ministry',
  'ussr-act': 'ссср ussr акт act',
};
const stateWords = 'кыргыз республика кыргызская кыргызстан kyrgyz republic кр год жыл года no n';

export function generalWords(act: Act): readonly string[] {
  return `${typeWords[act.type]} ${stateWords}`.split(' ');
}

/** What people call the subject of a title that has other words for it: to find the act by, never to show. Folded as words of a query are. */
const everyday: readonly (readonly [RegExp, string])[] = [
  [/ички иштер|внутренних дел|internal affairs/, 'милиция полиция police militia мвд иим овд'],
  [/укук коргоо орган|правоохранительн\S+ орган|law enforcement/, 'милиция полиция police'],
  [/жазык аткаруу|уголовно исполнительн|penal/, 'уис гсин жаак турмо тюрьма prison'],
  [/улуттук коопсуздук|национальной безопасности|national security/, 'кнб гкнб укмк'],
  [/(?<!\p{L})орт (?:коопсуз|очур)|пожарн|fire/u, 'противопожарная пожарник орт firefighter'],
  [/жогорку кенеш|jogorku kenesh/, 'жк парламент parliament'],
  [/аскер кызмат|военнослужащ|military serv/, 'армия army солдат жоокер soldier'],
  [/нарушени|бузуулар|offence|violation/, 'коп коак'],
  [/гражданской защит|жарандык коргон|civil protection|спасател/, 'мчс окм'],
];

export function everydayWords(titles: readonly (readonly string[])[]): readonly string[] {
  const spoken = titles.map((words) => words.join(' '));
  return everyday
    .filter(([subject]) => spoken.some((title) => subject.test(title)))
    .flatMap(([, words]) => words.split(' '));
}

/** The initials of a title's telling words: нормативных правовых актах gives нпа, Уголовно-процессуальный кодекс упк. */
export function initialsOf(words: readonly string[]): string {
  const telling = words.filter((word) => !isIdle(word) && !/^(?:кыргыз|республик|kyrgyz|republic)/.test(word));
  return telling.map((word) => word.charAt(0)).join('');
}

/** The chain of Kyrgyz noun suffixes, folded: plural, possessive, case, -гы. */
const kyrgyzChain = /^(?:[лдт][аео]р)?(?:с?[ыиу])?(?:[ндт][ыиу]н?|н|[гк][аео]|н?[дт][аео]н?|н[аео]н?)?(?:г[ыиу])?$/;

/** Endings of Russian nouns and adjectives, folded: a stem as short as дел shares too little with делам to be told otherwise. */
const russianEnding = /^(?:[аеиоуыюяь]|[аеиоуыюя][мхйвюея]|[аыия]ми|[ое]го|[ое]му)$/;

function isEnding(rest: string): boolean {
  return kyrgyzChain.test(rest) || russianEnding.test(rest);
}

/** How well a word of a query meets a word of an act: 4 the same, 3 its beginning or a form near to it, 2 a form further off, 0 not at all. */
export function likeness(asked: string, word: string): 0 | 2 | 3 | 4 {
  if (asked === word) return 4;
  if (word.startsWith(asked)) return 3;
  if (word.length >= 3 && asked.startsWith(word) && isEnding(asked.slice(word.length))) return 2;
  const shared = sharedBeginning(asked, word);
  const longer = Math.max(asked.length, word.length);
  if (shared < 4 || shared < 0.6 * longer) return 0;
  return longer - shared <= 2 ? 3 : 2;
}

/** Whether one slip of the finger (a letter wrong, left out, doubled or swapped with its neighbour) parts a word of a query from a word's beginning. */
export function isSlipOf(asked: string, word: string): boolean {
  if (asked.length < 5 || word.length < 5) return false;
  const at = sharedBeginning(asked, word);
  const rest = asked.slice(at + 1);
  const swapped = asked.slice(at + 2) !== '' && asked[at] === word[at + 1] && asked[at + 1] === word[at];
  const goesOn = (slip: string, own: string): boolean => {
    const shared = sharedBeginning(slip, own);
    return at + shared >= 4 && slip.length - shared <= 2 && own.length - shared <= 3;
  };
  return (
    goesOn(rest, word.slice(at + 1)) ||
    goesOn(rest, word.slice(at)) ||
    goesOn(asked.slice(at), word.slice(at + 1)) ||
    (swapped && goesOn(asked.slice(at + 2), word.slice(at + 2)))
  );
}

function sharedBeginning(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a[length] === b[length]) length += 1;
  return length;
}
