import type { ImportLimits } from '../../core/base/limits.ts';
import { readZip } from '../files/zip-reader.ts';
import { readComments } from './docx-comments.ts';
import { countComments, countDropped, countLeftOut, isRead } from './docx-dropped.ts';
import { DocxNumbering } from './docx-numbering.ts';
import { type NoteCalls, Story } from './docx-story.ts';
import { DocxStyles } from './docx-styles.ts';
import { decodeText } from './encoding.ts';
import type { LeftOut } from './left-out.ts';
import type { TextSink } from './lines.ts';
import { readMarkup } from './markup.ts';
import { Refused } from './refused.ts';

/** Reads a Word file as it reads with its tracked changes accepted. Its parts are read once, without a tree. */
export async function readDocx(
  bytes: Uint8Array,
  limits: ImportLimits,
  leftOut: LeftOut,
  lines: TextSink,
): Promise<void> {
  const zip = await readZip(bytes, { limits, wants: isRead });
  if (zip === 'limit') throw new Refused('too-large');
  if (zip === 'zip') throw new Refused('damaged');
  const part = (path: string): string | undefined => {
    const found = zip.parts.get(path);
    return found && decodeText(found).text;
  };
  countLeftOut(zip, part, limits, leftOut);
  const main = mainPart(part('_rels/.rels'), limits);
  const body = part(main);
  if (body === undefined) throw new Refused(zip.parts.has('[Content_Types].xml') ? 'damaged' : 'unknown-format');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const prefix = prefixOf(body);
  const styles = new DocxStyles(part(`${folder}styles.xml`), prefix, limits);
  const numbering = new DocxNumbering(part(`${folder}numbering.xml`), prefix, limits);
  const calls: NoteCalls = new Map();
  const read = (source: string): void => {
    readMarkup(source, 'xml', new Story(prefixOf(source), { lines, numbering, styles, leftOut, calls }), limits);
    lines.end();
  };
  read(body);
  for (const notes of [part(`${folder}footnotes.xml`), part(`${folder}endnotes.xml`)]) {
    lines.footnote = true;
    if (notes !== undefined) read(notes);
  }
  const comments = part(`${folder}comments.xml`);
  if (comments === undefined) return;
  countDropped(comments, limits, leftOut);
  if (lines.remarks) {
    const extended = part(`${folder}commentsExtended.xml`);
    lines.remarks(readComments(comments, extended, prefixOf(comments), limits));
  } else countComments(comments, limits, leftOut);
}

function mainPart(relations: string | undefined, limits: ImportLimits): string {
  let target = 'word/document.xml';
  const open = (name: string, attributes: ReadonlyMap<string, string>): void => {
    const isMain = name === 'Relationship' && attributes.get('type')?.endsWith('/officeDocument') === true;
    if (isMain && attributes.get('targetmode') !== 'External')
      target = (attributes.get('target') ?? target).replace(/^\//, '');
  };
  if (relations !== undefined)
    readMarkup(relations, 'xml', { open, close: () => undefined, text: () => undefined }, limits);
  return target;
}

/** The prefix that the part binds to Word's own namespace, `w` in all but a few. */
function prefixOf(source: string): string {
  const spaces =
    /xmlns:([\w-]+)\s*=\s*["']http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/;
  return spaces.exec(source.slice(0, 20_000))?.[1] ?? 'w';
}
