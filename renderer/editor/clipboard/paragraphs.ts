import type { TextRun } from '../../../core/draft/types.ts';
import type { LeftOut, Look } from './look.ts';

/** A paragraph as it was copied, before anybody asks what it means. */
export interface PastedParagraph {
  readonly runs: readonly TextRun[];
  /** Level of a heading, 1 outermost. */
  readonly heading?: number;
  /** What a list of Word's prints before it, such as `1)`; it is no part of the text. */
  readonly marker?: string;
  /** How deep in a list, 1 outermost; with `isCounted` where the list counts. */
  readonly depth?: number;
  readonly isCounted?: true;
  readonly place?: TablePlace;
}

/** Where in a table: 0-based, tables counted through the paste. */
export interface TablePlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** What did not come along, counted: pictures, and stretches of text. */
export type LeftCounts = Readonly<Record<LeftOut | 'pictures', number>>;

export type ParagraphShape = Omit<PastedParagraph, 'runs' | 'marker'>;

/** Gathers text into paragraphs. */
export class ParagraphBuilder {
  readonly paragraphs: PastedParagraph[] = [];
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

  add(text: string, look: Look): void {
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

  private addRun(text: string, { bold, italic, superscript }: Look): void {
    const last = this.runs.at(-1);
    const isOpen = last ? !last.text.endsWith(' ') : false;
    const own = isOpen ? text : text.replace(/^ +/u, '');
    if (own === '') return;
    this.length += own.length;
    const marks = { ...(bold && { bold }), ...(italic && { italic }), ...(superscript && { superscript }) } as const;
    if (last && sameMarks(last, marks)) this.runs[this.runs.length - 1] = { ...last, text: last.text + own };
    else this.runs.push({ ...marks, text: own });
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

function sameMarks(a: TextRun, b: Omit<TextRun, 'text'>): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.superscript === b.superscript;
}

/** Letters that no eye sees: soft hyphens, joiners, byte order marks, and signs that turn the direction of the line. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]/gu;

function tidied(text: string, look: Look): string {
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
