/*
 * What every reader of HTML here has to know: the names of letters, attributes, elements without content. The walks themselves are two: a
 * file is refused where it goes beyond a limit (`electron/import/markup.ts`), a paste is forgiven (`renderer/editor/clipboard/markup.ts`).
 */

/** Elements that never have content, and so no end tag. */
export const emptyElements: ReadonlySet<string> = new Set(
  'br hr img input link meta base col wbr embed source area param'.split(' '),
);

/** Elements whose content is no text to read: left out with all that they hold. */
export const unreadElements: readonly string[] =
  'script style noscript template iframe object svg math select textarea'.split(' ');

/** The attributes of a tag, their names in lower case and their values decoded; of more than `most` the first. `body`: behind the name. */
export function attributesOf(body: string, most: number): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const match of body.matchAll(/([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu)) {
    if (attributes.size >= most) break;
    const [, name = '', double, single, bare] = match;
    attributes.set(name.toLowerCase(), decodeEntities(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

/** The names that word processors and law databases use; any other stays as it is written, so that nothing is lost. */
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
  sbquo: '‚',
  ndash: '–',
  mdash: '—',
  minus: '−',
  hellip: '…',
  shy: '\u00ad',
  sect: '§',
  para: '¶',
  deg: '°',
  middot: '·',
  bull: '•',
  sup1: '¹',
  sup2: '²',
  sup3: '³',
  times: '×',
  copy: '©',
  reg: '®',
  euro: '€',
  frac12: '½',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwnj: '',
  zwj: '',
  numero: '№',
};

/** Text with its `&…;` resolved: numbers, and the names that are known. A number that is no letter becomes U+FFFD. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]\w{1,9}));?/gu, (whole, ten, sixteen, name) => {
    if (name !== undefined) return Object.hasOwn(named, name as string) ? (named[name as string] ?? whole) : whole;
    const code = ten === undefined ? Number.parseInt(sixteen as string, 16) : Number(ten);
    const isLetter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isLetter ? String.fromCodePoint(code) : '\ufffd';
  });
}
