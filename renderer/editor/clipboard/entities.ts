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

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]\w{1,9}));?/gu, (whole, ten, sixteen, name) => {
    if (name !== undefined) return Object.hasOwn(named, name as string) ? (named[name as string] ?? whole) : whole;
    const code = ten === undefined ? Number.parseInt(sixteen as string, 16) : Number(ten);
    const isLetter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isLetter ? String.fromCodePoint(code) : '\ufffd';
  });
}
