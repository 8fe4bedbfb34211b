import type { ImportLimits } from '../../core/base/limits.ts';
import type { ZipContent } from '../files/zip-reader.ts';
import type { LeftOut } from './left-out.ts';
import { readMarkup } from './markup.ts';
import { fetchingField } from './rtf-words.ts';

/*
 * What a Word file holds besides the text that is read: it is walked through like any other part, so that a DOCTYPE is refused wherever it
 * stands, and what would bring in something foreign is told wherever it stands.
 */

/** Parts of a Word file that hold no text and are never inflated. */
const pictures = /\/media\//i;
const programs = /vbaProject|vbaData|\/embeddings\/|\/activeX\//i;
const margins = /\/(?:header|footer)\d*\.xml$/i;

/** Text, its numbers and its notes, and what names the parts; all else would only cost. */
export function isRead(path: string): boolean {
  return !pictures.test(path) && !programs.test(path);
}

/** Counts what was not inflated, what was damaged, what lies elsewhere, and what stands in headers and footers. */
export function countLeftOut(
  zip: ZipContent,
  part: (path: string) => string | undefined,
  limits: ImportLimits,
  leftOut: LeftOut,
): void {
  for (const path of zip.passed) leftOut.add(pictures.test(path) ? 'images' : 'embedded');
  // A part whose checksum is wrong is not read, and the person hears of it.
  leftOut.add('damaged', zip.damaged.length);
  for (const name of zip.parts.keys()) {
    if (margins.test(name) && countDropped(part(name) ?? '', limits, leftOut)) leftOut.add('margins');
    if (name.endsWith('.rels')) leftOut.add('external', externalIn(part(name) ?? '', limits));
  }
}

/**
 * Counts the inserted documents and fetching fields of a part whose words do not come along, such as a header; says whether it
 * has any words: a page number alone is nobody's text.
 */
export function countDropped(source: string, limits: ImportLimits, leftOut: LeftOut): boolean {
  let [inside, hasWords] = ['', false];
  const open = (full: string, attributes: ReadonlyMap<string, string>): void => {
    inside = localName(full);
    if (inside === 'altChunk') leftOut.add('chunks');
    if (inside === 'fldSimple' && fetches(attributes)) leftOut.add('external');
  };
  const text = (words: string): void => {
    if (inside === 't') hasWords ||= /\p{L}{2}/u.test(words);
    else if (inside === 'instrText' && fetchingField.test(words)) leftOut.add('external');
  };
  const close = (): void => {
    inside = '';
  };
  readMarkup(source, 'xml', { open, close, text }, limits);
  return hasWords;
}

/** Whether a field that is one element would bring in another file or talk to another program. */
export function fetches(attributes: ReadonlyMap<string, string>): boolean {
  return [...attributes].some(([name, value]) => localName(name) === 'instr' && fetchingField.test(value));
}

/** Counts the comments of a file whose text takes none. */
export function countComments(source: string, limits: ImportLimits, leftOut: LeftOut): void {
  const open = (full: string, attributes: ReadonlyMap<string, string>): void => {
    if (localName(full) !== 'comment') return;
    const author = [...attributes].find(([name]) => localName(name) === 'author')?.[1];
    leftOut.add('comments', 1, author);
  };
  readMarkup(source, 'xml', { open, close: () => undefined, text: () => undefined }, limits);
}

function externalIn(relations: string, limits: ImportLimits): number {
  let count = 0;
  const open = (_name: string, attributes: ReadonlyMap<string, string>): void => {
    if (attributes.get('targetmode') === 'External') count += 1;
  };
  readMarkup(relations, 'xml', { open, close: () => undefined, text: () => undefined }, limits);
  return count;
}

function localName(full: string): string {
  return full.slice(full.indexOf(':') + 1);
}
