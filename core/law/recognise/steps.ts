import type { Language } from '../../base/language.ts';
import { cyrillicLetter } from '../../languages/subpoint-letters.ts';
import type { PinpointLevel } from '../pinpoint.ts';
import {
  isJoiner,
  isRangeWord,
  type ListItem,
  type NumberList,
  numbersOf,
  readNumbers,
  separatorEnd,
} from './lists.ts';
import { readOrdinal } from './ordinals.ts';
import { isDash, isHyphen, isMark, type Token } from './tokens.ts';
import { type UnitNoun, unitNoun } from './unit-nouns.ts';

/** One level with its numbers, as it stands in the text: 1 жана 3-бөлүгүнүн, частей 1 и 3, Article 12. */
export interface Step {
  readonly level: PinpointLevel;
  readonly noun: UnitNoun;
  readonly numbers: readonly string[];
  /** Tokens, `next` exclusive. */
  readonly start: number;
  readonly next: number;
  /** An ordinal word before its noun (second part): weak by itself, because people write so of other things too. */
  readonly weak: boolean;
  /** How the numbers are written, where that tells levels apart. */
  readonly counted?: 'ordinal' | 'bracket';
  /** The noun is said elsewhere in the list: of Articles 5(1), 6(2) and 7 the last two. */
  readonly elided?: true;
}

/** The step that begins at a token, or how many tokens certainly begin none. */
export type StepRead = { readonly step: Step } | { readonly skip: number };

export function readStep(tokens: readonly Token[], at: number, language: Language): StepRead {
  if (isActNumber(tokens, at)) return { skip: actNumberLength(tokens, at) };
  const step =
    language === 'ky' ? numberFirst(tokens, at, language) : language === 'en' ? readBracketed(tokens, at) : undefined;
  if (step) return step;
  return language === 'ky' ? { skip: 1 } : (nounFirst(tokens, at, language) ?? ordinalFirst(tokens, at, language));
}

/** № 102, N 930-XII: a number of an act or of a gazette, never of a provision. */
function isActNumber(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const isSign = isMark(token, '№') || (token?.kind === 'word' && /^(?:n|no)$/.test(token.text));
  return isSign && tokens[isMark(tokens[at + 1], '.°') ? at + 2 : at + 1]?.kind === 'number';
}

/** Past the number and past a gazette's article: №9, ст.1287; № 7, 751-ст. */
function actNumberLength(tokens: readonly Token[], at: number): number {
  let next = at + (isMark(tokens[at + 1], '.°') ? 3 : 2);
  while (isHyphen(tokens[next]) && !tokens[next]?.spaced && !tokens[next + 1]?.spaced) next += 2;
  if (!isMark(tokens[next], ',')) return next - at;
  if (tokens[next + 1]?.text === 'ст' && isMark(tokens[next + 2], '.')) return next + 4 - at;
  if (tokens[next + 1]?.kind === 'number' && isHyphen(tokens[next + 2]) && tokens[next + 3]?.text === 'ст') {
    return next + 4 - at;
  }
  return next - at;
}

/** Kyrgyz: the numbers, then the noun. A list without a noun is passed over whole, so that it is read once. */
function numberFirst(tokens: readonly Token[], at: number, language: Language): StepRead | undefined {
  const list = readNumbers(tokens, at, language);
  if (!list) return undefined;
  let next = list.next;
  if (isMark(tokens[next], ')') && (isHyphen(tokens[next + 1]) || nounAt(tokens, next + 1, language))) next += 1;
  const isOrdinal = isHyphen(tokens[next]);
  if (isOrdinal) next += 1;
  const noun = nounAt(tokens, next, language);
  if (noun && !isOrdinal && isAmount(tokens, list, next, noun)) return { skip: next + 1 - at };
  const fitting = noun && fittingItems(list, noun);
  if (!fitting) return { skip: Math.max(1, list.next - at) };
  const end = noun.short && isMark(tokens[next + 1], '.') ? next + 2 : next + 1;
  // өргүүнүн 2 бөлүгү: without a hyphen бөлүк is as often two shares of something.
  const weak = noun.level === 'part' && !isOrdinal && list.items[0]?.kind === 'number';
  return { step: { level: noun.level, noun, numbers: namesOf(fitting, noun), start: at, next: end, weak } };
}

const counts = /^(?:тур(?:ган|ат|ар|у|са)|камты|бар(?:$|дыр)|киргиз|кошу)/u;

