import type { ImportLimits } from '../../core/base/limits.ts';
import { type ParagraphShape, raised as raisedDigits } from '../../core/draft/foreign-paragraphs.ts';
import type { OfficialLine } from '../../core/law/official-text/types.ts';
import type { CommentWords } from './docx-comments.ts';
import { Refused } from './refused.ts';

/** What a reader knows of a stretch of text. */
export interface RunLook {
  readonly bold: boolean;
  readonly raised: boolean;
  readonly italic?: boolean;
  /** A blank that our own document marked. */
  readonly blank?: boolean;
}

/** A paragraph's style in a Word file. */
export interface ParagraphStyle {
  readonly id: string;
  readonly name: string;
  /** Level of the outline, 0 outermost. */
  readonly outline?: number;
}

/** What the readers of the formats write to: the lines of an act, or the paragraphs of a draft. */
export interface TextSink {
  centered: boolean;
  footnote: boolean;
  add(text: string, look: RunLook): void;
  /** The number or sign that Word prints before the paragraph. */
  label(label: string, look: RunLook): void;
  /** What the paragraph is, as far as the elements around its text tell. */
  become(shape: ParagraphShape): void;
  style(style: ParagraphStyle): void;
  /** A comment of this id begins or ends here, or stands here; absent where comments are not taken. */
  remark?(id: string, edge: 'start' | 'end' | 'here'): void;
  /** What the comments say. */
  remarks?(comments: readonly CommentWords[]): void;
  /** The number of a note, where it is called and before its own text. */
  noteNumber(number: string): void;
  /** The paragraph ends; `wrapped` when by a break inside it. */
  end(wrapped?: boolean): void;
  startTable(): void;
  startRow(): void;
  endCell(): void;
  endRow(): void;
}

/** A row that is being read: at which line it began and at which each of its cells ended. */
interface OpenRow {
  readonly start: number;
  readonly cells: number[];
}

/** Gathers runs of text into the lines of an act, whatever the format. */
export class LineBuilder implements TextSink {
  private readonly lines: OfficialLine[] = [];
  private text = '';
  private allBold = true;
  private readonly rows: OpenRow[] = [];
  private readonly limits: ImportLimits;
  centered = false;
  footnote = false;

  constructor(limits: ImportLimits) {
    this.limits = limits;
  }

  /** Raised digits become superscript signs, so that 5¹ stays apart from 51. */
  add(text: string, { bold, raised }: RunLook): void {
    if (text === '') return;
    if (text.trim() !== '' && !bold) this.allBold = false;
    this.text += raised ? superscript(text) : text;
    if (this.text.length > this.limits.line) throw new Refused('too-large');
  }

  label(label: string, look: RunLook): void {
    this.add(`${label} `, look);
  }

  // What an act's parser tells from the words alone.
  become(): void {}
  style(): void {}
  noteNumber(): void {}
  startTable(): void {}

  end(wrapped = false): void {
    const { text, allBold } = this;
    this.text = '';
    this.allBold = true;
    if (text.trim() === '') return;
    this.lines.push({
      text,
      ...(allBold ? { bold: true } : {}),
      ...(this.centered ? { centered: true } : {}),
      ...(this.footnote ? { footnote: true } : {}),
      ...(wrapped ? { wrapped: true } : {}),
    });
    if (this.lines.length > this.limits.lines) throw new Refused('too-many');
  }

  startRow(): void {
    this.end();
    this.rows.push({ start: this.lines.length, cells: [] });
  }

  endCell(): void {
    this.end();
    this.rows.at(-1)?.cells.push(this.lines.length);
  }

  /**
   * Pages and offices lay out whole acts in tables. A row is one of a table only when two cells or more have text and each is short;
   * else its lines stay the paragraphs that they are.
   */
  endRow(): void {
    this.end();
    const row = this.rows.pop();
    if (!row) return;
    const cells = row.cells.map((end, i) =>
      this.lines.slice(i === 0 ? row.start : (row.cells[i - 1] ?? row.start), end),
    );
    const filled = cells.filter((cell) => cell.length > 0);
    const isRow =
      filled.length >= 2 && cells.every((cell) => cell.length <= longestCell && !cell.some((line) => line.row));
    if (!isRow || row.cells.at(-1) !== this.lines.length) return;
    const text = cells.map((cell) => cell.map((line) => line.text.replace(/\t/g, ' ')).join(' ')).join('\t');
    this.lines.length = row.start;
    this.lines.push({ text, row: true });
  }

  finish(): readonly OfficialLine[] {
    while (this.rows.length > 0) this.endRow();
    this.end();
    return this.lines;
  }
}

/** Lines of a cell of a real table; a column of layout has more. */
const longestCell = 12;

/** 5<sup>1-2</sup> reads 5¹⁻²; a raised word or footnote mark stays as it is. */
function superscript(text: string): string {
  if (!/^[\d.\s]+$/.test(text)) return text;
  return raisedDigits(text);
}
