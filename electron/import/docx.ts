import type { OfficialLine } from '../../core/law/official-text/types.ts';
import { readZip, type ZipContent } from '../files/zip-reader.ts';
import { DocxNumbering } from './docx-numbering.ts';
import { decodeText } from './encoding.ts';
import type { LeftOut } from './left-out.ts';
import { type ImportLimits, Refused } from './limits.ts';
import { LineBuilder } from './lines.ts';
import { readMarkup } from './markup.ts';

/** Parts of a Word file that hold no text and are never inflated. */
const pictures = /\/media\//i;
const programs = /vbaProject|vbaData|\/embeddings\/|\/activeX\//i;

/** The lines of a Word file as it reads with its tracked changes accepted. Its parts are read once, without a tree. */
export async function readDocx(
  bytes: Uint8Array,
  limits: ImportLimits,
  leftOut: LeftOut,
): Promise<readonly OfficialLine[]> {
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
  const lines = new LineBuilder(limits);
  const numbering = new DocxNumbering(part(`${folder}numbering.xml`), prefix, limits);
  readMarkup(body, 'xml', new Story(lines, prefix, numbering, leftOut), limits);
  const notes = part(`${folder}footnotes.xml`);
  if (notes !== undefined) {
    lines.end();
    lines.footnote = true;
    readMarkup(notes, 'xml', new Story(lines, prefixOf(notes), numbering, leftOut), limits);
  }
  return lines.finish();
}

/** Text, its numbers and its notes, and what names the parts; all else would only cost. */
function isRead(path: string): boolean {
  return !pictures.test(path) && !programs.test(path);
}

function countLeftOut(
  zip: ZipContent,
  part: (path: string) => string | undefined,
  limits: ImportLimits,
  leftOut: LeftOut,
): void {
  for (const path of zip.passed) leftOut.add(pictures.test(path) ? 'images' : 'embedded');
  // A part whose checksum is wrong is not read, and the person hears of it.
  leftOut.add('damaged', zip.damaged.length);
  for (const name of zip.parts.keys()) {
    if (name.endsWith('.rels')) leftOut.add('external', externalIn(part(name), limits));
  }
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

function externalIn(relations: string | undefined, limits: ImportLimits): number {
  let count = 0;
  const open = (_name: string, attributes: ReadonlyMap<string, string>): void => {
    if (attributes.get('targetmode') === 'External') count += 1;
  };
  if (relations !== undefined)
    readMarkup(relations, 'xml', { open, close: () => undefined, text: () => undefined }, limits);
  return count;
}

/** The prefix that the part binds to Word's own namespace, `w` in all but a few. */
function prefixOf(source: string): string {
  const spaces =
    /xmlns:([\w-]+)\s*=\s*["']http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/;
  return spaces.exec(source.slice(0, 20_000))?.[1] ?? 'w';
}

/** Fields that would bring in another file or talk to another program. */
const fetching = /^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT)\b/i;

interface Look {
  bold: boolean;
  raised: boolean;
  hidden: boolean;
}

/** The text of one part. What another version of Word would draw instead (mc:Choice) and what was deleted or moved away is passed over. */
class Story {
  private readonly lines: LineBuilder;
  private readonly prefix: string;
  private readonly numbering: DocxNumbering;
  private look: Look = { bold: false, raised: false, hidden: false };
  private inText = false;
  private inRun = false;
  private passed = 0;
  private number: string | undefined;
  private depth = 0;
  private labelled = true;
  private inInstruction = false;
  private readonly leftOut: LeftOut;

  constructor(lines: LineBuilder, prefix: string, numbering: DocxNumbering, leftOut: LeftOut) {
    this.leftOut = leftOut;
    this.lines = lines;
    this.prefix = prefix;
    this.numbering = numbering;
  }

  open(full: string, attributes: ReadonlyMap<string, string>): void {
    if (full === 'mc:Choice') this.passed += 1;
    const name = this.local(full);
    if (name === 'moveFrom' || name === 'del') this.passed += 1;
    if (name === undefined || this.passed > 0) return;
    this.structure(name);
    this.format(name, attributes.get(`${this.prefix}:val`));
  }

  close(full: string): void {
    const name = this.local(full);
    if (full === 'mc:Choice' || name === 'moveFrom' || name === 'del') this.passed -= 1;
    if (name === undefined || this.passed > 0) return;
    if (name === 't') this.inText = false;
    else if (name === 'instrText') this.inInstruction = false;
    else if (name === 'r') this.inRun = false;
    else if (name === 'p') this.lines.end();
    else if (name === 'tc') this.lines.endCell();
    else if (name === 'tr') this.lines.endRow();
  }

  text(text: string): void {
    if (this.inText && this.passed === 0) this.put(text);
    else if (this.inInstruction && fetching.test(text)) this.leftOut.add('external');
  }

  private local(full: string): string | undefined {
    return full.startsWith(`${this.prefix}:`) ? full.slice(this.prefix.length + 1) : undefined;
  }

  private structure(name: string): void {
    switch (name) {
      case 'p':
        this.lines.end();
        this.lines.centered = false;
        this.number = undefined;
        this.depth = 0;
        this.labelled = false;
        break;
      case 'tr':
        this.lines.startRow();
        break;
      case 'r':
        this.inRun = true;
        this.look = { bold: false, raised: false, hidden: false };
        break;
      case 't':
        this.inText = true;
        break;
      case 'instrText':
        this.inInstruction = true;
        break;
      case 'altChunk':
        this.leftOut.add('chunks');
        break;
      case 'tab':
        if (this.inRun) this.put(' ');
        break;
      case 'br':
      case 'cr':
        this.lines.end(true);
        break;
      case 'noBreakHyphen':
        this.put('-');
        break;
      case 'softHyphen':
        this.put('\u00ad');
        break;
    }
  }

  private format(name: string, value: string | undefined): void {
    const isOn = value !== '0' && value !== 'false';
    if (name === 'jc') this.lines.centered = value === 'center';
    else if (name === 'numId') this.number = value;
    else if (name === 'ilvl') this.depth = Math.min(8, Math.max(0, Number(value) || 0));
    else if (!this.inRun) return;
    else if (name === 'b') this.look.bold = isOn;
    else if (name === 'vanish') this.look.hidden = isOn;
    else if (name === 'vertAlign') this.look.raised = value === 'superscript';
  }

  private put(text: string): void {
    if (this.look.hidden) return;
    if (!this.labelled) {
      this.labelled = true;
      const label =
        this.number === undefined || this.number === '0' ? '' : this.numbering.next(this.number, this.depth);
      if (label !== '') this.lines.add(`${label} `, this.look);
    }
    this.lines.add(text, this.look);
  }
}
