import { languages } from '../../base/language.ts';
import type { ActId } from '../../draft/types.ts';
import type { ActIndex } from '../acts.ts';
import { foldedWords, likeness } from '../search-words.ts';
import type { Act, ActType } from '../types.ts';

/** What a text says of an act. */
export interface ActDescription {
  /** The types that its noun can mean; empty when none was written. */
  readonly types: readonly ActType[];
  /** A title as written, with or without its form changed; for a code, its name. */
  readonly title?: string;
  /** ISO. */
  readonly date?: string;
  readonly number?: string;
}

interface ActLookup {
  readonly byTitle: ReadonlyMap<string, readonly Act[]>;
  readonly byDate: ReadonlyMap<string, readonly Act[]>;
  /** Titles by the beginning of their first word, for wordings that are not quite the title. */
  readonly byBeginning: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly act: Act }[]>;
  /** Words that follow о or "on" in some title: the cheap first question of every search for an unquoted title. */
  readonly topics: ReadonlySet<string>;
}

const lookups = new WeakMap<ActIndex, ActLookup>();

function lookupOf(index: ActIndex): ActLookup {
  const known = lookups.get(index);
  if (known) return known;
  const made = makeLookup(index);
  lookups.set(index, made);
  return made;
}

const preposition = /^(?:об?о?|on|about)$/;

function makeLookup(index: ActIndex): ActLookup {
  const byTitle = new Map<string, Act[]>();
  const byDate = new Map<string, Act[]>();
  const byBeginning = new Map<string, { words: readonly string[]; act: Act }[]>();
  const topics = new Set<string>();
  for (const act of index.acts) {
    if (act.date !== null) append(byDate, act.date, act);
    for (const title of titlesOf(act)) {
      const words = titleWords(title, act.type === 'code');
      append(byTitle, words.join(' '), act);
      for (const [i, word] of words.entries()) if (preposition.test(word)) topics.add(words[i + 1] ?? '');
      append(byBeginning, (words[0] ?? '').slice(0, 4), { words, act });
    }
  }
  return { byTitle, byDate, byBeginning, topics };
}

function titlesOf(act: Act): readonly string[] {
  return languages
    .flatMap((language) => [act.title[language] ?? '', ...(act.otherTitles?.[language] ?? [])])
    .filter(Boolean);
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

const stateWord = /^(?:кыргыз|республикасынын|кыргызской|республики|кр|the|of|kyrgyz|republic)$/;

/** A code is known by its name without the state, whatever its case: уголовного кодекса, Жазык кодексинин, the Criminal Code. */
function titleWords(title: string, isCode: boolean): readonly string[] {
  const words = foldedWords(title);
  if (!isCode) return words;
  return words
    .filter((word) => !stateWord.test(word))
    .map((word) => word.replace(/^кодекс.*$/, 'кодекс').replace(/(?:ый|ого|ому|ым|ом|ой)$/, ''));
}

/** Whether a register has a title of exactly these words. */
export function hasTitle(index: ActIndex, title: string): boolean {
  return lookupOf(index).byTitle.has(foldedWords(title).join(' '));
}

/**
 * The act of the register that is meant, or `undefined` when none is or more than one could be. A date or number that contradicts the
 * title leaves the act unknown: a wrong guess would be worse. Of several with one title, the living one is meant.
 */
export function findAct(index: ActIndex, description: ActDescription): ActId | undefined {
  const { title, date, number, types } = description;
  // There is one of a state, and nobody writes its date.
  if (types.length === 1 && types[0] === 'constitution') {
    return chosen(index.acts.filter((act) => act.type === 'constitution' && agrees(act, description)));
  }
  const titled = title === undefined ? undefined : actsTitled(index, title, types);
  const dated = date === undefined ? undefined : (lookupOf(index).byDate.get(date) ?? []);
  const pool = titled && titled.length > 0 ? titled : dated;
  if (!pool || (title === undefined && date === undefined)) return undefined;
  const fitting = pool.filter((act) => agrees(act, description));
  const ofType = fitting.filter((act) => types.length === 0 || types.includes(act.type));
  const candidates = ofType.length > 0 ? ofType : number !== undefined && date !== undefined ? fitting : [];
  // An act whose date nobody knows does not contradict, but one that has the written date and number is the better answer.
  const certain = candidates.filter((act) => date === act.date && (number === undefined || act.number !== null));
  const found = [...new Set(certain.length > 0 ? certain : candidates)];
  const isBare = date === undefined && number === undefined;
  return chosen(isBare ? withNamesakes(index, found) : found);
}

/**
 * Without date and number a name means the act that lives: the Kyrgyz text may call a code by a title that the register has of the dead one
 * alone, while both are called the same in another language.
 */
function withNamesakes(index: ActIndex, found: readonly Act[]): readonly Act[] {
  if (found.length === 0 || found.some(({ status }) => status === 'in-force')) return found;
  const { byTitle } = lookupOf(index);
  const namesakes = found.flatMap((act) =>
    titlesOf(act).flatMap((title) => byTitle.get(titleWords(title, act.type === 'code').join(' ')) ?? []),
  );
  return [...new Set([...found, ...namesakes.filter(({ type }) => found.some((act) => act.type === type))])];
}

function agrees(act: Act, { date, number }: ActDescription): boolean {
  if (date !== undefined && act.date !== null && act.date !== date) return false;
  return number === undefined || act.number === null || actNumber(act.number) === actNumber(number);
}

/** Roman parts are typed in either alphabet: 930-XII, 930-ХІІ. */
function actNumber(number: string): string {
  const latin: Readonly<Record<string, string>> = { Х: 'X', І: 'I', С: 'C', М: 'M', х: 'X', і: 'I' };
  return number.replace(/[ХІСМхі]/g, (letter) => latin[letter] ?? letter).toUpperCase();
}

function chosen(candidates: readonly Act[]): ActId | undefined {
  if (candidates.length === 1) return candidates[0]?.id;
  const living = candidates.filter(({ status }) => status === 'in-force');
  return living.length === 1 ? living[0]?.id : undefined;
}

function actsTitled(index: ActIndex, title: string, types: readonly ActType[]): readonly Act[] {
  const lookup = lookupOf(index);
  const words = titleWords(title, types.includes('code'));
  const exact = lookup.byTitle.get(words.join(' '));
  if (exact) return exact;
  const near = lookup.byBeginning.get((words[0] ?? '').slice(0, 4)) ?? [];
  return near.filter((entry) => areNear(words, entry.words)).map(({ act }) => act);
}

/** The same words in the same order but for their endings; one in seven may differ. */
function areNear(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  const alike = a.filter((word, i) => likeness(word, b[i] ?? '') >= 2).length;
  return a.length - alike <= a.length / 7;
}

const topic = /(?:об?о?|on|about)\s+([\p{L}\d]+)/iuy;

/** Whether the words at a place (о статусе …, on the status …) could be a title of the register. */
export function mayBeginTitle(index: ActIndex, text: string, at: number): boolean {
  topic.lastIndex = at;
  const word = topic.exec(text)?.[1];
  return word !== undefined && lookupOf(index).topics.has(foldedWords(word)[0] ?? '');
}