/** 12 беренеден турган: how many there are, not which one; an ordinal would have its hyphen. */
function isAmount(tokens: readonly Token[], list: NumberList, at: number, noun: UnitNoun): boolean {
  const isPlain = list.items.length === 1 && !noun.owned;
  const verb = tokens[isPlain ? pastSecondAmount(tokens, at + 1) : at + 1];
  return isPlain && verb?.kind === 'word' && counts.test(verb.text);
}

/** 3 глава жана 45 берене бар: two amounts before one verb. */
function pastSecondAmount(tokens: readonly Token[], at: number): number {
  const isSecond = isJoiner(tokens[at], 'ky') && tokens[at + 1]?.kind === 'number' && nounAt(tokens, at + 2, 'ky');
  return isSecond ? at + 3 : at;
}

function nounAt(tokens: readonly Token[], at: number, language: Language): UnitNoun | undefined {
  const token = tokens[at];
  return token?.kind === 'word' ? unitNoun(language, token.text) : undefined;
}

/** Which signs a level is counted by: Roman numbers are for sections and chapters, letters for points and below. */
export function fittingItems({ items }: NumberList, { level }: UnitNoun): readonly ListItem[] | undefined {
  const fits = items.every(({ kind }) => {
    if (kind === 'roman') return level === 'section' || level === 'chapter';
    return kind !== 'letter' || level === 'point' || level === 'subpoint';
  });
  return fits ? items : undefined;
}

function namesOf(items: readonly ListItem[], noun: UnitNoun): readonly string[] {
  return numbersOf(items, items.length > 1 ? true : noun.plural);
}

/** Russian and English: the noun, then the numbers. */
function nounFirst(tokens: readonly Token[], at: number, language: Language): StepRead | undefined {
  if (language === 'en' && tokens[at]?.text === 'sub' && isHyphen(tokens[at + 1])) return subFirst(tokens, at);
  const noun = nounAt(tokens, at, language);
  if (!noun || isMilitaryUnit(tokens, at)) return undefined;
  const dotted = isMark(tokens[at + 1], '.');
  const from = noun.short && dotted ? at + 2 : at + 1;
  if (noun.short && !dotted && tokens[from]?.kind !== 'number') return undefined;
  const list = readNumbers(tokens, from, language) ?? (language === 'en' ? readCardinal(tokens, from) : undefined);
  const items = list && fittingItems(list, noun);
  if (!list || !items || !isLetterSure(tokens, list, noun, language)) return undefined;
  // ст.ст. 5 и 6: the abbreviation is doubled for the plural.
  const isDoubled = noun.short && isMark(tokens[at - 1], '.') && tokens[at - 2]?.text === tokens[at]?.text;
  const step = { level: noun.level, noun, numbers: namesOf(items, noun), start: isDoubled ? at - 2 : at, weak: false };
  return { step: { ...step, next: pastBracket(tokens, list, language) } };
}

/** войсковая часть 703, в/ч 703: a unit of the army, not of an act. */
function isMilitaryUnit(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return /^(?:войсков|воинск)/.test(before?.text ?? '') || (isMark(before, '/') && tokens[at - 2]?.text === 'в');
}

/** sub-paragraph (a), sub-point 2. */
function subFirst(tokens: readonly Token[], at: number): StepRead | undefined {
  const noun = unitNoun('en', `sub${tokens[at + 2]?.text ?? ''}`);
  const list = noun && readNumbers(tokens, at + 3, 'en');
  const items = list && fittingItems(list, noun);
  if (!noun || !list || !items) return undefined;
  return { step: { level: noun.level, noun, numbers: namesOf(items, noun), start: at, next: list.next, weak: false } };
}

const cardinals = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** part two, parts one, two and four. */
function readCardinal(tokens: readonly Token[], at: number): NumberList | undefined {
  const items: ListItem[] = [];
  let next = at;
  for (let from: number | undefined = at; from !== undefined; from = separatorEnd(tokens, next, 'en')) {
    const value = cardinals.indexOf(tokens[from]?.text ?? '') + 1;
    if (value === 0) break;
    items.push({ kind: 'ordinal', text: String(value) });
    next = from + 1;
  }
  return items.length > 0 ? { items, start: at, next } : undefined;
}

