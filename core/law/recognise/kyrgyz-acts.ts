import type { ActIndex } from '../acts.ts';
import { findAct, hasTitle } from './act-lookup.ts';
import { type ActMention, kyrgyzPieces, pastSpace, type ReadPieces, readPieces } from './act-mention.ts';
import { type ActNoun, actNoun, standsAlone } from './act-nouns.ts';
import { foldWord } from './tokens.ts';
import { unitNoun } from './unit-nouns.ts';

/** Where a Kyrgyz name of an act can begin: a quoted title, the state, a date, «ушул», or the noun of an act itself. */
const beginning =
  /[«“„"]|(?<!\p{L})(?:Кыргыз\s+Республикасынын|КР(?:нын)?(?!\p{L})|СССРдин|ушул(?!\p{L})|\d{4}\s?-\s?ж|\d{1,2}\s+[а-я]+\s+\d{4}|(?:мыйзам|кодекс|конституция)\p{L}*)/giu;
const word = /(?:конституциялык\s+)?(\p{L}[\p{L}\u00ad]*)/iuy;
/** The words of a code's name before its noun. */
const codeName = /((?:\p{L}[\p{L}-]*\s+){0,6}?)(кодекс\p{L}*)/iuy;

/** The acts that a Kyrgyz text names, in order, without overlap. The quoted title stands first, the noun with its case last. */
export function kyrgyzActs(text: string, index: ActIndex): readonly ActMention[] {
  const mentions: ActMention[] = [];
  beginning.lastIndex = 0;
  for (let match = beginning.exec(text); match; match = beginning.exec(text)) {
    const mention = mentionAt(text, match.index, match[0], index);
    if (!mention) continue;
    mentions.push(mention);
    beginning.lastIndex = Math.max(mention.end, match.index + 1);
  }
  return mentions;
}

function mentionAt(text: string, start: number, begins: string, index: ActIndex): ActMention | undefined {
  if (/^ушул$/iu.test(begins)) return ownAt(text, start, start + begins.length);
  if (/^(?:мыйзам|кодекс|конституция)/iu.test(begins)) return bareNoun(text, start, begins, index);
  const pieces = readPieces(text, start, kyrgyzPieces);
  const at = pastSpace(text, pieces.end);
  const code = pieces.owned && pieces.title === undefined ? codeAt(text, at) : undefined;
  const noun = code ?? nounAt(text, at);
  if (noun && pieces.end > start) return namedAct(start, pieces, noun, index);
  if (pieces.date === undefined || pieces.number === undefined) return undefined;
  return described({ start, end: pieces.end }, pieces, { types: [], cases: [] }, index);
}

interface NounAt extends ActNoun {
  readonly end: number;
  /** A code's name. */
  readonly name?: string;
}

function nounAt(text: string, at: number): NounAt | undefined {
  word.lastIndex = at;
  const match = word.exec(text);
  const noun = match && actNoun('ky', foldWord(match[1] ?? ''));
  return noun ? { ...noun, end: at + match[0].length } : undefined;
}

function codeAt(text: string, at: number): NounAt | undefined {
  codeName.lastIndex = at;
  const match = codeName.exec(text);
  const noun = match && actNoun('ky', foldWord(match[2] ?? ''));
  return noun ? { ...noun, end: at + match[0].length, ...(match[1] ? { name: match[0] } : {}) } : undefined;
}

function namedAct(start: number, pieces: ReadPieces, noun: NounAt, index: ActIndex): ActMention | undefined {
  const isBare = pieces.title === undefined && pieces.date === undefined && pieces.number === undefined;
  if (isBare && noun.name === undefined && !standsAlone(noun)) return undefined;
  const title = pieces.title ?? noun.name;
  return described(
    { start, end: noun.end },
    { ...pieces, ...(title === undefined ? {} : { title }) },
    noun,
    index,
    pieces.title,
  );
}

function described(
  place: { readonly start: number; readonly end: number },
  pieces: ReadPieces,
  noun: ActNoun,
  index: ActIndex,
  quoted = pieces.title,
): ActMention {
  const { title, date, number } = pieces;
  const description = { types: noun.types, ...given({ title, date, number }) };
  return { ...place, ...given({ act: findAct(index, description), date, number, title: quoted, case: noun.cases[0] }) };
}

/** Leaves out what is not known, for exact optional fields. */
export function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** ушул Мыйзамдын, ушул берененин. */
function ownAt(text: string, start: number, from: number): ActMention | undefined {
  const at = pastSpace(text, from);
  word.lastIndex = at;
  const match = word.exec(text);
  const folded = foldWord(match?.[1] ?? '');
  const noun = actNoun('ky', folded);
  const unit = noun ? undefined : unitNoun('ky', folded);
  if (!match || (!noun && !unit)) return undefined;
  const cases = noun?.cases ?? unit?.cases ?? [];
  return { start, end: at + match[0].length, own: unit?.level ?? 'law', ...given({ case: cases[0] }) };
}

/** A name without quotes and state: Жазык кодексинин, Конституциянын, … жөнүндө Мыйзамдын. The title is sought in the words before. */
function bareNoun(text: string, at: number, written: string, index: ActIndex): ActMention | undefined {
  const noun = actNoun('ky', foldWord(written));
  if (!noun) return undefined;
  const place = { end: at + written.length };
  if (standsAlone(noun)) {
    const act = findAct(index, { types: noun.types });
    return { start: at, ...place, ...given({ act, case: noun.cases[0] }) };
  }
  const isCode = noun.types.includes('code');
  for (const { start, words } of windowsBefore(text, at)) {
    const title = isCode ? `${words} ${written}` : words;
    const known = isCode ? findAct(index, { types: noun.types, title }) : titledLaw(index, noun, title);
    if (known && isCode && isCut(text, start, words)) return undefined;
    if (known) return { start, ...place, act: known, ...given({ case: noun.cases[0] }) };
  }
  return undefined;
}

/** Административдик укук бузуулар жөнүндө кодекс: the words before a topic belong to it, so that another act is meant. */
function isCut(text: string, start: number, words: string): boolean {
  const before = /(\p{L}+)\s+$/u.exec(text.slice(Math.max(0, start - 60), start))?.[1];
  const isTopic = /(?<!\p{L})жөнүндө$/u.test(words) && /^\p{Ll}/u.test(words);
  return isTopic && before !== undefined && !/^(?:Республикасынын|КР|КРнын)$/iu.test(before);
}

function titledLaw(index: ActIndex, noun: ActNoun, title: string): string | undefined {
  return hasTitle(index, title) ? findAct(index, { types: noun.types, title }) : undefined;
}

const longestTitle = 400;

/** The words before a place, shortest window first, within the sentence; at most two dozen words. */
function windowsBefore(text: string, at: number): readonly { readonly start: number; readonly words: string }[] {
  const from = Math.max(0, at - longestTitle);
  const near = text.slice(from, at);
  const before = near.slice([...near].findLastIndex((letter) => '.;:!?«»"“”\n'.includes(letter)) + 1);
  const starts = [...before.matchAll(/(?<![\p{L}\d-])[\p{L}\d]/gu)].map(({ index }) => index);
  return starts
    .toReversed()
    .slice(0, 24)
    .map((index) => ({ start: at - before.length + index, words: before.slice(index).trim() }));
}
