import type { Notice } from '../base/notice.ts';
import { type CommentMark, commentMarksOf } from './text.ts';
import type { CommentMessage, TextRun, UnitKind } from './types.ts';

/** How a stretch of foreign text looks, as far as a law has a use for it. */
export interface ForeignLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly superscript: boolean;
  /** A blank that our own document marked. */
  readonly blank?: boolean;
  /** Not shown where it comes from, or no part of the text there. */
  readonly left: LeftOut | undefined;
  /** Printed number or bullet of an item of a list of Word's, which is no text there either. */
  readonly isMarker: boolean;
  /** Spaces that Word writes as no-break ones so that HTML keeps their number. */
  readonly isSpacing: boolean;
  /** Ids of the comments that lie on it, as its file has them. */
  readonly comments?: readonly string[];
}

/** What is left out of foreign text and told. */
export type LeftOut = 'hidden' | 'deleted' | 'remarks';

/** A paragraph as it was copied or read from a file, before anybody asks what it means. */
export interface ForeignParagraph {
  readonly runs: readonly TextRun[];
  /** What it is by a style that our own documents have; the words behind its number alone tell more. */
  readonly kind?: UnitKind;
  /** Level of a heading, 1 outermost. */
  readonly heading?: number;
  /** What a list of Word's prints before it, such as `1)`; it is no part of the text. */
  readonly marker?: string;
  /** How deep in a list, 1 outermost; with `isCounted` where the list counts. */
  readonly depth?: number;
  readonly isCounted?: true;
  readonly place?: TablePlace;
}

/** Where in a table: 0-based, tables counted through the whole. */
export interface TablePlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** What did not come along, counted: pictures, and stretches of text. */
export type LeftCounts = Readonly<Record<LeftOut | 'pictures', number>>;

/** What a paragraph is, without its words. */
export type ParagraphShape = Omit<ForeignParagraph, 'runs' | 'marker'>;

/** A comment of a file with its answers; the runs that it lies on carry `c_<id>`. */
export interface ForeignComment {
  /** As its file has it. */
  readonly id: string;
  readonly resolved: boolean;
  /** In order of writing; never empty. `at` is empty where the file gives no date. */
  readonly messages: readonly CommentMessage[];
  /** The words that it stood on; empty where it stood on none that came along. */
  readonly quote: string;
}

/** What was read of a file that a person puts into a draft. */
export interface ForeignText {
  readonly paragraphs: readonly ForeignParagraph[];
  /** What did not come along or came along in another way, with its count; their sentences are in `import.json`. */
  readonly notices: readonly Notice[];
  /** What others remarked on its words, in the order of the file; absent where nobody did. */
  readonly comments?: readonly ForeignComment[];
}

/** Gathers text into paragraphs. */
export class ParagraphBuilder {
  readonly paragraphs: ForeignParagraph[] = [];
  readonly left: Record<LeftOut | 'pictures', number> = { hidden: 0, deleted: 0, remarks: 0, pictures: 0 };
  private runs: TextRun[] = [];
  private marker = '';
  private shape: ParagraphShape = {};
  private isLeaving: LeftOut | undefined;
  length = 0;

  /** What the paragraph is, as far as the elements that open before its text tell. */
  become(shape: ParagraphShape): void {
    this.shape = { ...this.shape, ...shape };
  }

  add(text: string, look: ForeignLook): void {
    if (look.left) {
      // One stretch is one thing left out, however many pieces it is written in.
      if (text.trim() !== '' && this.isLeaving !== look.left) {
        this.left[look.left] += 1;
        this.isLeaving = look.left;
      }
      return;
    }
    const tidy = tidied(text, look);
    if (tidy.trim() !== '') this.isLeaving = undefined;
    if (look.isMarker) this.marker += tidy;
    else if (tidy !== '') this.addRun(tidy, look);
  }

