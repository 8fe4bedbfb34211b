import type { OfficialLine } from '../../core/law/official-text/types.ts';
import { type DecodedText, decodeText } from './encoding.ts';
import type { LeftOut } from './left-out.ts';
import type { ImportLimits } from './limits.ts';
import { LineBuilder } from './lines.ts';
import { readMarkup } from './markup.ts';

const blocks = new Set(
  'p div td th tr h1 h2 h3 h4 h5 h6 li ul ol table tbody thead tfoot section article header footer main nav aside body blockquote pre center form fieldset dl dt dd title caption'.split(
    ' ',
  ),
);
/** What brings a foreign file into a page. Scripts are in every page and hold no word of an act: nobody is told of them. */
const embedding = new Set(['iframe', 'object']);
const headings = /^h[1-6]$/;

/** The lines of a saved page: a word-processor's HTML or the database's own. Scripts, styles and pictures are not read. */
export function readHtml(
  bytes: Uint8Array,
  limits: ImportLimits,
  leftOut: LeftOut,
): { readonly lines: readonly OfficialLine[]; readonly decoded: DecodedText } {
  const decoded = decodeText(bytes, declaredEncoding(bytes));
  const page = new Page(limits, leftOut);
  readMarkup(decoded.text, 'html', page, limits);
  return { lines: page.finish(), decoded };
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
  readonly raised: boolean;
  readonly centered: boolean;
  readonly hidden: boolean;
  readonly pre: boolean;
}

class Page {
  private readonly elements: Element[] = [];
  private readonly lines: LineBuilder;
  private readonly leftOut: LeftOut;

  constructor(limits: ImportLimits, leftOut: LeftOut) {
    this.lines = new LineBuilder(limits);
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
    if (name === 'tr') this.lines.startRow();
    const centered =
      name === 'center' || /center/i.test(attributes.get('align') ?? '') || /text-align:\s*center/i.test(style);
    const element: Element = {
      name,
      bold: isBold(name, style) ?? parent?.bold ?? false,
      raised: name === 'sup' || /vertical-align:\s*super/i.test(style) || (parent?.raised ?? false),
      centered: centered || (!/text-align:/i.test(style) && (parent?.centered ?? false)),
      hidden: (parent?.hidden ?? false) || /display:\s*none/i.test(style) || name === 'head',
      pre: name === 'pre' || (parent?.pre ?? false),
    };
    this.elements.push(element);
  }

  close(name: string): void {
    if (name === 'br') return;
    const element = this.elements.pop();
    const isBlock = blocks.has(name);
    if (!isBlock) return;
    this.lines.centered = element?.centered ?? false;
    if (name === 'td' || name === 'th') this.lines.endCell();
    else if (name === 'tr') this.lines.endRow();
    else this.lines.end();
    this.lines.centered = this.elements.at(-1)?.centered ?? false;
  }

  text(text: string): void {
    const element = this.elements.at(-1);
    if (element?.hidden) return;
    this.lines.centered = element?.centered ?? false;
    const look = { bold: element?.bold ?? false, raised: element?.raised ?? false };
    if (!element?.pre) {
      this.lines.add(text.replace(/[ \t\r\n\f]+/g, ' '), look);
      return;
    }
    for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
      if (i > 0) this.lines.end(true);
      this.lines.add(line, look);
    }
  }

  finish(): readonly OfficialLine[] {
    return this.lines.finish();
  }
}

function isBold(name: string, style: string): boolean | undefined {
  if (/font-weight:\s*(?:normal|400)/i.test(style)) return false;
  if (name === 'b' || name === 'strong' || name === 'th' || headings.test(name)) return true;
  return /font-weight:\s*(?:bold|[6-9]00)/i.test(style) ? true : undefined;
}
