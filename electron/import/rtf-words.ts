/*
 * What the control words of RTF stand for that a reader of words has to know.
 */

/** Destinations whose text is not the document's: tables of fonts, pictures, embedded objects, fields' instructions. */
export const skippedDestinations: ReadonlySet<string> = new Set(
  'fonttbl colortbl stylesheet info pict object objdata themedata datastore generator template header footer headerl headerr headerf footerl footerr footerf fldinst listtable listoverridetable rsidtbl xmlnstbl latentstyles colorschememapping bkmkstart bkmkend annotation atnid atnauthor atnref atrfstart atrfend atndate atnparent shppict nonshppict'.split(
    ' ',
  ),
);
/** Fields that would bring in another file or talk to another program. */
export const fetchingField = /^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT)\b/i;
export const signWords: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  tab: '\t',
  emspace: ' ',
  enspace: ' ',
};

/** Control words of a stretch's look and of tracked changes, and how they are told. */
export const toldWords = {
  deleted: 'deletions',
  revised: 'insertions',
  strike: 'strikes',
  ul: 'underlines',
} as const;

/** Windows charset numbers of fonts that acts use; others keep the file's code page. */
export const charsetEncodings: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  161: 'windows-1253',
  162: 'windows-1254',
  204: 'windows-1251',
  238: 'windows-1250',
};

/** The name that a decoder knows a code page of `ansicpg` by. */
export function codePage(number: number): string {
  if (number === 866) return 'ibm866';
  if (number === 20866) return 'koi8-r';
  if (number === 65001) return 'utf-8';
  return number >= 1250 && number <= 1258 ? `windows-${number}` : 'windows-1252';
}
