import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { invariant } from '../../../core/base/invariant.ts';
import type { WordDocument } from '../../../core/word/document.ts';
import { typeface } from '../../../core/word/page.ts';
import { durableId } from './build-document.ts';
import { languageTags } from './styles.ts';

/** What the package says of the document beside its text. */
type Finished = Pick<WordDocument, 'title' | 'language' | 'comments'>;

/**
 * Completes what the library writes and takes out what differs from one run to the next, so that the same draft gives the same bytes.
 * Four parts change: the properties (the library puts in the present moment and a placeholder for the author; we name neither), the
 * table of fonts (the substitute for the typeface), the comments' dates (Word knows no fractions of a second) and the exact
 * moments of the comments in UTC, without which Word takes their dates for local time.
 */
export function finishPackage(written: Uint8Array, document: Finished): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(written)).map(([name, bytes]) => [name, bytes]));
  put(parts, 'docProps/core.xml', coreProperties(document));
  edit(parts, 'word/fontTable.xml', addFont);
  if (document.comments.length > 0) addCommentMoments(parts, document);
  return zip(parts);
}

type Parts = Map<string, Uint8Array>;

function put(parts: Parts, name: string, text: string): void {
  parts.set(name, strToU8(text));
}

function edit(parts: Parts, name: string, change: (text: string) => string): void {
  const bytes = parts.get(name);
  invariant(bytes, `the library writes ${name}`);
  const before = strFromU8(bytes);
  const after = change(before);
  invariant(after !== before, `${name} takes the change`);
  put(parts, name, after);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Title and language alone: no author, no machine, no hour. The draft itself says whose it is. */
function coreProperties({ title, language }: Finished): string {
  const namespaces =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  const fields = `<dc:title>${escapeXml(title)}</dc:title><dc:language>${languageTags[language]}</dc:language>`;
  return `${head}<cp:coreProperties ${namespaces}>${fields}</cp:coreProperties>`;
}

function addFont(fonts: string): string {
  const font = `<w:font w:name="${typeface.name}"><w:altName w:val="${typeface.substitute}"/><w:charset w:val="CC"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`;
  return fonts.replace(/(<w:fonts [^>]*)\/>/, `$1>${font}</w:fonts>`);
}

const momentsPart = 'word/commentsExtensible.xml';
const momentsType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtensible+xml';
const momentsRelation = 'http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible';

function addCommentMoments(parts: Parts, { comments }: Finished): void {
  const moments = comments.flatMap((comment) => {
    const at = new Date(comment.at);
    if (Number.isNaN(at.getTime())) return [];
    const utc = at.toISOString().replace(/\.\d+Z$/, 'Z');
    return [`<w16cex:commentExtensible w16cex:durableId="${durableId(comment)}" w16cex:dateUtc="${utc}"/>`];
  });
  if (moments.length === 0) return;
  const namespaces =
    'xmlns:w16cex="http://schemas.microsoft.com/office/word/2018/wordml/cex" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w16cex"';
  put(
    parts,
    momentsPart,
    `${head}<w16cex:commentsExtensible ${namespaces}>${moments.join('')}</w16cex:commentsExtensible>`,
  );
  edit(parts, 'word/comments.xml', (text) => text.replace(/(w:date="[^"]+?)\.\d+Z"/g, '$1Z"'));
  edit(parts, '[Content_Types].xml', (text) =>
    text.replace('</Types>', `<Override ContentType="${momentsType}" PartName="/${momentsPart}"/></Types>`),
  );
  edit(parts, 'word/_rels/document.xml.rels', (text) =>
    text.replace(
      '</Relationships>',
      `<Relationship Id="rIdMoments" Type="${momentsRelation}" Target="commentsExtensible.xml"/></Relationships>`,
    ),
  );
}

/** The list of types first, as readers expect it; the rest by name. No hour: the earliest that a zip can say. */
function zip(parts: Parts): Uint8Array {
  const first = ['[Content_Types].xml', '_rels/.rels'];
  const rest = [...parts.keys()].filter((name) => !first.includes(name)).sort();
  const files: Zippable = {};
  for (const name of [...first, ...rest]) {
    const bytes = parts.get(name);
    if (bytes) files[name] = bytes;
  }
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}

function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
