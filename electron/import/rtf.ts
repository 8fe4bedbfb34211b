import type { ImportLimits } from '../../core/base/limits.ts';
import type { LeftOut } from './left-out.ts';
import type { TextSink } from './lines.ts';
import { Refused } from './refused.ts';
import { type CommentPart, isCommentPart, RtfComments } from './rtf-comments.ts';
import { charsetEncodings, codePage, fetchingField, signWords, skippedDestinations, toldWords } from './rtf-words.ts';

interface Group {
  skip: boolean;
  /** Inside a header, a footer or a remark, whose words do not come along and whose objects are told all the same. */
  aside: 'margin' | 'remark' | undefined;
  /** Inside what was told already, as the picture of an object is, or what a field is made of. */
  isTold: boolean;
  /** Whose words are gathered for a comment. */
  comment: CommentPart | undefined;
  bold: boolean;
  italic: boolean;
  raised: boolean;
  hidden: boolean;
  /** By a tracked change; told once for a stretch. */
  deleted: boolean;
  footnote: boolean;
  /** How many characters stand for a `\u` in readers that do not know it. */
  unicodeSkip: number;
  encoding: string;
}

/** Reads an RTF file; false when it is none. Objects, pictures and links are passed over and never followed. */
export function readRtf(bytes: Uint8Array, limits: ImportLimits, leftOut: LeftOut, lines: TextSink): boolean {
  const source = new TextDecoder('latin1').decode(bytes);
  const isRtf = source.startsWith('{\\rtf');
  if (isRtf) new RtfWalk(source, limits, leftOut, lines).run();
  return isRtf;
}

