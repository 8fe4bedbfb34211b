/** A piece of running text. */
export interface Token {
  readonly kind: 'number' | 'word' | 'mark';
  /** A word in small letters without soft hyphens, Kyrgyz letters folded to о у н; a number with its superscript as `5-1`; a mark as it is. */
  readonly text: string;
  /** UTF-16 code units from the start of the text, 0-based; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const folds: Readonly<Record<string, string>> = { ө: 'о', ү: 'у', ң: 'н', ё: 'е', ѳ: 'о', њ: 'н', ј: 'о', і: 'у' };

/** Small letters, with о у н for ө ү ң: texts typed on a Russian keyboard, or in an old font, name the same provisions. */
export function foldWord(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/\u00ad/g, '')
    .replace(/[өүңёѳњјі]/g, (letter) => folds[letter] ?? letter);
}

/** Splits a text into numbers, words and single marks, in order. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(/\d+[⁰¹²³⁴⁵⁶⁷⁸⁹]*|[\p{L}\p{M}\u00ad]+|[^\s]/gu)) {
    const raw = match[0];
    const kind = /^\d/.test(raw) ? 'number' : /^[\p{L}\p{M}\u00ad]/u.test(raw) ? 'word' : 'mark';
    tokens.push({
      kind,
      text: kind === 'number' ? plainNumber(raw) : kind === 'word' ? foldWord(raw) : raw,
      start: match.index,
      end: match.index + raw.length,
      spaced: match.index > last,
    });
    last = match.index + raw.length;
  }
  return tokens;
}

/** 5¹ is the inserted article 5-1. */
function plainNumber(raw: string): string {
  const digits = raw.match(/^\d+/)?.[0] ?? '';
  const raised = [...raw.slice(digits.length)].map((sign) => superscripts.indexOf(sign)).join('');
  return raised === '' ? digits : `${digits}-${raised}`;
}

export function isHyphen(token: Token | undefined): boolean {
  return token?.kind === 'mark' && /^[-\u2010\u2011]$/.test(token.text);
}

export function isDash(token: Token | undefined): boolean {
  return token?.kind === 'mark' && /^[\u2012-\u2015\u2212]$/.test(token.text);
}

export function isMark(token: Token | undefined, marks: string): boolean {
  return token?.kind === 'mark' && marks.includes(token.text);
}
