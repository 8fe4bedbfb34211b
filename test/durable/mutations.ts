import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { readAct } from '../../electron/import/read-act.ts';
import { importRefusals } from '../../electron/import/refused.ts';
import { random } from '../support/builder.ts';
import { noOutcome, type Outcome, type Share, violate } from './outcome.ts';

/*
 * Foreign files that were spoilt: bits, cuts, doubled and exchanged pieces, and pieces that parsers are known to stumble over.
 * Whatever the bytes, the reader gives an act or one of its reasons; it never throws, and no case costs more than a moment.
 */

type Next = (below: number) => number;

const importers = ['html', 'rtf', 'docx', 'text'] as const;
export type Importer = (typeof importers)[number];

/** Seconds of work that no spoilt file of a few kilobytes may cost, however slow the machine. */
const mostSeconds = 5;

/** So many spoilt files for each of the four importers; `ends` counts what became of them. */
export async function mutateInputs(share: Share): Promise<Outcome & { readonly ends: Record<string, number> }> {
  const outcome = { ...noOutcome(), ends: {} as Record<string, number> };
  const next = random(share.seed);
  for (let at = 0; at < share.count && share.isTimeLeft(outcome.done / importers.length); at += 1) {
    for (const importer of importers) {
      const end = await importOnce(spoil[importer](next), importer);
      outcome.done += 1;
      outcome.ends[`${importer}: ${end}`] = (outcome.ends[`${importer}: ${end}`] ?? 0) + 1;
      const isGood = end === 'read' || (importRefusals as readonly string[]).includes(end);
      if (!isGood) violate(outcome, `${importer}, seed ${share.seed}, case ${at}: ${end}`);
    }
  }
  return outcome;
}

async function importOnce(bytes: Uint8Array, importer: Importer): Promise<string> {
  const before = process.threadCpuUsage();
  let end: string;
  try {
    const result = await readAct(bytes, `act.${importer}`);
    end = result.ok ? 'read' : result.error;
  } catch (error) {
    end = `threw ${error instanceof Error ? error.message : 'something'}`;
  }
  const { user, system } = process.threadCpuUsage(before);
  return user + system > mostSeconds * 1e6 ? `took ${Math.round((user + system) / 1e6)} s` : end;
}

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/official', name));
const html = fixture('ky-law.html');
const text = fixture('ru-law-old.txt');
const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const rtf = strToU8(
  `{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0\\fcharset204 Times;}{\\f1\\fcharset0 Arial;}}{\\info{\\title x}}${[
    ...text.toString('utf8'),
  ]
    .slice(0, 700)
    .map((letter) => (letter === '\n' ? '\\par ' : letter > '~' ? `\\u${letter.charCodeAt(0)}?` : letter))
    .join('')}\\trowd\\cell a\\cell b\\row{\\footnote \\'c0\\'c1}{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}\\bin3 abc}`,
);

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': '<Types/>',
  '_rels/.rels':
    '<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>',
  'word/document.xml': `<w:document ${space}><w:body>${text
    .toString('utf8')
    .split('\n')
    .slice(0, 14)
    .map(
      (line, i) =>
        `<w:p><w:pPr><w:jc w:val="center"/>${i % 4 === 0 ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : ''}</w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>${line}</w:t></w:r></w:p>`,
    )
    .join('')}<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
  'word/numbering.xml': `<w:numbering ${space}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
  'word/footnotes.xml': `<w:footnotes ${space}><w:footnote><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:footnote></w:footnotes>`,
  'word/vbaProject.bin': 'macro',
};
const whole = pack(parts, 1);

const spoil: Readonly<Record<Importer, (next: Next) => Uint8Array>> = {
  html: (next) => spoilBytes(html, next),
  rtf: (next) => spoilBytes(rtf, next),
  text: (next) => spoilBytes(text, next),
  // Half of the cases are spoilt inside a part, where no checksum tells; the others in the package.
  docx: (next) => (next(2) === 0 ? spoilBytes(whole, next) : spoilPart(next)),
};

function spoilPart(next: Next): Uint8Array {
  const names = Object.keys(parts);
  const name = names[next(names.length)] ?? '';
  return pack({ ...parts, [name]: Buffer.from(spoilBytes(strToU8(parts[name] ?? ''), next)) }, 0);
}

function pack(entries: Readonly<Record<string, string | Uint8Array>>, level: 0 | 1): Uint8Array {
  const bytes = Object.entries(entries).map(([path, entry]) => [
    path,
    typeof entry === 'string' ? strToU8(entry) : entry,
  ]);
  return zipSync(Object.fromEntries(bytes), { level, mtime: '1980-01-01' });
}

/** One to four harms. */
function spoilBytes(bytes: Uint8Array, next: Next): Uint8Array {
  let spoilt: Uint8Array = bytes;
  for (let i = 0; i <= next(4); i += 1) spoilt = spoilOnce(spoilt, next);
  return spoilt;
}

function spoilOnce(bytes: Uint8Array, next: Next): Uint8Array {
  const at = next(bytes.length + 1);
  const to = Math.min(bytes.length, at + next(64));
  switch (next(7)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return joined(bytes.subarray(0, at), bytes.subarray(to));
    case 2:
      return joined(bytes.subarray(0, at), bytes.subarray(next(at + 1)));
    case 3:
      return joined(bytes.subarray(0, at), strToU8(stumblingBlock(next)), bytes.subarray(at));
    case 4:
      return joined(bytes.subarray(0, at), strToU8(stumblingBlock(next)), bytes.subarray(to));
    default: {
      const copy = Uint8Array.from(bytes);
      for (let i = 0; i <= next(8); i += 1) copy[next(copy.length)] = next(256);
      return copy;
    }
  }
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

const blocks = [
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<?xml encoding="utf-7"?>',
  '&#x110000;',
  '&a;',
  '&#0;',
  '\0',
  '\ufeff',
  '"',
  "'",
  '=',
  '<table>',
  '</table>',
  '<tr><td>',
  '<div>',
  '<script>',
  '<p style="',
  '<w:p>',
  '</w:p>',
  '<w:tbl>',
  '<w:t>',
  '<w:del>',
  '</w:del>',
  '<mc:Choice>',
  '</mc:Choice>',
  '<w:ilvl w:val="-9e99"/>',
  '<w:start w:val="999999999999"/>',
  '<w:lvlText w:val="%1%2%3%4%5%6%7%8%9"/>',
  '{',
  '}',
  '\\',
  '{\\*',
  '\\bin99999999 ',
  '\\bin-1 ',
  '\\uc99 ',
  '\\u-99999 ',
  "\\'f",
  '\\fcharset9999 ',
  '\\ansicpg65001 ',
  '\\footnote ',
  '\\row ',
  '\\cell ',
  '\\itap3 ',
  '{\\pict ',
  '{\\object ',
  '1-берене. ',
  'Статья 9999999999. ',
  '2004-жылдын 31-февралы',
  '№ ',
  'њјї',
  '\u00ad',
  '\u202e',
  '\ud800',
  '\r',
  '\t',
] as const;

function stumblingBlock(next: Next): string {
  const block = blocks[next(blocks.length)] ?? '';
  return block.repeat(next(8) === 0 ? 1 + next(400) : 1);
}
