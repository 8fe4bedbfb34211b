import type { Language } from '../../base/language.ts';
import { cyrillicLetter, cyrillicLetters } from '../../languages/subpoint-letters.ts';
import { readOrdinal } from './ordinals.ts';
import { isDash, isHyphen, isMark, type Token } from './tokens.ts';
import { unitNoun } from './unit-nouns.ts';

/** One written number: digits with what was inserted (`5-1`), a Roman number, a letter, or an ordinal word as digits. */
export interface ListItem {
  readonly kind: 'number' | 'roman' | 'letter' | 'ordinal';
  readonly text: string;
  /** The end of a range written with a dash or "to". */
  readonly to?: string;
}

/** A list of numbers in the tokens. */
export interface NumberList {
  /** Never empty. */
  readonly items: readonly ListItem[];
  /** Tokens, `next` exclusive. */
  readonly start: number;
  readonly next: number;
}

const joiners: Readonly<Record<Language, ReadonlySet<string>>> = {
  ky: new Set(['жана', 'менен', 'же']),
  ru: new Set(['и', 'или']),
  en: new Set(['and', 'or']),
};

/** After these a number counts things or days and belongs to no list of provisions. */
const counted =
  /^(?:январ|феврал|март|апрел|ма[йя]$|июн|июл|август|сентябр|октябр|ноябр|декабр|год|лет$|дн|день|месяц|час(?:$|[ао])|сом|процент|тысяч|миллион|расчет|рабоч|календар|кв$|м$|janua|febru|march|april|may$|june|july|august|septem|octob|novem|decem|years?$|months?$|days?$|hours?$|soms?$|per$|percent)/;

export function isJoiner(token: Token | undefined, language: Language): boolean {
  return token?.kind === 'word' && joiners[language].has(token.text);
}

/**
 * Reads a list of numbers that begins at a token: `5`, `5-1`, `1, 2 и 5-1`, `1–3`, `«а», «б»`, `I`, `экинчи, үчүнчү`. One pass, no
 * backing up: a hostile line of a thousand numbers costs a thousand steps.
 */
export function readNumbers(tokens: readonly Token[], at: number, language: Language): NumberList | undefined {
  const first = readSpan(tokens, at, language);
  if (!first || isCounted(tokens, first, language)) return undefined;
  const items = [first.item];
  let next = first.next;
  for (;;) {
    const after = separatorEnd(tokens, next, language);
    const more = after === undefined ? undefined : readSpan(tokens, after, language);
    if (!more || !alike(first.item, more.item) || isCounted(tokens, more, language)) break;
    if (closesAside(tokens, next, more) || opensAside(tokens, more.next, language)) break;
    items.push(more.item);
    next = more.next;
  }
  return { items, start: at, next };
}

/** статьи 3 (часть 1), 5 и 6: a bracket that only one number has closes words put aside, and the list with them. */
function closesAside(tokens: readonly Token[], at: number, more: ReadItem): boolean {
  return more.item.kind === 'number' && isMark(tokens[at], ')') && !isMark(tokens[more.next], ')');
}

/** Articles 5, 6(2); статьи 5, 6 (часть 2): what a bracket adds is said of the number before it alone. */
export function opensAside(tokens: readonly Token[], at: number, language: Language): boolean {
  if (!isMark(tokens[at], '(')) return false;
  const [inner, close] = [tokens[at + 1], tokens[at + 2]];
  if (language === 'en' && isMark(close, ')')) return inner?.kind === 'number' || /^\p{L}$/u.test(inner?.text ?? '');
  const noun = language === 'ky' ? pastNumber(tokens, at + 1) : at + 1;
  const word = tokens[noun];
  return word?.kind === 'word' && unitNoun(language, word.text) !== undefined;
}

/** Kyrgyz: 1-бөлүгү, 1 жана 2-бөлүктөрү: past numbers and their signs, a few of them. */
function pastNumber(tokens: readonly Token[], at: number): number {
  let next = at;
  const isSign = (token: Token | undefined) => isHyphen(token) || isMark(token, ',') || isJoiner(token, 'ky');
  while (next - at < 12 && (tokens[next]?.kind === 'number' || isSign(tokens[next]))) next += 1;
  return next > at ? next : -1;
}

function isCounted(tokens: readonly Token[], read: ReadItem, language: Language): boolean {
  if (language === 'en' && isAmount(tokens, read)) return true;
  const word = tokens[read.next];
  return language !== 'ky' && read.item.kind === 'number' && word?.kind === 'word' && counted.test(word.text);
}

