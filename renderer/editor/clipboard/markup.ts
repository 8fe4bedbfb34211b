import { attributesOf, decodeEntities, emptyElements, unreadElements } from '../../../core/base/html.ts';
import { pasteLimits } from '../../../core/base/limits.ts';
import type { Pieces } from './pieces.ts';

/*
 * A walk through the HTML of the clipboard. The page's policy has no trusted types at all, so the browser's own parser refuses the
 * string (`DOMParser.parseFromString` is a sink like `innerHTML`); and it is well so: here nothing can be loaded, run or
 * attached to a document, whatever stands in the text. One pass by `indexOf`, no recursion, no expression over the whole text.
 */

/** What the walk meets, in order. */
export interface MarkupHandler {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  text(text: string): void;
  /** Word's `<![if …]>`: what stands inside is shown by browsers and meant for those without some feature. */
  openCondition(feature: string): void;
  closeCondition(): void;
  /** An element whose content is not text: it was left out with all that it holds. */
  skipped(name: string): void;
}

const unread: ReadonlySet<string> = new Set([...unreadElements, ...'title xml canvas audio video'.split(' ')]);

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const implied = [
  {
    ended: names('p h1 h2 h3 h4 h5 h6'),
    by: names('p h1 h2 h3 h4 h5 h6 div ul ol li table tr td th hr pre blockquote'),
    within: names('table td th li div blockquote'),
  },
  { ended: names('li'), by: names('li'), within: names('ul ol') },
  { ended: names('td th'), by: names('td th tr'), within: names('table') },
  { ended: names('tr'), by: names('tr'), within: names('table') },
];

const tagsOfPiece = 400;
const mostAttributes = 64;

export function walkMarkup(source: string, handler: MarkupHandler): Pieces<void> {
  return new Walk(source, handler).run();
}

class Walk {
  private at = 0;
  private readonly open: string[] = [];
  private readonly source: string;
  private readonly handler: MarkupHandler;
  /** Where an end tag that was once sought in vain need not be sought again: what is never closed must not cost a search each. */
  private readonly absent = new Set<string>();

  constructor(source: string, handler: MarkupHandler) {
    this.source = source;
    this.handler = handler;
  }

  *run(): Pieces<void> {
    const { source } = this;
    for (let tags = 1; this.at < source.length; tags += 1) {
      if (tags % tagsOfPiece === 0) yield this.at / source.length;
      const next = source.indexOf('<', this.at);
      const end = next < 0 ? source.length : next;
      if (end > this.at) this.handler.text(decodeEntities(source.slice(this.at, end)));
      this.at = end;
      if (next >= 0) this.readTag();
    }
    for (const name of this.open.toReversed()) this.handler.close(name);
  }

  private readTag(): void {
    const { source, at } = this;
    if (source.startsWith('<!--', at)) this.readComment();
    else if (source.startsWith('<!', at) || source.startsWith('<?', at)) {
      const from = at;
      this.skipPast('>', 2);
      this.condition(source.slice(from + 2, Math.max(from + 2, this.at - 1)));
    } else this.readElement();
  }

  private readComment(): void {
    const from = this.at;
    this.skipPast('-->', 4);
    const content = this.source.slice(from + 4, Math.max(from + 4, this.at - 3));
    // A comment that holds its content is hidden from browsers: `<!--[if gte mso 9]><xml>…<![endif]-->`.
    if (/^\s*\[[^\]]*\]\s*$/u.test(content.slice(0, 200)) && content.length < 200) this.condition(content);
  }

  private condition(content: string): void {
    const [, what, feature = ''] = /^\s*\[\s*(if|endif)\b\s*!?\s*([^\]]*)\]/iu.exec(content.slice(0, 200)) ?? [];
    if (what?.toLowerCase() === 'if') this.handler.openCondition(feature.trim());
    else if (what) this.handler.closeCondition();
  }

  private skipPast(mark: string, from: number): void {
    const end = this.source.indexOf(mark, this.at + from);
    this.at = end < 0 ? this.source.length : end + mark.length;
  }

  private readElement(): void {
    const { source, at } = this;
    const end = tagEnd(source, at);
    const isTag = /^<\/?[A-Za-z]/u.test(source.slice(at, at + 3));
    if (!isTag || end < 0) {
      this.handler.text('<');
      this.at = at + 1;
      return;
    }
    const body = source.slice(at + 1, end);
    this.at = end + 1;
    if (body.startsWith('/')) this.closeElement(nameOf(body.slice(1)));
    else this.openElement(body);
  }

  private openElement(body: string): void {
    const name = nameOf(body);
    const isClosed = body.endsWith('/');
    if (unread.has(name)) {
      this.handler.skipped(name);
      if (!isClosed) this.skipElement(name);
      return;
    }
    this.closeImplied(name);
    this.handler.open(name, attributesOf(body.slice(name.length), mostAttributes));
    if (emptyElements.has(name) || (isClosed && name.includes(':'))) this.handler.close(name);
    else if (this.open.length < pasteLimits.depth) this.open.push(name);
    else this.handler.close(name);
  }

  /** Pages leave out end tags: a paragraph ends where the next block begins, an item with the next item, a cell with the next cell. */
  private closeImplied(name: string): void {
    for (const { ended, by, within } of implied) {
      if (!by.has(name)) continue;
      const place = this.open.findLastIndex((each) => ended.has(each) || within.has(each));
      const element = this.open[place];
      if (element !== undefined && ended.has(element)) this.closeElement(element);
    }
  }

  private skipElement(name: string): void {
    if (this.absent.has(name)) return;
    const pattern = new RegExp(`</${name}[\\s>]`, 'giu');
    pattern.lastIndex = this.at;
    const end = pattern.exec(this.source);
    if (!end) {
      // Without its end the rest of the text would go with it.
      this.absent.add(name);
      return;
    }
    const close = this.source.indexOf('>', end.index);
    this.at = close < 0 ? this.source.length : close + 1;
  }

  private closeElement(name: string): void {
    const place = this.open.lastIndexOf(name);
    if (place < 0) return;
    for (const inner of this.open.splice(place).toReversed()) this.handler.close(inner);
  }
}

function nameOf(body: string): string {
  return (/^[^\s/>]+/u.exec(body.slice(0, 100))?.[0] ?? '').toLowerCase();
}

/** The `>` that ends a tag: not one inside a quoted value. -1 when there is none. */
function tagEnd(source: string, at: number): number {
  let quote = '';
  for (let i = at + 1; i < source.length; i += 1) {
    const sign = source[i] ?? '';
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if ((sign === '"' || sign === "'") && source[i - 1] === '=') quote = sign;
    else if (sign === '>') return i;
    else if (sign === '<') return -1;
  }
  return -1;
}
