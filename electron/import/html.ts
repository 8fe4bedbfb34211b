import type { ImportLimits } from '../../core/base/limits.ts';
import { type DecodedText, decodeText } from './encoding.ts';
import type { LeftOut } from './left-out.ts';
import type { TextSink } from './lines.ts';
import { readMarkup } from './markup.ts';

const blocks = new Set(
  'p div td th tr h1 h2 h3 h4 h5 h6 li ul ol table tbody thead tfoot section article header footer main nav aside body blockquote pre center form fieldset dl dt dd title caption'.split(
    ' ',
  ),
);
/** What brings a foreign file into a page. Scripts are in every page and hold no word of an act: nobody is told of them. */
const embedding = new Set(['iframe', 'object']);
const headings = /^h[1-6]$/;

/** Reads a saved page: a word-processor's HTML or the database's own. Scripts, styles and pictures are not read. */
export function readHtml(bytes: Uint8Array, limits: ImportLimits, leftOut: LeftOut, lines: TextSink): DecodedText {
  const decoded = decodeText(bytes, declaredEncoding(bytes));
  readMarkup(decoded.text, 'html', new Page(lines, leftOut), limits);
  return decoded;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  );
}

interface Element {
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly raised: boolean;
  /** Level of a heading; how deep in lists, of which the inmost counts or not. */
  readonly heading: number | undefined;
  readonly depth: number;
  readonly isCounted: boolean;
  readonly centered: boolean;
  readonly hidden: boolean;
  readonly pre: boolean;
  /** The number of a note that Word saved: where it is called, or before its own text. */
  readonly noteNumber: boolean;
  /** Within the notes that Word saved below the text. */
  readonly footnote: boolean;
}

class Page {
  private readonly elements: Element[] = [];
  private readonly lines: TextSink;
  private readonly leftOut: LeftOut;

  constructor(lines: TextSink, leftOut: LeftOut) {
    this.lines = lines;
    this.leftOut = leftOut;
  }

  skipped(name: string): void {
    if (embedding.has(name)) this.leftOut.add('embedded');
    else if (name === 'svg') this.leftOut.add('images');
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const parent = this.elements.at(-1);
    const style = attributes.get('style') ?? '';
    const isBlock = blocks.has(name);
    if (name === 'img') this.leftOut.add('images');
    else if (name === 'embed') this.leftOut.add('embedded');
    if (isBlock) this.lines.end();
    if (name === 'br') {
      this.lines.end(true);
      return;
    }
    if (name === 'table') this.lines.startTable();
    if (name === 'tr') this.lines.startRow();
    const centered =
      name === 'center' || /center/i.test(attributes.get('align') ?? '') || /text-align:\s*center/i.test(style);
    const element: Element = {
      name,
      bold: isBold(name, style) ?? parent?.bold ?? false,
      italic: isItalic(name, style) ?? parent?.italic ?? false,
      heading: headings.test(name) ? Number(name.slice(1)) : parent?.heading,
      depth: (parent?.depth ?? 0) + (name === 'ul' || name === 'ol' ? 1 : 0),
      isCounted: name === 'ol' || (name !== 'ul' && (parent?.isCounted ?? false)),
      raised: name === 'sup' || /vertical-align:\s*super/i.test(style) || (parent?.raised ?? false),
      centered: centered || (!/text-align:/i.test(style) && (parent?.centered ?? false)),
      hidden: (parent?.hidden ?? false) || name === 'del' || /display:\s*none/i.test(style) || name === 'head',
      pre: name === 'pre' || (parent?.pre ?? false),
      noteNumber: (name === 'a' && /^#_ftn/.test(attributes.get('href') ?? '')) || (parent?.noteNumber ?? false),
      footnote: /mso-element:\s*footnote(?!-)/i.test(style) || (parent?.footnote ?? false),
    };
    if (name === 'del' && !parent?.hidden) this.leftOut.add('deletions');
    else if (name === 'ins') this.leftOut.add('insertions');
    this.elements.push(element);
  }

  close(name: string): void {
    if (name === 'br') return;
    const element = this.elements.pop();
    const isBlock = blocks.has(name);
    if (!isBlock) return;
    this.lines.centered = element?.centered ?? false;
    this.lines.footnote = element?.footnote ?? false;
    if (name === 'td' || name === 'th') this.lines.endCell();
    else if (name === 'tr') this.lines.endRow();
    else this.lines.end();
    this.lines.centered = this.elements.at(-1)?.centered ?? false;
    this.lines.footnote = this.elements.at(-1)?.footnote ?? false;
  }

  text(text: string): void {
    const element = this.elements.at(-1);
    if (element?.hidden) {
      if (text.trim() !== '' && !this.elements.some(({ name }) => name === 'head' || name === 'del'))
        this.leftOut.add('hidden');
      return;
    }
    this.lines.centered = element?.centered ?? false;
    if (element?.noteNumber) {
      if (text.trim() !== '') this.lines.noteNumber(text.trim());
      return;
    }
    const { bold = false, italic = false, raised = false, heading, depth = 0, isCounted } = element ?? {};
    const look = { bold, italic, raised };
    if (text.trim() !== '') {
      const list = depth > 0 && { depth, ...(isCounted && { isCounted }) };
      this.lines.become({ ...(heading && { heading }), ...list });
    }
    if (!element?.pre) {
      this.lines.add(text.replace(/[ \t\r\n\f]+/g, ' '), look);
      return;
    }
    for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
      if (i > 0) this.lines.end(true);
      this.lines.add(line, look);
    }
  }
}

function isItalic(name: string, style: string): boolean | undefined {
  if (/font-style:\s*normal/i.test(style)) return false;
  return name === 'i' || name === 'em' || /font-style:\s*(?:italic|oblique)/i.test(style) || undefined;
}

function isBold(name: string, style: string): boolean | undefined {
  if (/font-weight:\s*(?:normal|400)/i.test(style)) return false;
  if (name === 'b' || name === 'strong' || name === 'th' || headings.test(name)) return true;
  return /font-weight:\s*(?:bold|[6-9]00)/i.test(style) ? true : undefined;
}
