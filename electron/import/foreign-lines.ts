import type { ImportLimits } from '../../core/base/limits.ts';
import {
  type ForeignComment,
  type ForeignParagraph,
  ParagraphBuilder,
  type ParagraphShape,
} from '../../core/draft/foreign-paragraphs.ts';
import type { UnitKind } from '../../core/draft/types.ts';
import type { CommentWords } from './docx-comments.ts';
import type { LeftOut } from './left-out.ts';
import type { ParagraphStyle, RunLook, TextSink } from './lines.ts';
import { Refused } from './refused.ts';

/** The styles of our own documents: what was exported comes back as what it was. */
const ownStyles: Readonly<Record<string, UnitKind>> = {
  Title: 'title',
  LawPreamble: 'preamble',
  LawPart: 'part',
  LawPoint: 'point',
  LawSubpoint: 'subpoint',
  LawParagraph: 'paragraph',
  DrafterNote: 'note',
  SignatureBlock: 'signature',
};

/** Words that every document of ours has and that are no part of the draft. */
const ownWords = new Set(['DraftMark', 'LawHeading', 'UnofficialNotice', 'ColumnName']);

/** UTF-16 code units of the words that a comment stood on. */
const longestQuote = 2_000;

function isCommentId(id: string): boolean {
  return /^\d{1,12}$/u.test(id);
}

/** Gathers runs of text into the paragraphs of a draft, whatever the format. Its tables stay what they are. */
export class ForeignBuilder implements TextSink {
  private readonly builder = new ParagraphBuilder();
  private readonly limits: ImportLimits;
  private readonly leftOut: LeftOut;
  /** For each open row, outermost first, the cell that is read: 0-based. */
  private readonly open: number[] = [];
  private table = -1;
  private row = -1;
  private inTable = false;
  private passed: 'toc' | 'own-words' | undefined;
  private isPassed = false;
  private isOwn = false;
  private length = 0;
  /** Ids of the comments that lie on what is read now. */
  private readonly remarked = new Set<string>();
  private readonly quotes = new Map<string, string>();
  private said: readonly CommentWords[] = [];
  centered = false;
  footnote = false;

  constructor(limits: ImportLimits, leftOut: LeftOut) {
    this.limits = limits;
    this.leftOut = leftOut;
  }

  add(text: string, { bold, raised, italic = false, blank = false }: RunLook): void {
    if (text === '') return;
    if (this.passed) {
      this.isPassed ||= text.trim() !== '';
      return;
    }
    if (this.open.length === 0 && text.trim() !== '') this.inTable = false;
    this.length += text.length;
    if (this.length > this.limits.line) throw new Refused('too-large');
    this.quote(text);
    this.builder.add(text, {
      comments: [...this.remarked],
      bold,
      italic,
      superscript: raised,
      blank,
      left: undefined,
      isMarker: false,
      isSpacing: false,
    });
  }

  /** Words are quoted as they are read: a comment on a label alone keeps them too. */
  private quote(text: string): void {
    for (const id of this.remarked) {
      const before = this.quotes.get(id) ?? '';
      if (before.length < longestQuote) this.quotes.set(id, before + text);
    }
  }

  remark(id: string, edge: 'start' | 'end' | 'here'): void {
    if (!isCommentId(id)) return;
    if (edge === 'start') this.remarked.add(id);
    else if (edge === 'end') this.remarked.delete(id);
    else if (!this.quotes.has(id)) this.builder.comment(id);
  }

  remarks(comments: readonly CommentWords[]): void {
    this.said = comments.filter(({ id }) => isCommentId(id));
  }

  /** The comments with the words that they stood on. */
  comments(): readonly ForeignComment[] {
    return this.said.map((one) => ({ ...one, quote: (this.quotes.get(one.id) ?? '').trim().slice(0, longestQuote) }));
  }

  label(label: string): void {
    this.quote(`${label} `);
    if (this.passed) return;
    const look = { bold: false, italic: false, superscript: false, left: undefined, isMarker: true, isSpacing: false };
    this.builder.add(label, look);
  }

  become(shape: ParagraphShape): void {
    this.builder.become(shape);
  }

  style({ id, name, outline }: ParagraphStyle): void {
    this.isOwn = Object.hasOwn(ownStyles, id);
    if (/^toc (?:\d|heading)/iu.test(name)) this.passed = 'toc';
    else if (ownWords.has(id)) this.passed = 'own-words';
    const kind = this.isOwn ? ownStyles[id] : undefined;
    const level = /^heading ([1-9])$/iu.exec(name)?.[1];
    const heading = level === undefined ? outline : Number(level) - 1;
    this.become({ ...(kind && { kind }), ...(!kind && heading !== undefined && { heading: heading + 1 }) });
  }

  noteNumber(number: string): void {
    this.add(number, { bold: false, raised: true });
  }

  end(wrapped = false): void {
    // A provision of ours stays one, however many lines it has.
    if (wrapped && this.isOwn) {
      this.add(' ', { bold: false, raised: false });
      return;
    }
    this.isOwn &&= wrapped;
    if (this.passed && this.isPassed) this.leftOut.add(this.passed);
    this.isPassed = false;
    const column = this.open[0];
    if (column !== undefined) this.become({ place: { table: this.table, row: this.row, column } });
    this.builder.end();
    this.length = 0;
    if (this.builder.paragraphs.length > this.limits.lines) throw new Refused('too-many');
    if (wrapped) return;
    this.passed = undefined;
    this.builder.reset();
  }

  startTable(): void {
    this.end();
    if (this.open.length === 0) this.inTable = false;
  }

  startRow(): void {
    this.end();
    if (this.open.length === 0) {
      if (!this.inTable) {
        this.table += 1;
        this.row = -1;
      }
      this.inTable = true;
      this.row += 1;
    }
    this.open.push(0);
  }

  endCell(): void {
    this.end();
    const inner = this.open.length - 1;
    if (inner >= 0) this.open[inner] = (this.open[inner] ?? 0) + 1;
  }

  endRow(): void {
    this.end();
    this.open.pop();
  }

  finish(): readonly ForeignParagraph[] {
    this.open.length = 0;
    this.end();
    return this.builder.paragraphs;
  }
}