const token = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([\da-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/y;

class RtfWalk {
  private readonly lines: TextSink;
  private readonly groups: Group[] = [];
  private group: Group = {
    skip: false,
    aside: undefined,
    isTold: false,
    comment: undefined,
    bold: false,
    italic: false,
    raised: false,
    hidden: false,
    deleted: false,
    footnote: false,
    unicodeSkip: 1,
    encoding: 'windows-1252',
  };
  private readonly charsets = new Map<number, string>();
  private currentFont = -1;
  /** Characters still to be passed over after a `\u`. */
  private pending = 0;
  private atDestination = false;
  private inFontTable = 0;
  private inRow = false;
  private bytes: number[] = [];
  private readonly source: string;
  private readonly limits: ImportLimits;
  private readonly leftOut: LeftOut;
  private readonly comments: RtfComments;
  /** Inside what a field is made of. */
  private inInstruction = false;
  /** The words of a header are told once. */
  private hasMarginWords = false;

  constructor(source: string, limits: ImportLimits, leftOut: LeftOut, lines: TextSink) {
    this.leftOut = leftOut;
    this.source = source;
    this.limits = limits;
    this.lines = lines;
    this.comments = new RtfComments(lines, limits);
  }

  run(): void {
    token.lastIndex = 0;
    for (let match = token.exec(this.source); match; match = token.exec(this.source)) {
      const [whole, word, parameter, hex, sign, brace, text] = match;
      if (hex !== undefined) this.byte(Number.parseInt(hex, 16));
      else {
        if (text === undefined || !/^[\r\n]+$/.test(whole)) this.flush();
        if (word !== undefined) this.control(word, parameter === undefined ? undefined : Number(parameter));
        else if (sign !== undefined) this.symbol(sign);
        else if (brace !== undefined) this.brace(brace);
        else if (text !== undefined) this.plain(text);
      }
      if (word === 'bin')
        token.lastIndex += Math.max(0, Math.min(Number(parameter ?? 0), this.source.length - token.lastIndex));
      this.atDestination = brace === '{' || (this.atDestination && sign === '*');
    }
    this.flush();
    this.comments.finish();
  }

  private brace(brace: string): void {
    if (brace === '{') {
      this.groups.push({ ...this.group });
      if (this.groups.length > this.limits.groups) throw new Refused('too-deep');
      return;
    }
    const outer = this.groups.pop();
    if (this.inFontTable > this.groups.length) this.inFontTable = 0;
    if (!outer) return;
    const { comment } = this.group;
    if (comment && comment !== outer.comment) this.comments.end(comment, outer.aside === undefined && !outer.skip);
    if (this.group.footnote && !outer.footnote) {
      this.lines.end();
      this.lines.footnote = false;
    }
    this.group = outer;
  }

  private symbol(sign: string): void {
    if (sign === '*' && this.atDestination) this.group.skip = true;
    else if (sign === '~') this.put('\u00a0');
    else if (sign === '_') this.put('-');
    else if (sign === '-') this.put('\u00ad');
    else if (sign === '\\' || sign === '{' || sign === '}') this.put(sign);
    else if (sign === '\n' || sign === '\r') this.lines.end();
  }

  private control(word: string, parameter: number | undefined): void {
    if (word === 'fonttbl') this.inFontTable = this.groups.length;
    if (this.atDestination && skippedDestinations.has(word)) this.skip(word);
    if (word === 'itap' && (parameter ?? 0) > this.limits.tables) throw new Refused('too-deep');
    if (word === 'f') {
      this.font(parameter ?? 0);
      return;
    }
    if (word === 'fcharset' && this.inFontTable > 0) {
      this.fontCharset(parameter ?? 0);
      return;
    }
    if (word === 'ansicpg') this.group.encoding = codePage(parameter ?? 1252);
    if (word === 'uc') this.group.unicodeSkip = Math.max(0, Math.min(parameter ?? 1, 16));
    if (word === 'u' && parameter !== undefined) {
      this.unicode(parameter);
      return;
    }
    const written = signWords[word];
    if (written !== undefined) {
      this.put(written);
      return;
    }
    this.format(word, parameter);
  }

  /** A picture in two forms is one picture: `nonshppict` repeats what `shppict` holds. */
  private skip(word: string): void {
    const outer = this.groups.at(-1);
    // The group's own mark says that it may be passed over; whether it lies in one that is, the outer one says.
    const isMet = outer?.isTold === false && (!outer.skip || outer.aside !== undefined);
    if (isMet) this.tell(word);
    this.group.isTold ||= /^(?:object|pict|shppict|nonshppict|fldinst)$/.test(word);
    if (/^(?:header|footer)[lrf]?$/.test(word)) {
      this.group.aside = 'margin';
      this.hasMarginWords = false;
    } else if (word === 'annotation') this.group.aside = 'remark';
    this.inInstruction = word === 'fldinst';
    this.group.comment = isCommentPart(word) ? word : undefined;
    this.group.skip = true;
  }

  private tell(word: string): void {
    if (word === 'object') this.leftOut.add('embedded');
    else if (word === 'pict' || word === 'shppict') this.leftOut.add('images');
    else if (word === 'template') this.leftOut.add('external');
    else if (word === 'annotation' && !this.comments.areTaken) this.leftOut.add('comments');
  }

  private font(font: number): void {
    if (this.inFontTable > 0) this.currentFont = font;
    else this.group.encoding = this.charsets.get(font) ?? this.group.encoding;
  }

  private fontCharset(charset: number): void {
    const encoding = charsetEncodings[charset];
    if (encoding !== undefined) this.charsets.set(this.currentFont, encoding);
  }

  private format(word: string, parameter: number | undefined): void {
    if (this.group.comment && (word === 'par' || word === 'line')) this.comments.add(this.group.comment, '\n');
    if (this.group.skip) return;
    switch (word) {
      case 'par':
      case 'sect':
      case 'page':
        this.lines.end();
        return;
      case 'line':
        this.lines.end(true);
        return;
      case 'pard':
        this.lines.centered = false;
        return;
      case 'qc':
        this.lines.centered = true;
        return;
      case 'ql':
      case 'qj':
      case 'qr':
        this.lines.centered = false;
        return;
      case 'plain':
        Object.assign(this.group, { bold: false, italic: false, raised: false, hidden: false, deleted: false });
        return;
      default:
        this.runFormat(word, parameter);
        return;
    }
  }

  private runFormat(word: string, parameter: number | undefined): void {
    const isOn = parameter !== 0;
    if (word === 'b') this.group.bold = parameter !== 0;
    else if (word === 'i') this.group.italic = parameter !== 0;
    else if (word === 'super') this.group.raised = parameter !== 0;
    else if (word === 'nosupersub' || word === 'sub') this.group.raised = false;
    else if (word === 'v') this.group.hidden = parameter !== 0;
    else if (isOn && word in toldWords) this.change(word as keyof typeof toldWords);
    else if (word === 'trowd') this.row();
    else if (word === 'cell') this.lines.endCell();
    else if (word === 'row') this.endRow();
    else if (word === 'footnote') this.startFootnote();
  }

  /** What a draft has not is told; what another hand deleted is passed over too. */
  private change(word: keyof typeof toldWords): void {
    this.leftOut.add(toldWords[word]);
    if (word === 'deleted') this.group.deleted = true;
  }

  private row(): void {
    if (!this.inRow) this.lines.startRow();
    this.inRow = true;
  }

  private endRow(): void {
    this.lines.endRow();
    this.inRow = false;
  }

  private startFootnote(): void {
    this.lines.end();
    this.lines.footnote = true;
    this.group.footnote = true;
  }

  private unicode(parameter: number): void {
    this.pending = 0;
    this.put(String.fromCharCode(parameter < 0 ? parameter + 0x10000 : parameter & 0xffff));
    this.pending = this.group.unicodeSkip;
  }

  private plain(text: string): void {
    if (this.inInstruction && fetchingField.test(text)) this.leftOut.add('external');
    this.inInstruction &&= text.trim() === '';
    const rest = text.slice(this.pending);
    this.pending = Math.max(0, this.pending - text.length);
    this.put(rest, false);
  }

  private byte(byte: number): void {
    if (this.pending > 0) this.pending -= 1;
    else this.bytes.push(byte);
    if (this.bytes.length > this.limits.line) this.flush();
  }

  /** Bytes wait for their neighbours: in some code pages two make one letter. */
  private flush(): void {
    if (this.bytes.length === 0) return;
    const text = new TextDecoder(this.group.encoding).decode(Uint8Array.from(this.bytes));
    this.bytes = [];
    this.put(text);
  }

  /** A page number alone is nobody's text. */
  private margin(text: string): void {
    if (this.hasMarginWords || !/\p{L}{2}/u.test(text)) return;
    this.hasMarginWords = true;
    this.leftOut.add('margins');
  }

  private put(text: string, resets = true): void {
    if (resets) this.pending = 0;
    if (this.group.aside === 'margin' && !this.group.isTold) this.margin(text);
    if (this.group.comment) this.comments.add(this.group.comment, text);
    if (this.group.hidden && !this.group.skip && text.trim() !== '') this.leftOut.add('hidden');
    if (this.group.skip || this.group.hidden || this.group.deleted) return;
    this.lines.add(text, this.group);
  }
}