/** Article 12(2)(3), Article 12 (2)(a): the part and the point, or the lettered subpoint, in brackets behind the number. */
function readBracketed(tokens: readonly Token[], at: number): StepRead | undefined {
  const [before, open, inner] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!isMark(open, '(') || !isMark(tokens[at + 2], ')') || (open?.spaced && before?.kind !== 'number'))
    return undefined;
  const letter = inner?.kind === 'word' ? cyrillicLetter(inner.text) : undefined;
  const number = inner?.kind === 'number' ? inner.text : letter;
  const isBehind = before?.kind === 'number' || isMark(before, ')');
  if (number === undefined || !isBehind || (letter !== undefined && open?.spaced)) return undefined;
  const noun = unitNoun('en', letter !== undefined ? 'subpoint' : before?.kind === 'number' ? 'part' : 'point');
  const list = moreBracketed(tokens, {
    items: [{ kind: inner?.kind === 'number' ? 'number' : 'letter', text: number }],
    start: at,
    next: at + 3,
  });
  return (
    noun && {
      step: {
        level: noun.level,
        noun,
        numbers: namesOf(list.items, noun),
        start: at,
        next: list.next,
        weak: true,
        counted: 'bracket',
      },
    }
  );
}

/** Article 5(1), (2) and (4); Article 5(1)–(3); Article 5(2)(a) and (b). */
function moreBracketed(tokens: readonly Token[], list: NumberList): NumberList {
  const [first] = list.items;
  const items = [...list.items];
  let { next } = list;
  for (;;) {
    const isRange = isDash(tokens[next]) || isHyphen(tokens[next]) || isRangeWord(tokens[next]);
    const at = isRange ? next + 1 : separatorEnd(tokens, next, 'en');
    const inner = at === undefined ? undefined : tokens[at + 1];
    if (at === undefined || !isMark(tokens[at], '(') || !isMark(tokens[at + 2], ')')) break;
    const text = inner?.kind === 'word' ? cyrillicLetter(inner.text) : inner?.text;
    const last = items.at(-1);
    if (text === undefined || !last || (inner?.kind === 'number') !== (first?.kind === 'number')) break;
    if (isRange) items[items.length - 1] = { ...last, to: text };
    else items.push({ kind: last.kind, text });
    next = at + 3;
  }
  return { items, start: list.start, next };
}

/** «пункт в статье»: a bare letter is a word of its own unless quotes, a bracket or an English subpoint say otherwise. */
function isLetterSure(tokens: readonly Token[], list: NumberList, noun: UnitNoun, language: Language): boolean {
  if (list.items[0]?.kind !== 'letter') return true;
  const isBare = tokens[list.start]?.kind === 'word' && !isMark(tokens[list.next - 1], ')');
  return !isBare || (language === 'en' && noun.level === 'subpoint');
}

/** пункта 1) части 2: the bracket belongs to the number when the chain goes on after it. */
function pastBracket(tokens: readonly Token[], list: NumberList, language: Language): number {
  const after = tokens[list.next + 1];
  const isLink = language === 'en' && after?.text === 'of' && !isBracketed(tokens, list.start);
  const goesOn = nounAt(tokens, list.next + 1, language) !== undefined || isLink;
  const follows = isMark(tokens[list.next], ')') && goesOn;
  return follows && list.items[0]?.kind === 'number' ? list.next + 1 : list.next;
}

/** Article 5 (part 1, point 2) of: whether a bracket was opened shortly before and is still open, so that the next one closes it. */
function isBracketed(tokens: readonly Token[], at: number): boolean {
  const nearest = tokens.slice(Math.max(0, at - 40), at).findLast((token) => isMark(token, '()'));
  return isMark(nearest, '(');
}

/** третий абзац, the first and second paragraphs. */
function ordinalFirst(tokens: readonly Token[], at: number, language: Language): StepRead {
  if (!readOrdinal(tokens, at, language)) return { skip: 1 };
  const list = readNumbers(tokens, at, language);
  if (!list) return { skip: 1 };
  const noun = nounAt(tokens, list.next, language);
  if (!noun) return { skip: list.next - at };
  if (noun.level !== 'paragraph' && noun.level !== 'part') return { skip: 1 };
  const numbers = numbersOf(list.items, true);
  return {
    step: {
      ...{ level: noun.level, noun, numbers, start: at, next: list.next + 1 },
      ...{ weak: noun.level !== 'paragraph', counted: 'ordinal' },
    },
  };
}
