import { fetches } from './docx-dropped.ts';
import type { DocxNumbering } from './docx-numbering.ts';
import type { DocxStyles } from './docx-styles.ts';
import type { LeftOut } from './left-out.ts';
import type { TextSink } from './lines.ts';
import { fetchingField } from './rtf-words.ts';

interface Look {
  bold: boolean;
  italic: boolean;
  raised: boolean;
  blank: boolean;
  hidden: boolean;
}

const plain: Look = { bold: false, italic: false, raised: false, blank: false, hidden: false };

/** The notes that the text calls, in its order: `footnote 3` has which number. */
export type NoteCalls = Map<string, string>;

/** Where a story goes and what it needs of the other parts. */
interface Surroundings {
  readonly lines: TextSink;
  readonly numbering: DocxNumbering;
  readonly styles: DocxStyles;
  readonly leftOut: LeftOut;
  readonly calls: NoteCalls;
}

/** What other hands did in the text. */
const changes = { del: 'deletions', moveFrom: 'deletions', ins: 'insertions', moveTo: 'insertions' } as const;
/** Looks that a draft has not. */
const lostLooks: Readonly<Record<string, 'strikes' | 'underlines'>> = {
  strike: 'strikes',
  dstrike: 'strikes',
  u: 'underlines',
};

/** What another version of Word would draw instead, and how something looked before a change. */
function isPassed(full: string, prefix: string): boolean {
  return full === 'mc:Choice' || (full.endsWith('PrChange') && full.startsWith(prefix));
}

/** The text of one part. What another version of Word would draw instead (mc:Choice) and what was deleted or moved away is passed over. */
export class Story {
  private readonly prefix: string;
  private readonly around: Surroundings;
  private readonly lines: TextSink;
  private look: Look = plain;
  private inText = false;
  private inRun = false;
  /** Inside the properties of a paragraph or a run, where a change is one of the mark or the look. */
  private inProperties = 0;
  private passed = 0;
  private number: string | undefined;
  private depth: number | undefined;
  private styleId: string | undefined;
  private outline: number | undefined;
  private begun = true;
  /** Of the note that begins. */
  private noteNumber: string | undefined;
  private inInstruction = false;
  /** The look that a stretch lost, until the look ends. */
  private losing: string | undefined;

  constructor(prefix: string, around: Surroundings) {
    this.prefix = prefix;
    this.around = around;
    this.lines = around.lines;
  }

  open(full: string, attributes: ReadonlyMap<string, string>): void {
    if (isPassed(full, this.prefix)) this.passed += 1;
    if (full === 'm:oMath' && this.passed === 0) this.around.leftOut.add('formulas');
    const name = this.local(full);
    if (name !== undefined && Object.hasOwn(changes, name)) this.change(name as keyof typeof changes, attributes);
    if (name === undefined || this.passed > 0) return;
    if (/^(?:p|r|tr|tc|tbl|sect)Pr$/.test(name)) this.inProperties += 1;
    this.structure(name, attributes);
    this.format(name, attributes.get(`${this.prefix}:val`));
  }

  close(full: string): void {
    const name = this.local(full);
    if (isPassed(full, this.prefix) || name === 'moveFrom' || name === 'del') this.passed -= 1;
    if (name === undefined || this.passed > 0) return;
    if (/^(?:p|r|tr|tc|tbl|sect)Pr$/.test(name)) this.inProperties -= 1;
    if (name === 't') this.inText = false;
    else if (name === 'instrText') this.inInstruction = false;
    else if (name === 'r') this.inRun = false;
    else if (name === 'p') this.lines.end();
    else if (name === 'tc') this.lines.endCell();
    else if (name === 'tr') this.lines.endRow();
  }

  text(text: string): void {
    if (this.inText && this.passed === 0) this.put(text);
    else if (this.inInstruction && fetchingField.test(text)) this.around.leftOut.add('external');
  }

  /** An insertion is taken as accepted; what was deleted or moved away is passed over. */
  private change(name: keyof typeof changes, attributes: ReadonlyMap<string, string>): void {
    if (this.passed === 0 && this.inProperties === 0) {
      this.around.leftOut.add(changes[name], 1, attributes.get(`${this.prefix}:author`));
    }
    if (changes[name] === 'deletions') this.passed += 1;
  }

  private local(full: string): string | undefined {
    return full.startsWith(`${this.prefix}:`) ? full.slice(this.prefix.length + 1) : undefined;
  }

