/** A word in a text. */
export interface PlacedWord {
  readonly text: string;
  /** UTF-16 code units, 0-based; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** What a word is made of, for a character class: letters of every alphabet, their combining marks, digits. */
export const wordClass = '\\p{L}\\p{M}\\p{N}';

const words = new RegExp(`[${wordClass}]+`, 'gu');
const endsInWord = new RegExp(`[${wordClass}]$`, 'u');
const beginsWithWord = new RegExp(`^[${wordClass}]`, 'u');

/** The words of a text in order. JavaScript's own `\b` knows Latin letters alone. */
export function wordsOf(text: string): readonly PlacedWord[] {
  return [...text.matchAll(words)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

/** Whether a word begins or ends at the offset. */
export function isWordEdge(text: string, offset: number): boolean {
  return isWordBefore(text, offset) !== isWordAfter(text, offset);
}

/** Whether a word goes on from before the offset to behind it. */
export function isInsideWord(text: string, offset: number): boolean {
  return isWordBefore(text, offset) && isWordAfter(text, offset);
}

/** Two code units are enough to look at: no letter needs more. */
function isWordBefore(text: string, offset: number): boolean {
  return endsInWord.test(text.slice(Math.max(0, offset - 2), offset));
}

function isWordAfter(text: string, offset: number): boolean {
  return beginsWithWord.test(text.slice(offset, offset + 2));
}

/** Spaces that do not break and hyphens that do not break, as ordinary ones: people type these. Keeps the length. */
export function foldSpaces(text: string): string {
  return text.replace(/[\u00a0\u2007\u2009\u202f]/g, ' ').replaceAll('\u2011', '-');
}

/** Small letters, one for one, so that offsets stay: a capital whose small form is longer stays as it is. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/[\s\S]/g, (letter) => {
    const small = letter.toLowerCase();
    return small.length === 1 ? small : letter;
  });
}
