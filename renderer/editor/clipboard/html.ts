import {
  type ForeignParagraph,
  type LeftCounts,
  ParagraphBuilder,
  type ParagraphShape,
} from '../../../core/draft/foreign-paragraphs.ts';
import { type Attributes, type Look, lookInside, plainLook } from './look.ts';
import { type MarkupHandler, walkMarkup } from './markup.ts';
import type { Pieces } from './pieces.ts';

const blocks = new Set(
  'p div td th tr h1 h2 h3 h4 h5 h6 li ul ol table tbody thead tfoot section article header footer main nav aside body blockquote pre center form fieldset dl dt dd caption hr figure figcaption address'.split(
    ' ',
  ),
);
const pictures = new Set(['img', 'svg', 'canvas', 'object', 'video', 'v:imagedata', 'embed']);

/** Paragraphs of the clipboard's HTML, as Word and browsers write it. Nothing in it is loaded or run. */
export function* readHtml(source: string): Pieces<{
  readonly paragraphs: readonly ForeignParagraph[];
  readonly left: LeftCounts;
}> {
  const page = new Page();
  yield* walkMarkup(source, page);
  page.builder.end();
  return { paragraphs: page.builder.paragraphs, left: page.builder.left };
}

interface OpenElement {
  readonly name: string;
  readonly look: Look;
}

interface OpenTable {
  readonly table: number;
  row: number;
  column: number;
}

class Page implements MarkupHandler {
  readonly builder = new ParagraphBuilder();
  private readonly elements: OpenElement[] = [];
  private readonly conditions: string[] = [];
  private readonly lists: string[] = [];
  private readonly tables: OpenTable[] = [];
  private tableCount = 0;

  open(name: string, attributes: Attributes): void {
    if (pictures.has(name)) this.skipped(name);
    if (blocks.has(name) || name === 'br') this.builder.end();
    if (blocks.has(name)) this.enterBlock(name, attributes);
    this.elements.push({ name, look: lookInside(this.look(), name, attributes) });
  }

  close(name: string): void {
    this.elements.pop();
    if (!blocks.has(name)) return;
    this.builder.end();
    this.builder.reset();
    if (name === 'ul' || name === 'ol') this.lists.pop();
    if (name === 'table') this.tables.pop();
    this.builder.become(this.surroundings());
  }

  text(text: string): void {
    const look = this.look();
    const condition = this.conditions.at(-1) ?? '';
    if (condition.startsWith('supportEmptyParas')) return;
    const own = condition.startsWith('supportLists') ? { ...look, isMarker: true } : look;
    if (!look.isPreformatted) {
      this.builder.add(text, own);
      return;
    }
    for (const [i, line] of text.split(/\r\n?|\n/u).entries()) {
      if (i > 0) this.builder.end();
      this.builder.add(line, own);
    }
  }

  openCondition(feature: string): void {
    this.conditions.push(feature);
  }

  closeCondition(): void {
    this.conditions.pop();
  }

  skipped(name: string): void {
    if (pictures.has(name) && !this.look().left) this.builder.left.pictures += 1;
  }

  private look(): Look {
    return this.elements.at(-1)?.look ?? plainLook;
  }

  private enterBlock(name: string, attributes: Attributes): void {
    if (name === 'ul' || name === 'ol') this.lists.push(name);
    if (name === 'table') {
      this.tables.push({ table: this.tableCount, row: -1, column: -1 });
      this.tableCount += 1;
    }
    const table = this.tables.at(-1);
    if (table && name === 'tr') {
      table.row += 1;
      table.column = -1;
    }
    if (table && (name === 'td' || name === 'th')) table.column += 1;
    this.builder.become({ ...this.surroundings(), ...shapeOf(name, attributes) });
  }

  /** What holds for every paragraph here: the outermost table's cell, the list. */
  private surroundings(): ParagraphShape {
    const [table] = this.tables;
    const kind = this.lists.at(-1);
    return {
      ...(table && table.column >= 0 && { place: { ...table } }),
      ...(kind && { depth: this.lists.length, ...(kind === 'ol' && { isCounted: true }) }),
    };
  }
}

/** Headings of HTML and of Word's styles, and Word's own lists. */
function shapeOf(name: string, attributes: Attributes): ParagraphShape {
  const style = (attributes.get('style') ?? '').toLowerCase();
  const level =
    /^h([1-6])$/u.exec(name)?.[1] ??
    /^MsoHeading([1-9])/u.exec(attributes.get('class') ?? '')?.[1] ??
    /mso-outline-level:\s*([1-9])/u.exec(style)?.[1];
  const list = /mso-list:\s*l\d+\s+level(\d)/u.exec(style)?.[1];
  return { ...(level && { heading: Number(level) }), ...(list && { depth: Number(list) }) };
}