  private structure(name: string, attributes: ReadonlyMap<string, string>): void {
    switch (name) {
      case 'p':
        this.lines.end();
        this.lines.centered = false;
        this.number = undefined;
        this.depth = undefined;
        this.styleId = undefined;
        this.outline = undefined;
        this.begun = false;
        break;
      case 'tbl':
        this.lines.startTable();
        break;
      case 'tr':
        this.lines.startRow();
        break;
      case 'r':
        this.inRun = true;
        this.look = { ...plain };
        this.losing = undefined;
        break;
      case 't':
        this.inText = true;
        break;
      case 'instrText':
        this.inInstruction = true;
        break;
      case 'fldSimple':
        if (fetches(attributes)) this.around.leftOut.add('external');
        break;
      case 'commentRangeStart':
        this.remark('start', attributes);
        break;
      case 'commentRangeEnd':
        this.remark('end', attributes);
        break;
      case 'commentReference':
        this.remark('here', attributes);
        break;
      case 'altChunk':
        this.around.leftOut.add('chunks');
        break;
      case 'footnoteReference':
      case 'endnoteReference':
        this.callNote(`${name.slice(0, -9)} ${attributes.get(`${this.prefix}:id`)}`);
        break;
      case 'footnote':
      case 'endnote':
        this.beginNote(`${name} ${attributes.get(`${this.prefix}:id`)}`);
        break;
      case 'tab':
        if (this.inRun) this.put(' ');
        break;
      case 'br':
      case 'cr':
        this.lines.end(true);
        break;
      case 'noBreakHyphen':
        this.put('-');
        break;
      case 'softHyphen':
        this.put('\u00ad');
        break;
    }
  }

  private remark(edge: 'start' | 'end' | 'here', attributes: ReadonlyMap<string, string>): void {
    this.lines.remark?.(attributes.get(`${this.prefix}:id`) ?? '', edge);
  }

  private callNote(id: string): void {
    const { calls, leftOut } = this.around;
    const number = calls.get(id) ?? String(calls.size + 1);
    calls.set(id, number);
    leftOut.add('footnotes');
    this.begin();
    this.lines.noteNumber(number);
  }

  private beginNote(id: string): void {
    const number = this.around.calls.get(id);
    this.lines.end();
    this.noteNumber = number;
  }

  private format(name: string, value: string | undefined): void {
    const isOn = value !== '0' && value !== 'false';
    if (this.inRun) this.runFormat(name, value, isOn);
    else if (name === 'jc') this.lines.centered = value === 'center';
    else if (name === 'pStyle') this.styleId = value;
    else if (name === 'outlineLvl') this.outline = Number(value) < 9 ? Number(value) : undefined;
    else if (name === 'numId') this.number = value;
    else if (name === 'ilvl') this.depth = Math.min(8, Math.max(0, Number(value) || 0));
  }

  private runFormat(name: string, value: string | undefined, isOn: boolean): void {
    if (name === 'rStyle') this.runStyle(value ?? '');
    else if (name === 'b') this.look.bold = isOn;
    else if (name === 'i') this.look.italic = isOn;
    else if (name === 'vanish') this.look.hidden = isOn;
    else if (name === 'vertAlign') this.look.raised = value === 'superscript';
    else if (Object.hasOwn(lostLooks, name) && isOn && value !== 'none') this.lose(name);
  }

  private runStyle(id: string): void {
    const { bold = false, italic = false } = this.around.styles.of(id);
    Object.assign(this.look, { bold, italic, blank: id === 'Blank' });
  }

  private lose(name: string): void {
    const kind = lostLooks[name];
    if (kind && !this.look.blank) this.losing = kind;
  }

  /** The first words of a paragraph: now all is known of what it is. */
  private begin(): void {
    if (this.begun) return;
    this.begun = true;
    const { styles, numbering } = this.around;
    const style = this.styleId === undefined ? undefined : styles.of(this.styleId);
    const outline = this.outline ?? style?.outline;
    if (style) this.lines.style({ id: style.id, name: style.name, ...(outline !== undefined && { outline }) });
    else if (outline !== undefined) this.lines.become({ heading: outline + 1 });
    const number = this.number ?? style?.list;
    const depth = this.depth ?? style?.depth ?? 0;
    const label = number === undefined || number === '0' ? '' : numbering.next(number, depth);
    if (label !== '') this.lines.label(label, this.look);
    if (this.noteNumber !== undefined) this.lines.noteNumber(`${this.noteNumber} `);
    this.noteNumber = undefined;
  }

  private put(text: string): void {
    if (this.look.hidden) {
      if (text.trim() !== '') this.around.leftOut.add('hidden');
      return;
    }
    this.begin();
    if (this.losing && text.trim() !== '') this.around.leftOut.add(this.losing as 'strikes' | 'underlines');
    this.losing = undefined;
    this.lines.add(text, this.look);
  }
}
