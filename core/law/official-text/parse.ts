import type { Notice } from '../../base/notice.ts';
import { latinNumber } from '../recognise/act-mention.ts';
import { readWrittenDate } from '../recognise/written-date.ts';
import { readBody } from './body.ts';
import { withoutContents } from './contents.ts';
import { readHeader } from './header.ts';
import { adopter, adoption, datedStart, dateLine, numberLine, placeLine, writtenDate } from './header-lines.ts';
import { headingAt, itemAt } from './headings.ts';
import { prepare } from './prepare.ts';
import type { OfficialKind, OfficialLine, OfficialText, OfficialUnit, Tell } from './types.ts';

/**
 * A statute's text, recognised: header, units, and a report of what was mended, guessed and left out. Nothing is dropped silently:
 * every word of every line is in the header, in a unit, or in the report.
 */
export function parseOfficialText(raw: readonly OfficialLine[]): OfficialText {
  const report: Notice[] = [];
  const tell: Tell = (notice) => void report.push(notice);
  const { language, lines: all } = prepare(raw, tell);
  const lines = withoutContents(all, language, tell);
  const begin = bodyStart(lines, language);
  const header = readHeader(lines.slice(0, begin), language, tell);
  const preamble = header.preamble.map((text): Omit<OfficialUnit, 'id'> => ({ kind: 'preamble', label: '', text }));
  const body = readBody(lines.slice(begin), language, tell);
  const units = [...preamble, ...body].map((unit, i) => ({ ...unit, id: `u${i + 1}` }));
  const title = header.title ?? annexTitle(units[0], tell);
  const moved = report.map((notice) => shifted(notice, preamble.length));
  const end = readEnd(units);
  const { type, amendments, banners, lines: headerLines } = header;

  const date = header.date ?? end.date ?? null;
  const number = header.number ?? end.number ?? null;
  const adopted = header.adopted ?? end.adopted;
  return {
    language,
    type,
    date,
    number,
    title,
    ...(adopted === undefined ? {} : { adopted }),
    amendments,
    banners,
    header: headerLines,
    units: end.units,
    report: [...moved, ...missing({ type, date, number, title }), ...numberingNotices(end.units)],
  };
}

/** The first section, chapter or article; in a by-law without them the first numbered point, which stands above its annex. */
function bodyStart(lines: readonly OfficialLine[], language: OfficialText['language']): number {
  const heading = lines.findIndex(({ text }) => headingAt(text, language) !== undefined);
  const isAnnex = heading >= 0 && headingAt(lines[heading]?.text ?? '', language)?.kind === 'annex';
  const kinds = heading >= 0 && !isAnnex && lines.some(({ text }) => headingAt(text, language)?.kind === 'article');
  if (kinds) return heading;
  const item = lines.findIndex(({ text, row }) => row === true || itemAt(text) !== undefined);
  const first = [heading, item].filter((at) => at >= 0);
  return first.length > 0 ? Math.min(...first) : lines.length;
}

/** Rules that came without the act that approved them are called what stands below the word «annex». */
function annexTitle(first: OfficialUnit | undefined, tell: Tell): string | null {
  if (first?.kind !== 'annex' || first.heading === undefined) return null;
  tell({ code: 'import.title-guessed', severity: 'warning', params: { text: first.heading } });
  return first.heading;
}

function shifted(notice: Notice, by: number): Notice {
  const unit = notice.place?.unit;
  return unit === undefined
    ? notice
    : { ...notice, place: { ...notice.place, unit: `u${Number(unit.slice(1)) + by}` } };
}

interface End {
  readonly units: readonly OfficialUnit[];
  readonly date?: string;
  readonly number?: string;
  readonly adopted?: string;
}

/** After the signature stand place, date, number and, in newer copies, the line of adoption: they belong to the signature block. */
function readEnd(units: readonly OfficialUnit[]): End {
  const signed = units.findIndex(({ kind }) => kind === 'signature');
  if (signed < 0) return { units };
  const block = units.slice(signed);
  let end: Omit<End, 'units'> = {};
  let adoptedUntil = -1;
  const rest = block.map((unit, i): OfficialUnit => {
    if (unit.kind !== 'paragraph' && unit.kind !== 'signature') return unit;
    if (i <= adoptedUntil) return { ...unit, kind: 'signature' };
    const alone = readEndLine(unit.text);
    const more = alone?.adopted === undefined ? adoptionFrom(block, i) : undefined;
    if (more) adoptedUntil = more.until;
    const known = more && !alone?.date ? { adopted: more.adopted } : alone;
    if (!known) return unit;
    end = { ...known, ...end };
    return { ...unit, kind: 'signature' };
  });
  return { units: [...units.slice(0, signed), ...rest], ...end };
}

/** Принят … / Жогорку Кенеша … / 3 февраля 2003 года: an adoption broken over two or three lines, and the last of them. */
function adoptionFrom(
  block: readonly OfficialUnit[],
  at: number,
): { readonly adopted: string; readonly until: number } | undefined {
  let whole = block[at]?.text ?? '';
  const begins =
    adoption.test(whole) || /^(?:Кыргыз\s+Республикасынын(?:\s|$)|Жогорку\s)/iu.test(whole) || datedStart.test(whole);
  for (let until = at + 1; begins && until <= at + 2; until += 1) {
    whole += ` ${block[until]?.text ?? ''}`;
    const adopted = readEndLine(whole)?.adopted;
    if (adopted !== undefined) return { adopted, until };
  }
  return undefined;
}

function readEndLine(text: string): Omit<End, 'units'> | undefined {
  if (text.length > 300) return undefined;
  if (placeLine.test(text)) return {};
  const number = numberLine.exec(text)?.[1];
  if (number !== undefined) return { number: latinNumber(number) };
  const found = writtenDate.exec(text)?.[0];
  const iso = found === undefined ? undefined : readWrittenDate(found);
  if (iso !== undefined && adoption.test(text) && adopter.test(text)) return { adopted: iso };
  const [, written, after] = dateLine.exec(text) ?? [];
  if (written === undefined || iso === undefined) return undefined;
  return { date: iso, ...(after === undefined ? {} : { number: latinNumber(after) }) };
}

function missing(fields: Readonly<Record<'type' | 'date' | 'number' | 'title', string | null>>): readonly Notice[] {
  return Object.entries(fields)
    .filter(([, value]) => value === null)
    .map(([field]) => ({ code: `import.no-${field}`, severity: 'warning' as const }));
}

/** A number that comes twice or leaves a gap: a lost line, a misread label, or an annex that counts anew. */
function numberingNotices(units: readonly OfficialUnit[]): readonly Notice[] {
  const notices: Notice[] = [];
  const seen = new Set<string>();
  let last = 0;
  for (const { kind, number, id } of units) {
    if (restarts(kind)) {
      seen.clear();
      last = 0;
    }
    if (kind !== 'article' || number === undefined) continue;
    const whole = Number(number.split('-')[0]);
    if (seen.has(number))
      notices.push({ code: 'import.number-repeated', severity: 'warning', place: { unit: id }, params: { number } });
    else if (whole > last + 1)
      notices.push({ code: 'import.number-gap', severity: 'warning', place: { unit: id }, params: { number } });
    seen.add(number);
    last = whole;
  }
  return notices;
}

function restarts(kind: OfficialKind): boolean {
  return kind === 'annex';
}
