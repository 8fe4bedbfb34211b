import { findDate } from '../languages/read-date.ts';
import type { ActIndex } from './acts.ts';
import { foldedWords, likeness } from './search-words.ts';
import type { Act, ActType } from './types.ts';

/** What a person knows of an act that is to be added; empty and `null` where nothing is known. */
export interface KnownOfAct {
  readonly date: string | null;
  readonly number: string | null;
  /** In any language. */
  readonly titles: readonly string[];
}

/** How an act of the register resembles one that is to be added, surest first. */
export interface SameAct {
  readonly act: Act;
  /** `same`: date and number agree. `number`: the number and the year do, the day not. `title`: it is called nearly the same. */
  readonly by: 'same' | 'number' | 'title';
}

const order = ['same', 'number', 'title'] as const;

/** Acts of the register that may be the one that a person is about to add. */
export function findSameActs(index: ActIndex, known: KnownOfAct): readonly SameAct[] {
  const found = index.acts.flatMap((act): readonly SameAct[] => {
    const by = likenessOf(act, known);
    return by ? [{ act, by }] : [];
  });
  return found.toSorted((a, b) => order.indexOf(a.by) - order.indexOf(b.by));
}

function likenessOf(act: Act, { date, number, titles }: KnownOfAct): SameAct['by'] | undefined {
  if (number !== null && act.number !== null && numberKey(number) === numberKey(act.number)) {
    if (date !== null && date === act.date) return 'same';
    // A misprinted day, or the day of adoption in place of that of signing.
    if (date !== null && act.date !== null && date.slice(0, 4) === act.date.slice(0, 4)) return 'number';
    // Old numbers tell the convocation (930-XII) and are had by one act alone; a bare 102 comes back every year.
    if ((date === null || act.date === null) && number.includes('-')) return 'number';
  }
  const own = Object.values(act.title).flatMap((title) => (title === null ? [] : [tellingWords(title)]));
  return titles.some((title) => own.some((other) => areAlike(tellingWords(title), other))) ? 'title' : undefined;
}

/** `930-XII`, `930 - ХII` with a Cyrillic Х and `№930-xii` are one number. */
function numberKey(number: string): string {
  return number
    .toUpperCase()
    .replace(/[ХІ]/g, (letter) => (letter === 'Х' ? 'X' : 'I'))
    .replace(/[^\p{L}\d]/gu, '');
}

function tellingWords(title: string): readonly string[] {
  return foldedWords(title).filter((word) => word.length > 2);
}

/** Nearly every word of either meets one of the other; a title of one word says too little. */
function areAlike(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || b.length < 2) return false;
  const met = (words: readonly string[], others: readonly string[]): number =>
    words.filter((word) => others.some((other) => likeness(word, other) > 0)).length / words.length;
  return met(a, b) >= 0.8 && met(b, a) >= 0.8;
}

/** What can be read from the words by which somebody looked for an act and did not find it. */
export interface ActGuess {
  readonly type: ActType;
  /** ISO date. */
  readonly date: string | null;
  readonly number: string | null;
  /** What is left of the words; may be empty. */
  readonly title: string;
}

const typeWords: readonly (readonly [RegExp, ActType])[] = [
  [
    /конституциялык\s+мыйзам[а-яёңөү]*|конституционн[а-яё]+\s+закон[а-яё]*|constitutional\s+law/iu,
    'constitutional-law',
  ],
  [/министрлер\s+кабинетинин\s+токтом[а-яёңөү]*|постановлени[а-яё]+\s+кабинета\s+министров/iu, 'cabinet-resolution'],
  [/өкмөттүн\s+токтом[а-яёңөү]*|постановлени[а-яё]+\s+правительства/iu, 'government-resolution'],
  [/жогорку\s+кеңештин\s+токтом[а-яёңөү]*|постановлени[а-яё]+\s+жогорку\s+кенеша/iu, 'parliament-resolution'],
  [
    /(?<!\p{L})(?:жарлы[кг][а-яёңөү]*|указ(?:а|у|ом|е)?|decree)(?!\p{L})(?:\s+(?:президента|of the president))?/iu,
    'presidential-decree',
  ],
  [/(?<!\p{L})(?:буйру[кг][а-яёңөү]*|приказ(?:а|у|ом|е)?)(?!\p{L})/iu, 'agency-order'],
  [/(?<!\p{L})(?:конституци[а-яёңөү]*|constitution)(?!\p{L})/iu, 'constitution'],
  [/(?<!\p{L})(?:кодекс[а-яёңөү]*|code)(?!\p{L})/iu, 'code'],
  [/(?<!\p{L})(?:мыйзам[а-яёңөү]*|закон(?:а|у|ом|е)?|law)(?!\p{L})/iu, 'law'],
];

/** Reads type, date and number from a query, so that a form is begun with them. */
export function guessAct(query: string): ActGuess {
  const date = findDate(query);
  let rest = date ? `${query.slice(0, date.start)} ${query.slice(date.end)}` : query;
  rest = rest.replace(/(?<=\s)(?:года|года\.|г\.|жылдын)(?=\s|$)/giu, ' ');
  const numbered =
    /(?:№|\bNo?\.?)\s*(?<number>\d+(?:\s?-\s?[IVXХІ]+)?)/u.exec(rest) ??
    /(?<![\p{L}\d])(?<number>\d+-[IVXХІ]+|\d{1,4})(?![\p{L}\d-])/u.exec(rest);
  if (numbered) rest = rest.replace(numbered[0], ' ');
  const [words, type] = typeWords.find(([pattern]) => pattern.test(rest)) ?? [undefined, 'law' as const];
  // A code's own name has the word in it.
  if (words && type !== 'code') rest = rest.replace(words, ' ');
  const title = rest
    .replace(/[«»"“”,]|\b(?:от|dated|of the kyrgyz republic)\b/giu, ' ')
    .replace(/(?<=^|\s)(?:от|кыргыз республикасынын|кыргызской республики)(?=\s|$)/giu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const number = numbered?.groups?.number?.replace(/\s/g, '') ?? null;
  return { type, date: date?.iso ?? null, number: number && latinNumber(number), title };
}

function latinNumber(number: string): string {
  return number.replace(/[ХІ]/g, (letter) => (letter === 'Х' ? 'X' : 'I'));
}
