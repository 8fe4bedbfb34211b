import { attributesOf, decodeEntities, emptyElements, unreadElements } from '../../core/base/html.ts';
import type { ImportLimits } from '../../core/base/limits.ts';
import { Refused } from './refused.ts';

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

const skipped: ReadonlySet<string> = new Set(unreadElements);

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
    const isEmpty = body.endsWith('/') || (this.kind === 'html' && emptyElements.has(name));
    if (this.kind === 'html' && skipped.has(name)) {
      this.handler.skipped?.(name);
      if (!body.endsWith('/')) this.skipElement(name);
      return;
    }
    this.handler.open(name, limitedAttributes(body.slice(name.length), this.limits));
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

function limitedAttributes(body: string, limits: ImportLimits): ReadonlyMap<string, string> {
  const attributes = attributesOf(body, limits.attributes + 1);
  if (attributes.size > limits.attributes) throw new Refused('too-many');
  return attributes;
}