/** Article 10, 20,000 soms: digits in groups are a sum, unless they are numbers of articles told without a space. */
function isAmount(tokens: readonly Token[], { item, next }: ReadItem): boolean {
  const [comma, group, unit] = tokens.slice(next, next + 3);
  const isGroup = isMark(comma, ',') && !comma?.spaced && group?.kind === 'number' && !group.spaced;
  if (item.kind !== 'number' || !isGroup || group.text.length !== 3) return false;
  return group.text === '000' || (unit?.kind === 'word' && counted.test(unit.text));
}

function alike(a: ListItem, b: ListItem): boolean {
  return (
    a.kind === b.kind || (a.kind !== 'ordinal' && b.kind !== 'ordinal' && a.kind !== 'roman' && b.kind !== 'roman')
  );
}

/** Past a comma or a joining word; `3- жана 6-бөлүк` leaves a hyphen hanging before it. */
export function separatorEnd(tokens: readonly Token[], at: number, language: Language): number | undefined {
  let next = at;
  if (isMark(tokens[next], ')') && (isMark(tokens[next + 1], ',') || isJoiner(tokens[next + 1], language))) next += 1;
  if (isHyphen(tokens[next]) && (isMark(tokens[next + 1], ',') || isJoiner(tokens[next + 1], language))) next += 1;
  if (isMark(tokens[next], ',')) return isJoiner(tokens[next + 1], language) ? next + 2 : next + 1;
  return isJoiner(tokens[next], language) ? next + 1 : undefined;
}

interface ReadItem {
  readonly item: ListItem;
  readonly next: number;
}

function readSpan(tokens: readonly Token[], at: number, language: Language): ReadItem | undefined {
  const between = language === 'ru' ? readFromTo(tokens, at) : undefined;
  const from = between ?? readItem(tokens, at, language);
  if (!from || between) return from;
  // подпункты 1)–3): each number of the range has its bracket.
  const isClosed = from.item.kind === 'number' && isMark(tokens[from.next], ')');
  const signAt = isClosed ? from.next + 1 : from.next;
  const sign = tokens[signAt];
  const isRange =
    isDash(sign) ||
    (isHyphen(sign) && (sign?.spaced === true || isClosed || from.item.kind === 'ordinal')) ||
    (language === 'en' && isRangeWord(sign));
  const to = isRange ? readItem(tokens, signAt + 1, language) : undefined;
  if (!to || to.item.kind !== from.item.kind) return from;
  return { item: { ...from.item, to: to.item.text }, next: to.next };
}

/** Articles 3 to 5, Articles 3 through 5. */
export function isRangeWord(token: Token | undefined): boolean {
  return token?.text === 'to' || token?.text === 'through';
}

/** статьи с 3 по 5. */
function readFromTo(tokens: readonly Token[], at: number): ReadItem | undefined {
  const first = tokens[at]?.text === 'с' ? readItem(tokens, at + 1, 'ru') : undefined;
  const last = first && tokens[first.next]?.text === 'по' ? readItem(tokens, first.next + 1, 'ru') : undefined;
  if (!first || last?.item.kind !== first.item.kind) return undefined;
  return { item: { ...first.item, to: last.item.text }, next: last.next };
}

function readItem(tokens: readonly Token[], at: number, language: Language): ReadItem | undefined {
  const token = tokens[at];
  const ordinal = readOrdinal(tokens, at, language);
  if (ordinal) return { item: { kind: 'ordinal', text: String(ordinal.value) }, next: ordinal.next };
  if (token?.kind === 'number') return isPartOfNumber(tokens, at) ? undefined : readDigits(tokens, at, token.text);
  if (token?.kind === 'word') return readLetters(tokens, at, token);
  if (language === 'en' && isMark(token, '(')) return readTransliterated(tokens, at);
  return readQuoted(tokens, at, language);
}

/** 33.2, Article 9 bis: the digits alone would name another unit, and what the whole names the text does not tell. */
function isPartOfNumber(tokens: readonly Token[], at: number): boolean {
  const isPoint = (point: number): boolean =>
    isMark(tokens[point], '.') &&
    tokens[point - 1]?.kind === 'number' &&
    tokens[point + 1]?.kind === 'number' &&
    !tokens[point]?.spaced &&
    !tokens[point + 1]?.spaced;
  return isPoint(at - 1) || isPoint(at + 1) || /^(?:bis|ter|quater)$/.test(tokens[at + 1]?.text ?? '');
}

/** (b) “б”: the letter that the act prints, after the English one; (b) alone stands for the act's б. */
function readTransliterated(tokens: readonly Token[], at: number): ReadItem | undefined {
  const letter = tokens[at + 1];
  if (letter?.kind !== 'word' || !isMark(tokens[at + 2], ')')) return undefined;
  if (isRoman(tokens, at)) return undefined;
  const text = cyrillicLetter(letter.text);
  return readQuoted(tokens, at + 3, 'en') ?? (text ? { item: { kind: 'letter', text }, next: at + 3 } : undefined);
}

