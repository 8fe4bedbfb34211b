import type { ImportLimits } from '../../core/base/limits.ts';
import type { ParagraphStyle } from './lines.ts';
import { readMarkup } from './markup.ts';

interface Style {
  readonly id: string;
  name: string;
  basedOn?: string;
  outline?: number;
  /** The list that the style counts in, and how deep. */
  list?: string;
  depth?: number;
  bold?: boolean;
  italic?: boolean;
}

/** A style with what it has from those that it is based on. */
export interface DocxStyle extends ParagraphStyle {
  readonly list?: string;
  readonly depth?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** Styles based on each other; a circle ends here. */
const deepest = 12;

/** The styles of a Word file, as far as they say what a paragraph is. */
export class DocxStyles {
  private readonly styles = new Map<string, Style>();

  constructor(source: string | undefined, prefix: string, limits: ImportLimits) {
    if (source === undefined) return;
    let style: Style | undefined;
    const open = (full: string, attributes: ReadonlyMap<string, string>): void => {
      const name = full.startsWith(`${prefix}:`) ? full.slice(prefix.length + 1) : '';
      const value = attributes.get(`${prefix}:val`);
      if (name === 'style') {
        style = { id: attributes.get(`${prefix}:styleid`) ?? '', name: '' };
        this.styles.set(style.id, style);
      } else if (style) take(style, name, value);
    };
    const close = (full: string): void => {
      if (full === `${prefix}:style`) style = undefined;
    };
    readMarkup(source, 'xml', { open, close, text: () => undefined }, limits);
  }

  /** What no style says is absent; an unknown id is a style of that name. */
  of(id: string): DocxStyle {
    const own = this.styles.get(id);
    let found: DocxStyle = { id, name: own?.name || id };
    let at = own;
    for (let depth = 0; at && depth < deepest; depth += 1) {
      const { name: _name, id: _id, basedOn, ...says } = at;
      found = { ...says, ...found };
      at = basedOn === undefined ? undefined : this.styles.get(basedOn);
    }
    return found;
  }
}

function take(style: Style, name: string, value: string | undefined): void {
  const isOn = value !== '0' && value !== 'false';
  const number = Number(value);
  if (name === 'name') style.name = value ?? '';
  else if (name === 'basedOn') style.basedOn = value ?? '';
  else if (name === 'outlineLvl' && number >= 0 && number < 9) style.outline = number;
  else if (name === 'numId') style.list = value ?? '';
  else if (name === 'ilvl') style.depth = Math.min(8, Math.max(0, number || 0));
  else if (name === 'b') style.bold = isOn;
  else if (name === 'i') style.italic = isOn;
}
