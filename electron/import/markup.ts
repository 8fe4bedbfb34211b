import { type ImportLimits, Refused } from './limits.ts';

/** What a tokenizer of HTML or XML meets. Text is decoded; nothing is loaded, run or expanded. */
export interface MarkupHandler {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  text(text: string): void;
  /** An element whose content is not read. */
  skipped?(name: string): void;
}

/** `xml`: names keep their case, a DOCTYPE is refused and a missing end is damage. `html`: all of it is forgiven. */
export type MarkupKind = 'xml' | 'html';

/** Elements whose content is not text to read. */
const skipped = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'select',
  'textarea',
]);
const empty = new Set([
  'br',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'base',
  'col',
  'wbr',
  'embed',
  'source',
  'area',
  'param',
]);

/** Walks through markup once, by indexOf: no expression over the whole text, no recursion. */
export function readMarkup(source: string, kind: MarkupKind, handler: MarkupHandler, limits: ImportLimits): void {
  const walk = new Walk(source, kind, handler, limits);
  walk.run();
}

class Walk {
  private at = 0;
  private elements = 0;
  private tables = 0;
  private readonly open: string[] = [];
  private readonly source: string;
  private readonly kind: MarkupKind;
  private readonly handler: MarkupHandler;
  private readonly limits: ImportLimits;

  constructor(source: string, kind: MarkupKind, handler: MarkupHandler, limits: ImportLimits) {
    this.source = source;
    this.kind = kind;
    this.handler = handler;
    this.limits = limits;
  }

  run(): void {
    while (this.at < this.source.length) {
      const next = this.source.indexOf('<', this.at);
      const end = next < 0 ? this.source.length : next;
      if (end > this.at) this.handler.text(decodeEntities(this.source.slice(this.at, end)));
      this.at = end;
      if (next >= 0) this.readTag();
    }
    if (this.kind === 'xml' && this.open.length > 0) throw new Refused('damaged');
  }

  private readTag(): void {
    const { source, at } = this;
    if (source.startsWith('<!--', at)) {
      this.skipPast('-->', 4);
      return;
    }
    if (source.startsWith('<![CDATA[', at)) {
      this.readCharacterData();
      return;
    }
    if (source.startsWith('<!', at)) {
      this.readDeclaration();
      return;
    }
    if (source.startsWith('<?', at)) {
      this.skipPast('>', 2);
      return;
    }
    const end = tagEnd(source, at);
    if (end - at > this.limits.tag) throw new Refused('too-large');
    const body = source.slice(at + 1, end);
    if (!/^\/?[A-Za-z_]/.test(body)) {
      this.handler.text('<');
      this.at = at + 1;
      return;
    }
    this.at = end + 1;
    if (body.startsWith('/')) this.closeElement(this.nameOf(body.slice(1)));
    else this.openElement(body);
  }

  private skipPast(mark: string, from: number): void {
    const end = this.source.indexOf(mark, this.at + from);
    this.at = end < 0 ? this.source.length : end + mark.length;
  }

  private readCharacterData(): void {
    const end = this.source.indexOf(']]>', this.at);
    this.handler.text(this.source.slice(this.at + 9, end < 0 ? undefined : end));
    this.at = end < 0 ? this.source.length : end + 3;
  }

  /** A DOCTYPE in XML can define entities; no file of Word has one. */
  private readDeclaration(): void {
    if (this.kind === 'xml') throw new Refused('doctype');
    this.skipPast('>', 2);
  }

  private nameOf(body: string): string {
    const name = /^[^\s/>]+/.exec(body)?.[0] ?? '';
    return this.kind === 'html' ? name.toLowerCase() : name;
  }

  private openElement(body: string): void {
    const name = this.nameOf(body);
    this.elements += 1;
    if (this.elements > this.limits.elements) throw new Refused('too-many');
    const isEmpty = body.endsWith('/') || (this.kind === 'html' && empty.has(name));
    if (this.kind === 'html' && skipped.has(name)) {
      this.handler.skipped?.(name);
      if (!body.endsWith('/')) this.skipElement(name);
      return;
    }
    this.handler.open(name, attributesOf(body.slice(name.length), this.limits));
    if (isEmpty) {
      this.handler.close(name);
      return;
    }
    this.open.push(name);
    if (isTable(name)) this.tables += 1;
    if (this.tables > this.limits.tables) throw new Refused('too-deep');
    if (this.open.length > this.limits.depth) this.refuseDepth();
  }

  /** Saved pages forget end tags; what was never closed is closed, not refused. */
  private refuseDepth(): void {
    if (this.kind === 'xml') throw new Refused('too-deep');
    const forgotten = this.open.splice(0, this.open.length - Math.floor(this.limits.depth / 2));
    for (const name of forgotten) this.end(name);
  }

  private skipElement(name: string): void {
    const pattern = new RegExp(`</${name}[\\s>]`, 'giu');
    pattern.lastIndex = this.at;
    const end = pattern.exec(this.source)?.index ?? this.source.length;
    const close = this.source.indexOf('>', end);
    this.at = close < 0 ? this.source.length : close + 1;
  }

  private closeElement(name: string): void {
    const place = this.open.lastIndexOf(name);
    if (this.kind === 'xml' && place !== this.open.length - 1) throw new Refused('damaged');
    if (place < 0) return;
    for (const inner of this.open.splice(place).toReversed()) this.end(inner);
  }

  private end(name: string): void {
    if (isTable(name)) this.tables -= 1;
    this.handler.close(name);
  }
}

/** HTML's and Word's, whatever prefix the part binds to Word's namespace. */
function isTable(name: string): boolean {
  return name === 'table' || name.endsWith(':tbl');
}

/** The `>` that ends a tag: not one inside a quoted value. */
function tagEnd(source: string, at: number): number {
  let quote = '';
  for (let i = at + 1; i < source.length; i += 1) {
    const sign = source[i] ?? '';
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if ((sign === '"' || sign === "'") && source[i - 1] === '=') quote = sign;
    else if (sign === '>') return i;
  }
  return source.length;
}

function attributesOf(body: string, limits: ImportLimits): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const match of body.matchAll(/([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
    if (attributes.size >= limits.attributes) throw new Refused('too-many');
    const [, name = '', double, single, bare] = match;
    attributes.set(name.toLowerCase(), decodeEntities(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  ndash: '–',
  mdash: '—',
  shy: '\u00ad',
  sect: '§',
  deg: '°',
  sup1: '¹',
  sup2: '²',
  sup3: '³',
  hellip: '…',
  minus: '−',
  times: '×',
  copy: '©',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwnj: '',
  numero: '№',
};

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]\w{1,9}));?/g, (whole, ten, sixteen, name) => {
    if (name !== undefined) return named[name as string] ?? whole;
    const code = ten === undefined ? Number.parseInt(sixteen as string, 16) : Number(ten);
    const isLetter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isLetter ? String.fromCodePoint(code) : '\ufffd';
  });
}
