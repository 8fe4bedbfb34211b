import type { ForeignLook, LeftOut } from '../../../core/draft/foreign-paragraphs.ts';

/** How a stretch of pasted text looks, inherited from the elements around it. */
export interface Look extends ForeignLook {
  /** Spaces and line ends count. */
  readonly isPreformatted: boolean;
}

export const plainLook: Look = {
  bold: false,
  italic: false,
  superscript: false,
  left: undefined,
  isMarker: false,
  isPreformatted: false,
  isSpacing: false,
};

export type Attributes = ReadonlyMap<string, string>;

/** The look inside an element. Fonts, colours and sizes say nothing about a law and are not read. */
export function lookInside(outer: Look, name: string, attributes: Attributes): Look {
  const style = (attributes.get('style') ?? '').toLowerCase();
  return {
    bold: boldOf(name, style) ?? outer.bold,
    italic: italicOf(name, style) ?? outer.italic,
    superscript: raisedOf(name, style) ?? outer.superscript,
    left: outer.left ?? leftOf(name, attributes, style),
    isMarker: outer.isMarker || /mso-list:\s*ignore/u.test(style),
    isPreformatted: preformattedOf(name, style) ?? outer.isPreformatted,
    isSpacing: outer.isSpacing || /mso-(?:spacerun|tab-count)/u.test(style),
  };
}

function boldOf(name: string, style: string): boolean | undefined {
  if (/font-weight:\s*(?:normal|[1-4]00|lighter)/u.test(style)) return false;
  if (/font-weight:\s*(?:bold|[6-9]00)/u.test(style)) return true;
  return name === 'b' || name === 'strong' ? true : undefined;
}

function italicOf(name: string, style: string): boolean | undefined {
  if (/font-style:\s*normal/u.test(style)) return false;
  if (/font-style:\s*(?:italic|oblique)/u.test(style)) return true;
  return name === 'i' || name === 'em' ? true : undefined;
}

function raisedOf(name: string, style: string): boolean | undefined {
  if (/vertical-align:\s*super/u.test(style)) return true;
  if (/vertical-align:\s*(?:baseline|sub)/u.test(style) || name === 'sub') return false;
  return name === 'sup' ? true : undefined;
}

function preformattedOf(name: string, style: string): boolean | undefined {
  if (/white-space:\s*(?:normal|nowrap)/u.test(style)) return false;
  if (/white-space:\s*pre/u.test(style)) return true;
  return name === 'pre' ? true : undefined;
}

const notShown =
  /display:\s*none|visibility:\s*hidden|mso-hide:\s*all|(?:^|[;\s])font-size:\s*0(?:pt|px|em|%)?\s*(?:;|$)/u;

function leftOf(name: string, attributes: Attributes, style: string): LeftOut | undefined {
  if (name === 'del') return 'deleted';
  if (/mso-element:\s*comment/u.test(style) || /mso-special-character:\s*comment/u.test(style)) return 'remarks';
  if (/^msocom/iu.test(attributes.get('class') ?? '')) return 'remarks';
  return notShown.test(style) || attributes.has('hidden') ? 'hidden' : undefined;
}
