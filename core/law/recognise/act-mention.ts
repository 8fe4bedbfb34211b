import type { ActId, GrammaticalCase } from '../../draft/types.ts';
import type { PinpointLevel } from '../pinpoint.ts';
import { datePatterns, readWrittenDate } from './written-date.ts';

/** An act, or the text's own law or unit, where it is named in a text. Offsets are UTF-16 code units; `end` is exclusive. */
export interface ActMention {
  readonly start: number;
  readonly end: number;
  readonly act?: ActId;
  /** «ушул Мыйзам», «настоящая статья»: the text's own law or a unit that encloses it. */
  readonly own?: 'law' | PinpointLevel;
  /** ISO. */
  readonly date?: string;
  readonly number?: string;
  /** A quoted title, as written. */
  readonly title?: string;
  /** Absent where the form does not tell. */
  readonly case?: GrammaticalCase;
  /** English: a resolution or decree, whose numbered paragraphs are what the other languages call points. */
  readonly byPoints?: true;
  /** The short name that the words give the act, as written: (мындан ары – …), (далее – …). */
  readonly gives?: string;
  /** The short name, in the nominative, by which the act is named here. */
  readonly short?: string;
}

/** The pieces of an act's name that were read at a place in the text. */
export interface ReadPieces {
  readonly title?: string;
  readonly date?: string;
  readonly number?: string;
  /** State or body was named. */
  readonly owned: boolean;
  readonly end: number;
}

const quoted = /[«“„"]((?:[^«»“”„"]|«[^«»]{1,300}»){3,700}?)[»”“"]/uy;
const number = /(?:№|(?:N[o°]?|No|номери)(?![\p{L}])\.?)\s*(\d+(?:-(?:\d+|[IVXLCХІСМ]+))*)/iuy;

/** How a language writes the pieces; each pattern is sticky. */
export interface PieceGrammar {
  readonly date: RegExp;
  /** The state and the body whose act it is. */
  readonly owner: RegExp;
}

export const kyrgyzPieces: PieceGrammar = {
  date: new RegExp(`(${datePatterns.ky}|${datePatterns.ru}|${datePatterns.figures})`, 'iuy'),
  owner:
    /(?:Кыргыз\s+Республикасы(?:нын)?|КРнын|КР|СССРдин|Жогорку\s+Ке[ңњн]еши(?:нин)?|[ӨЈО]кмөтүнүн|Министрлер\s+[Кк]абинетинин|Президентинин|(?:[\p{L}-]+\s+){1,7}?(?:министрлигинин|кызматынын|комитетинин|агенттигинин|прокуратурасынын))(?!\p{L})/iuy,
};
export const russianPieces: PieceGrammar = {
  date: new RegExp(`(?:от\\s*)?(${datePatterns.ru}|${datePatterns.ky}|${datePatterns.figures})`, 'iuy'),
  owner:
    /(?:Кыргызской\s+Республики|КР|СССР|Правительства|Кабинета\s+Министров|Жогорку\s+Кенеша|Президента|(?:Министерства|Министра|Генеральной\s+прокуратуры|Государственн(?:ого|ой)\s+(?:комитета|службы|агентства|инспекции))(?:\s+(?!Кыргызской|КР|от\s|об?\s)[\p{L}-]+){0,9}?(?=\s+(?:Кыргызской|КР|от|об?|[«"№])|[,.;)]|$))(?!\p{L})/iuy,
};
export const englishPieces: PieceGrammar = {
  date: new RegExp(`(?:of\\s+|dated\\s+)?(${datePatterns.en}|${datePatterns.figures})`, 'iuy'),
  owner:
    /(?:of\s+)?(?:the\s+)?(?:Kyrgyz\s+Republic|KR|USSR|Government|Cabinet\s+of\s+Ministers|Jogorku\s+Kenesh|President|Ministry\s+of(?:\s+(?!the\s)[\p{L}-]+){1,6}?(?=\s+(?:of\s+(?:the|\d)|dated|No|[“"])))(?!\p{L})/iuy,
};

const space = /[\s\u00ad]*/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export function pastSpace(text: string, at: number): number {
  return at + (matchAt(space, text, at)?.[0].length ?? 0);
}

/** Reads the pieces of an act's name one after another, in any order, each at most once; `end` stands after the last. */
export function readPieces(text: string, from: number, grammar: PieceGrammar): ReadPieces {
  let pieces: ReadPieces = { owned: false, end: from };
  for (;;) {
    const at = pastSpace(text, pieces.end);
    const next = readPiece(text, at, grammar, pieces);
    if (!next) return pieces;
    pieces = next;
  }
}

function readPiece(text: string, at: number, grammar: PieceGrammar, read: ReadPieces): ReadPieces | undefined {
  const owner = matchAt(grammar.owner, text, at);
  if (owner) return { ...read, owned: true, end: at + owner[0].length };
  const title = read.title === undefined ? matchAt(quoted, text, at) : null;
  if (title) return { ...read, title: title[1] ?? '', end: at + title[0].length };
  const date = read.date === undefined ? matchAt(grammar.date, text, at) : null;
  const iso = date ? readWrittenDate(date[1] ?? '') : undefined;
  if (date && iso) return { ...read, date: iso, end: at + date[0].length };
  const written = read.number === undefined ? matchAt(number, text, at) : null;
  if (written) return { ...read, number: latinNumber(written[1] ?? ''), end: at + written[0].length };
  return undefined;
}

/** Roman parts in Latin letters, whichever alphabet they were typed in. */
export function latinNumber(written: string): string {
  const latin: Readonly<Record<string, string>> = { Х: 'X', І: 'I', С: 'C', М: 'M', х: 'X', і: 'I', с: 'C', м: 'M' };
  return written.replace(/[ХІСМхісм]/g, (letter) => latin[letter] ?? letter);
}