  private addRun(text: string, look: ForeignLook): void {
    const { bold, italic, blank, comments = [] } = look;
    const last = this.runs.at(-1);
    // «5¹-берене»: as a mark the raised digit would be lost with the label that it belongs to.
    if (look.superscript && /^\d+$/u.test(text) && numberSoFar.test(this.textSoFar())) {
      this.addRun(raised(text), { ...look, superscript: false });
      return;
    }
    const { superscript } = look;
    const isOpen = last ? !last.text.endsWith(' ') : false;
    const own = isOpen ? text : text.replace(/^ +/u, '');
    if (own === '') return;
    this.length += own.length;
    const marks = {
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...(superscript && { superscript }),
      ...(blank && { blank }),
      ...marksOf(comments),
    } as const;
    if (last && sameMarks(last, marks)) this.runs[this.runs.length - 1] = { ...last, text: last.text + own };
    else this.runs.push({ ...marks, text: own });
  }

  /** A comment that stands at a place and not on words lies on the words before it in its paragraph. */
  comment(id: string): void {
    this.runs = this.runs.map((run) => ({ ...run, ...marksOf([id]) }));
  }

  private textSoFar(): string {
    return this.runs.length > 3 ? '' : this.runs.map(({ text }) => text).join('');
  }

  end(): void {
    const runs = trimmed(this.runs);
    const marker = this.marker.trim();
    this.runs = [];
    this.marker = '';
    if (runs.length > 0) this.paragraphs.push({ ...this.shape, ...(marker !== '' && { marker }), runs });
  }

  /** The next paragraph has no look of this one. */
  reset(): void {
    this.shape = {};
  }
}

const numberSoFar = /^(?:\p{L}+\s+)?\d+$/u;
const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Raised digits as signs of their own, so that 5¹ stays apart from 51. */
export function raised(text: string): string {
  return text.replace(/\d/gu, (digit) => raisedDigits[Number(digit)] ?? digit);
}

function marksOf(comments: readonly string[]): Record<CommentMark, true> {
  return Object.fromEntries(comments.map((id) => [`c_${id}`, true]));
}

function sameMarks(a: TextRun, b: Omit<TextRun, 'text'>): boolean {
  const isLook = a.bold === b.bold && a.italic === b.italic && a.superscript === b.superscript && a.blank === b.blank;
  const [own, other] = [commentMarksOf(a), commentMarksOf({ ...b, text: '' })];
  return isLook && own.length === other.length && own.every((mark) => other.includes(mark));
}

/** Letters that no eye sees: soft hyphens, joiners, byte order marks, and signs that turn the direction of the line. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]/gu;

function tidied(text: string, look: ForeignLook): string {
  const seen = cleanText(text);
  const spaced = look.isSpacing ? seen.replace(/\u00a0/gu, ' ') : seen;
  return spaced.replace(/[ \t\r\n\f\v\u2000-\u2006\u2008-\u200a\u2028\u2029]+/gu, ' ');
}

/** Without what nobody sees; a letter and its accent typed apart are one letter. */
export function cleanText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be found.
  const plain = text.replace(unseen, '').replace(/[\u0000-\u0008\u000e-\u001f\u007f]/gu, '');
  return plain
    .toWellFormed()
    .normalize('NFC')
    .replace(/\u2010/gu, '-');
}

/** Indents and trailing spaces are layout, no-break ones too. */
function trimmed(runs: readonly TextRun[]): readonly TextRun[] {
  const rest = [...runs];
  for (let first = rest[0]; first; first = rest[0]) {
    const text = first.text.trimStart();
    if (text !== '') {
      rest[0] = { ...first, text };
      break;
    }
    rest.shift();
  }
  for (let last = rest.at(-1); last; last = rest.at(-1)) {
    const text = last.text.trimEnd();
    if (text !== '') {
      rest[rest.length - 1] = { ...last, text };
      break;
    }
    rest.pop();
  }
  return rest;
}
