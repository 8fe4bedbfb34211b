import { languages } from '../base/language.ts';
import type { ActId } from '../draft/types.ts';
import { findDate } from '../languages/read-date.ts';
import { everydayWords, foldedWords, generalWords, initialsOf, isIdle, isSlipOf, likeness } from './search-words.ts';
import { actStatusMarkOn, type LawDay } from './status-day.ts';
import type { Act, ActRegister } from './types.ts';

/** What search knows of an act. */
interface SearchEntry {
  readonly act: Act;
  /** Words of all titles and of the id, folded. */
  readonly words: readonly string[];
  /** The telling words of each title, folded. */
  readonly titles: readonly (readonly string[])[];
  /** Words that any act of its type has. */
  readonly general: readonly string[];
  readonly initials: ReadonlySet<string>;
  /** What its subject is called by people and not by its title. */
  readonly everyday: readonly string[];
}

/** The register made ready for look-up. Build it once for a register and keep it. */
export interface ActIndex {
  /** In the order of the register. */
  readonly acts: readonly Act[];
  readonly byId: ReadonlyMap<ActId, Act>;
  readonly entries: readonly SearchEntry[];
  /** The day on which the acts must be law, such as that of the bill's coming into force; absent means as they are known today. */
  readonly on?: LawDay;
}

export function indexActs(register: ActRegister): ActIndex {
  const byId = new Map(register.acts.map((act) => [act.id, act]));
  return { acts: register.acts, byId, entries: register.acts.map(entryOf) };
}

/** The same acts looked at on a day. */
export function actsOn({ on: _, ...index }: ActIndex, on: LawDay | undefined): ActIndex {
  return on ? { ...index, on } : index;
}

function entryOf(act: Act): SearchEntry {
  const titles = languages
    .flatMap((language) => [act.title[language] ?? '', ...(act.otherTitles?.[language] ?? [])])
    .map(foldedWords);
  return {
    act,
    words: [...new Set([...titles.flat(), ...foldedWords(act.id)])],
    titles: titles.map((title) => title.filter((word) => !isIdle(word))).filter((title) => title.length > 0),
    general: generalWords(act),
    everyday: everydayWords(titles),
    initials: new Set(titles.map(initialsOf).filter((initials) => initials.length > 1)),
  };
}

/** What a query asks for: words, and a date where it holds one. */
interface Asked {
  readonly words: readonly string[];
  readonly date?: string;
}

/**
 * Acts that fit a query, best first; at equal fit those that are confirmed to live, then those that may, then dead ones; then by how
 * much of a title the query says; then the newer. Every word of the query must meet the
 * act: a word of a title in any language and any form, its number, date, year, id or initials. With three words or more, one may
 * miss when nothing fits better; when still nothing does, a word may have one slip of the finger. An empty query gives the whole register.
 */
export function searchActs(index: ActIndex, query: string): readonly Act[] {
  const fits = actsFittingAll(index, query);
  const asked = readAsked(query);
  if (fits.length > 0) return fits;
  const most = asked.words.length < 3 ? [] : fitting(index, asked, 1);
  return most.length > 0 ? most : fitting(index, mendedSlips(index, asked), 0);
}

/** {@link searchActs} without its leniency: no word of the query may miss. */
export function actsFittingAll(index: ActIndex, query: string): readonly Act[] {
  const byId = index.byId.get(query.trim());
  return byId ? [byId] : fitting(index, readAsked(query), 0);
}

/** The query with each word that meets nothing in the register put right by the word it is one slip from. */
function mendedSlips({ entries }: ActIndex, asked: Asked): Asked {
  const words = asked.words.map((word) => {
    if (entries.some((entry) => scoreOf(word, entry) !== undefined)) return word;
    const near = entries.flatMap((entry) => entry.words.find((other) => isSlipOf(word, other)) ?? []);
    return near[0] ?? word;
  });
  return { ...asked, words };
}

function readAsked(query: string): Asked {
  const date = findDate(query);
  const text = date ? query.slice(0, date.start) + query.slice(date.end) : query;
  const words = foldedWords(text).filter((word) => !isIdle(word));
  return { words, ...(date ? { date: date.iso } : {}) };
}

function fitting(index: ActIndex, asked: Asked, mayMiss: number): readonly Act[] {
  const fits = index.entries.flatMap((entry) => {
    if (asked.date !== undefined && entry.act.date !== asked.date) return [];
    const scores = asked.words.map((word) => scoreOf(word, entry));
    const missed = scores.filter((score) => score === undefined).length;
    if (missed > mayMiss) return [];
    const score = scores.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    return [{ act: entry.act, score, share: shareSaid(asked.words, entry) }];
  });
  return fits.toSorted((a, b) => precedence(a, b, index.on)).map((fit) => fit.act);
}

/** How much of the title that it says most of a query says: 0 to 1. */
function shareSaid(asked: readonly string[], { titles }: SearchEntry): number {
  const shares = titles.map(
    (title) => title.filter((word) => asked.some((one) => likeness(one, word) > 0)).length / title.length,
  );
  return Math.max(0, ...shares);
}

/** `undefined` when the word has nothing to do with the act. */
function scoreOf(word: string, { act, words, general, initials, everyday }: SearchEntry): number | undefined {
  const best = Math.max(0, ...words.map((other) => likeness(word, other)), numberScore(word, act));
  if (initials.has(word)) return Math.max(best, 4);
  if (best > 0) return best;
  if (everyday.some((other) => likeness(word, other) > 0)) return 1;
  return general.some((other) => likeness(word, other) > 0) ? 0 : undefined;
}

/** `102`, the `930` of `930-XII`, the year. */
function numberScore(word: string, act: Act): number {
  const numbers = foldedWords(act.number ?? '');
  if (numbers[0] === word) return 6;
  if (numbers.includes(word)) return 4;
  return act.date?.startsWith(`${word}-`) === true ? 3 : 0;
}

interface Fit {
  readonly act: Act;
  readonly score: number;
  readonly share: number;
}

function precedence(a: Fit, b: Fit, on: LawDay | undefined): number {
  return (
    b.score - a.score ||
    doubt(a.act, on) - doubt(b.act, on) ||
    b.share - a.share ||
    (b.act.date ?? '').localeCompare(a.act.date ?? '', 'en')
  );
}

/** How doubtful it is that the act lives: confirmed, in force but unconfirmed, unknown, dead. */
function doubt(act: Act, on: LawDay | undefined): number {
  const { vitality } = actStatusMarkOn(act, on);
  if (vitality === 'living') return 0;
  if (vitality === 'dead') return 3;
  return act.status === 'in-force' ? 1 : 2;
}