/** (i) and (ii), (v) to (vii): Roman numbers, though the first would be a letter by itself. */
function isRoman(tokens: readonly Token[], at: number): boolean {
  if (!/^[ivx]$/.test(tokens[at + 1]?.text ?? '')) return false;
  const next = isRangeWord(tokens[at + 3]) || isDash(tokens[at + 3]) || isHyphen(tokens[at + 3]) ? at + 4 : undefined;
  const after = next ?? separatorEnd(tokens, at + 3, 'en') ?? -1;
  return isMark(tokens[after], '(') && /^[ivx]{2,}$/.test(tokens[after + 1]?.text ?? '');
}

function readQuoted(tokens: readonly Token[], at: number, language: Language): ReadItem | undefined {
  const quoted = isMark(tokens[at], '«"“„') ? tokens[at + 1] : undefined;
  const isLetter = quoted?.kind === 'word' && /^\p{L}{1,2}$/u.test(quoted.text) && isMark(tokens[at + 2], '»"”“');
  if (!isLetter) return undefined;
  const text = (language === 'en' ? cyrillicLetter(quoted.text) : undefined) ?? quoted.text;
  return { item: { kind: 'letter', text }, next: at + 3 };
}

function readDigits(tokens: readonly Token[], at: number, digits: string): ReadItem {
  let text = digits;
  let next = at + 1;
  for (;;) {
    const number = tokens[next + 1];
    if (!isHyphen(tokens[next]) || tokens[next]?.spaced || number?.kind !== 'number' || number.spaced) break;
    text += `-${number.text}`;
    next += 2;
  }
  return { item: { kind: 'number', text }, next };
}

const romanShape = /^(?=.)(?:x{0,3})(?:ix|iv|v?i{0,3})$/;
const cyrillicRoman: Readonly<Record<string, string>> = { х: 'x', у: 'i', с: 'c', м: 'm' };

function readLetters(tokens: readonly Token[], at: number, token: Token): ReadItem | undefined {
  const latin = [...token.text].map((letter) => cyrillicRoman[letter] ?? letter).join('');
  if (romanShape.test(latin)) return { item: { kind: 'roman', text: latin.toUpperCase() }, next: at + 1 };
  if (!/^\p{L}$/u.test(token.text)) return undefined;
  // ст. 12, ч. 3: the beginning of the next place.
  if (isMark(tokens[at + 1], '.') && (tokens[at + 2]?.kind === 'number' || isMark(tokens[at + 3], '.')))
    return undefined;
  const next = isMark(tokens[at + 1], ')') ? at + 2 : at + 1;
  return { item: { kind: 'letter', text: token.text }, next };
}

/** More than any act has on one level; a longer range is a slip. */
const longestRange = 200;

/**
 * The numbers that a list names. A hyphen alone is a range after a plural noun (4-6-пункттар) and an inserted unit after a singular
 * one (172-2-статья); where the form does not tell, a rise is a range. A list that would fall back is one of inserted units.
 */
export function numbersOf(items: readonly ListItem[], plural: boolean | undefined): readonly string[] {
  const expanded = items.flatMap((item) => expand(item, plural));
  const rises = expanded.every((number, i) => i === 0 || Number(number) > Number(expanded[i - 1]));
  const hyphens = items.filter(({ text }) => text.includes('-')).length;
  if (rises || hyphens < 2) return expanded;
  return items.flatMap((item) => (item.to === undefined ? [item.text] : expand(item, plural)));
}

function expand({ text, to }: ListItem, plural: boolean | undefined): readonly string[] {
  if (to !== undefined) return rangeOf(text, to) ?? [text, to];
  const inserted = plural === true ? /^((\d+)-\d+)-(\2-\d+)$/.exec(text) : null;
  if (inserted) return rangeOf(inserted[1] ?? '', inserted[3] ?? '') ?? [text];
  const [from, last, ...more] = text.split('-');
  if (plural === false || from === undefined || last === undefined || more.length > 0) return [text];
  return rangeOf(from, last) ?? [text];
}

/** 1–3, «а» – «в»; of inserted units 5-1 – 5-4. */
function rangeOf(from: string, to: string): readonly string[] | undefined {
  const inserted = /^(.+-)(\d+)$/.exec(from);
  if (inserted?.[1] && to.startsWith(inserted[1])) {
    return rangeOf(inserted[2] ?? '', to.slice(inserted[1].length))?.map((last) => inserted[1] + last);
  }
  const letters = [from, to].map((letter) => (letter.length === 1 ? cyrillicLetters.indexOf(letter) : -1));
  const [start = -1, end = -1] = letters;
  if (start >= 0 && end > start) return [...cyrillicLetters.slice(start, end + 1)];
  const first = Number(from);
  const last = Number(to);
  if (!(last > first) || last - first > longestRange) return undefined;
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}
