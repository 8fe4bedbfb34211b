import { wordClass } from './find-words.ts';

/*
 * Takes a regular expression apart, so that `find-regex.ts` can run it in time that grows only with the length of the text.
 * The browser's own engine checks the spelling first and decides what one character class matches; here is only the structure.
 * What needs looking back (references to groups) or looking around has no such structure and is refused.
 */

/** Matches one character. */
export type CharacterTest = (codePoint: number) => boolean;

export type Edge = 'start' | 'end' | 'word' | 'not-word';

export type RegexNode =
  | { readonly type: 'character'; readonly test: CharacterTest }
  | { readonly type: 'sequence'; readonly items: readonly RegexNode[] }
  | { readonly type: 'choice'; readonly options: readonly RegexNode[] }
  | {
      readonly type: 'repeat';
      readonly item: RegexNode;
      readonly min: number;
      /** May be infinite. */
      readonly max: number;
      readonly isLazy: boolean;
    }
  /** `index` is absent for a group that takes nothing. */
  | { readonly type: 'group'; readonly item: RegexNode; readonly index?: number }
  | { readonly type: 'edge'; readonly edge: Edge };

/** Why an expression is not run: its spelling is wrong, it needs what is not offered, or it is too long. */
export type RegexProblem = 'invalid-expression' | 'unsupported-expression' | 'long-expression';

const longestSource = 1000;

/** The tree of an expression, or the code of what is wrong with it. */
export function parseRegex(source: string, matchCase: boolean): RegexNode | RegexProblem {
  if (source.length > longestSource) return 'long-expression';
  try {
    new RegExp(source, 'u');
  } catch {
    return 'invalid-expression';
  }
  const reader: Reader = { source, at: 0, groups: 0, flags: matchCase ? 'u' : 'iu' };
  try {
    return readChoice(reader);
  } catch (problem) {
    if (problem instanceof Unsupported) return 'unsupported-expression';
    throw problem;
  }
}

class Unsupported extends Error {}

interface Reader {
  readonly source: string;
  at: number;
  groups: number;
  readonly flags: string;
}

function readChoice(reader: Reader): RegexNode {
  const options = [readSequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    options.push(readSequence(reader));
  }
  const [only] = options;
  return only && options.length === 1 ? only : { type: 'choice', options };
}

function readSequence(reader: Reader): RegexNode {
  const items: RegexNode[] = [];
  while (reader.at < reader.source.length && !/[|)]/.test(reader.source[reader.at] ?? '')) {
    items.push(readRepeated(reader));
  }
  return { type: 'sequence', items };
}

const quantifier = /(?:[*+?]|\{(\d+)(,)?(\d*)\})(\??)/y;

function readRepeated(reader: Reader): RegexNode {
  const item = readAtom(reader);
  quantifier.lastIndex = reader.at;
  const found = quantifier.exec(reader.source);
  if (!found) return item;
  reader.at = quantifier.lastIndex;
  return { type: 'repeat', item, ...timesOf(found), isLazy: found[4] === '?' };
}

function timesOf([written = '', least, comma, most]: RegExpExecArray): { readonly min: number; readonly max: number } {
  const unbounded = Number.POSITIVE_INFINITY;
  if (written.startsWith('*')) return { min: 0, max: unbounded };
  if (written.startsWith('+')) return { min: 1, max: unbounded };
  if (written.startsWith('?')) return { min: 0, max: 1 };
  const min = Number(least);
  if (!comma) return { min, max: min };
  return { min, max: most ? Number(most) : unbounded };
}

function readAtom(reader: Reader): RegexNode {
  const letter = reader.source[reader.at];
  switch (letter) {
    case '(':
      return readGroup(reader);
    case '^':
    case '$':
      reader.at += 1;
      return { type: 'edge', edge: letter === '^' ? 'start' : 'end' };
    case '[':
      return character(reader, readClass(reader));
    case '\\':
      return readEscape(reader);
    default: {
      const whole = String.fromCodePoint(reader.source.codePointAt(reader.at) ?? 0);
      reader.at += whole.length;
      return character(reader, whole);
    }
  }
}

const groupStart = /\((?:\?(?:(:)|<([\p{L}_$][\p{L}\p{N}_$]*)>))?/uy;

function readGroup(reader: Reader): RegexNode {
  groupStart.lastIndex = reader.at;
  const [written = '', silent] = groupStart.exec(reader.source) ?? [];
  reader.at += written.length;
  // What still begins with a question mark looks around or changes the flags.
  if (reader.source[reader.at] === '?') throw new Unsupported();
  if (!silent) reader.groups += 1;
  const index = reader.groups;
  const item = readChoice(reader);
  reader.at += 1;
  return { type: 'group', item, ...(!silent && { index }) };
}

/** The class as it is written, with our own idea of a word's letters in place of `\w`. */
function readClass(reader: Reader): string {
  let end = reader.at + 1;
  while (reader.source[end] !== ']') end += reader.source[end] === '\\' ? 2 : 1;
  const written = reader.source.slice(reader.at, end + 1);
  reader.at = end + 1;
  if (/(?<!\\)(?:\\\\)*\\W/.test(written)) throw new Unsupported();
  return written.replace(/(?<!\\)((?:\\\\)*)\\w/g, `$1${wordClass}_`);
}

const escapePattern = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|.)/uy;

function readEscape(reader: Reader): RegexNode {
  escapePattern.lastIndex = reader.at;
  const [written = ''] = escapePattern.exec(reader.source) ?? [];
  reader.at += written.length;
  if (/^\\[1-9k]/.test(written)) throw new Unsupported();
  switch (written) {
    case '\\b':
      return { type: 'edge', edge: 'word' };
    case '\\B':
      return { type: 'edge', edge: 'not-word' };
    case '\\w':
      return character(reader, `[${wordClass}_]`);
    case '\\W':
      return character(reader, `[^${wordClass}_]`);
    default:
      return character(reader, written);
  }
}

function character({ flags }: Reader, source: string): RegexNode {
  const expression = new RegExp(`^${source}$`, flags);
  const known = new Map<number, boolean>();
  const test = (codePoint: number): boolean => {
    let fits = known.get(codePoint);
    if (fits === undefined) {
      fits = expression.test(String.fromCodePoint(codePoint));
      known.set(codePoint, fits);
    }
    return fits;
  };
  return { type: 'character', test };
}
