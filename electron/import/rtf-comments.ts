import type { ImportLimits } from '../../core/base/limits.ts';
import type { CommentMessage } from '../../core/draft/types.ts';
import type { CommentWords } from './docx-comments.ts';
import type { TextSink } from './lines.ts';
import { Refused } from './refused.ts';

/*
 * The comments of an RTF file stand in its text: `atrfstart` and `atrfend` hold the number of a comment where its words begin and end,
 * `atnauthor` names who wrote it, and `annotation` after them has what it says, with its date and its number (`atnref`) inside. An answer has
 * `atnparent`: Word writes -1 in each that follows the comment it answers, others the number of that comment.
 */

/** Destinations of which a comment is made; their words are none of the document's. */
const parts = ['atrfstart', 'atrfend', 'atnauthor', 'annotation', 'atnref', 'atndate', 'atnparent'] as const;
export type CommentPart = (typeof parts)[number];

export function isCommentPart(word: string): word is CommentPart {
  return (parts as readonly string[]).includes(word);
}

/** Gathers the comments while the file is read, and tells the text where they stand. */
export class RtfComments {
  private readonly lines: TextSink;
  private readonly limits: ImportLimits;
  private readonly said = new Map<string, CommentMessage[]>();
  private readonly words = new Map<CommentPart, string>();
  private count = 0;
  /** The comment that the next answers may answer. */
  private last: string | undefined;
  /** Whether the text takes comments: that of an act does not. */
  readonly areTaken: boolean;

  constructor(lines: TextSink, limits: ImportLimits) {
    this.lines = lines;
    this.limits = limits;
    this.areTaken = lines.remark !== undefined && lines.remarks !== undefined;
  }

  add(part: CommentPart, text: string): void {
    if (!this.areTaken) return;
    const words = (this.words.get(part) ?? '') + text;
    // Cut, it would be somebody else's opinion.
    if (words.length > this.limits.remark) throw new Refused('too-large');
    this.words.set(part, words);
  }

  /** A destination ends. `hasPlace`: it stands in the text itself, and not in a header. */
  end(part: CommentPart, hasPlace: boolean): void {
    if (!this.areTaken) return;
    if (part === 'atrfstart' || part === 'atrfend') {
      const id = this.take(part).trim();
      if (hasPlace) this.lines.remark?.(id, part === 'atrfstart' ? 'start' : 'end');
    } else if (part === 'annotation') this.remark(hasPlace);
  }

  /** What the comments say, when the whole file was read. */
  finish(): void {
    if (!this.areTaken || this.said.size === 0) return;
    const threads = [...this.said].map(([id, messages]): CommentWords => ({ id, resolved: false, messages }));
    this.lines.remarks?.(threads);
  }

  private remark(hasPlace: boolean): void {
    this.count += 1;
    if (this.count > this.limits.comments) throw new Refused('too-many');
    const number = this.take('atnref').trim();
    // One without a number stands where its words do; Word counts from 0.
    const id = /^\d{1,9}$/u.test(number) ? number : String(1e9 + this.count);
    const author = this.take('atnauthor').trim().slice(0, this.limits.author);
    const message = { author, at: momentOf(this.take('atndate')), text: this.take('annotation').trim() };
    const parent = this.parentOf(this.take('atnparent').trim());
    const thread = this.said.get(parent ?? id);
    if (parent === undefined) this.last = id;
    if (!thread) this.said.set(id, [message]);
    else if (thread.length < this.limits.messages) thread.push(message);
    else this.said.set(String(2e9 + this.count), [message]);
    if (hasPlace && parent === undefined) this.lines.remark?.(id, 'here');
  }

  /** The comment that one answers; none where what it names has not been read. */
  private parentOf(named: string): string | undefined {
    const id = /^-\d+$/u.test(named) ? this.last : named;
    return id !== undefined && this.said.has(id) ? id : undefined;
  }

  private take(part: CommentPart): string {
    const words = this.words.get(part) ?? '';
    this.words.delete(part);
    return words;
  }
}

/** A date packed into one number, from the lowest bit: 6 of minutes, 5 of hours, 5 of the day, 4 of the month, 9 of the year from 1900. */
function momentOf(packed: string): string {
  const bits = Number(packed.trim());
  if (!Number.isInteger(bits) || bits === 0) return '';
  const part = (shift: number, length: number): number => (bits >>> shift) & ((1 << length) - 1);
  const [minutes, hours, day, month, year] = [part(0, 6), part(6, 5), part(11, 5), part(16, 4), part(20, 9)];
  if (minutes > 59 || hours > 23 || day < 1 || month < 1 || month > 12) return '';
  return new Date(Date.UTC(year + 1900, month - 1, day, hours, minutes)).toISOString();
}
