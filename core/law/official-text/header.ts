import type { Language } from '../../base/language.ts';
import { latinNumber } from '../recognise/act-mention.ts';
import { readWrittenDate } from '../recognise/written-date.ts';
import type { ActType } from '../types.ts';
import { amendmentsIn } from './amendments.ts';
import { bannerLength } from './header-banner.ts';
import {
  adopter,
  adoption,
  amendmentList,
  amendmentsHead,
  datedStart,
  dateLine,
  numberLine,
  placeLine,
  seeAlso,
  stamp,
  stampBegins,
  stampGoesOn,
  stateBelow,
  typeOf,
  writtenDate,
} from './header-lines.ts';
import { headlineIn, withoutMarks } from './headline.ts';
import { bareCode, beginsType, goesOn, joined, mayBeTitle, titleGoesOn } from './title-lines.ts';
import type { Amendment, HeaderLine, HeaderRole, OfficialLine, Tell } from './types.ts';

/** What stands above the first provision, as it is gathered line by line. */
export interface Header {
  type: ActType | null;
  /** Whether a line said what the act is, be it of a type or not. */
  isNamed: boolean;
  date: string | null;
  number: string | null;
  title: string | null;
  adopted?: string;
  amendments: readonly Amendment[];
  readonly banners: string[];
  readonly lines: HeaderLine[];
  /** Text after the title that is no note: the preamble. */
  readonly preamble: string[];
}

/** How many lines a reader took, and for what. */
interface Taken {
  readonly role: HeaderRole;
  readonly count: number;
}

/** Reads the lines above the first provision. A line that nothing fits is kept as `other` and told as left over. */
export function readHeader(lines: readonly OfficialLine[], language: Language, tell: Tell): Header {
  const header: Header = {
    type: null,
    isNamed: false,
    date: null,
    number: null,
    title: null,
    amendments: [],
    banners: [],
    lines: [],
    preamble: [],
  };
  let at = 0;
  while (at < lines.length) {
    const taken = takeLine(lines, at, header, language, tell);
    const texts = lines.slice(at, at + taken.count).map(({ text }) => text);
    if (taken.role === 'other' && header.title !== null) header.preamble.push(...texts);
    else header.lines.push(...texts.map((text) => ({ role: taken.role, text })));
    if (taken.role === 'other' && header.title === null) {
      for (const text of texts) tell({ code: 'import.left-over', severity: 'warning', params: { text } });
    }
    at += taken.count;
  }
  return header;
}

function takeLine(lines: readonly OfficialLine[], at: number, header: Header, language: Language, tell: Tell): Taken {
  const text = lines[at]?.text ?? '';
  return (
    takeBanner(lines, at, header) ??
    takeAmendments(lines, at, header, language, tell) ??
    takeAdoption(lines, at, header) ??
    takeStamp(lines, at, header, tell) ??
    takeHeadline(lines, at, header) ??
    takeType(lines, at, header) ??
    takeDate(lines, at, header) ??
    (placeLine.test(text) ? { role: 'place', count: 1 } : undefined) ??
    takeSeeAlso(lines, at) ??
    takeTitle(lines, at, header, tell) ?? { role: 'other', count: 1 }
  );
}

function takeBanner(lines: readonly OfficialLine[], at: number, header: Header): Taken | undefined {
  const count = bannerLength(lines, at, !header.isNamed && header.title === null);
  if (count === 0) return undefined;
  header.banners.push(joined(lines, at, count));
  return { role: 'banner', count };
}

function takeAmendments(
  lines: readonly OfficialLine[],
  at: number,
  header: Header,
  language: Language,
  tell: Tell,
): Taken | undefined {
  const text = lines[at]?.text ?? '';
  const listed = amendmentsBelow(lines, at);
  if (listed > 0) {
    header.amendments = [...header.amendments, ...amendmentsIn(joined(lines, at, listed), language, tell)];
    return { role: 'amendments', count: listed };
  }
  if (!text.startsWith('(')) return undefined;
  let count = 1;
  while (!/\)\.?$/u.test(joined(lines, at, count)) && count < 60) {
    const next = lines[at + count]?.text ?? '';
    const isNested = next.startsWith('(') && !/^\(\s*\d/u.test(next);
    if (next === '' || isNested || (!writtenDate.test(next) && !/редакци|Мыйзам|Закон|№|\)/u.test(next))) break;
    count += 1;
  }
  const whole = joined(lines, at, count);
  if (!amendmentList.test(whole)) return undefined;
  const found = amendmentsIn(whole, language, tell);
  if (found.length === 0) tell({ code: 'import.left-over', severity: 'warning', params: { text: whole } });
  header.amendments = [...header.amendments, ...found];
  return { role: 'amendments', count };
}

/** Внесены изменения: / постановлением … от 07.02.24 г. № 52 / …: a list without brackets, an act in each line. */
function amendmentsBelow(lines: readonly OfficialLine[], at: number): number {
  if (!amendmentsHead.test(lines[at]?.text ?? '')) return 0;
  let count = 1;
  while (
    count < 60 &&
    /^(?:постановлени|закон|указ|приказ|КР(?!\p{L})|Кыргыз)/iu.test(lines[at + count]?.text ?? '') &&
    writtenDate.test(lines[at + count]?.text ?? '')
  )
    count += 1;
  return count > 1 ? count : 0;
}

/** The date may stand before the words, after them, or on the next line. */
function takeAdoption(lines: readonly OfficialLine[], at: number, header: Header): Taken | undefined {
  for (let count = 1; count <= 3; count += 1) {
    const whole = joined(lines, at, count);
    const first = lines[at]?.text ?? '';
    const begins = adoption.test(first) || adopter.test(first) || datedStart.test(first);
    if (!begins || whole.length > 400) return undefined;
    const date = writtenDate.exec(whole)?.[0];
    const iso = date === undefined ? undefined : readWrittenDate(date);
    if (iso === undefined || !adoption.test(whole) || !adopter.test(whole)) continue;
    header.adopted ??= iso;
    return { role: 'adopted', count };
  }
  return undefined;
}

/** Кыргыз Республикасынын / Өкмөтүнүн … № 360 токтому менен бекитилген. */
function takeStamp(lines: readonly OfficialLine[], at: number, header: Header, tell: Tell): Taken | undefined {
  const longest = stampBegins.test(lines[at]?.text ?? '') ? 5 : 1;
  for (let count = 1; count <= longest; count += 1) {
    const whole = joined(lines, at, count);
    if (whole.length > 400 || !stamp.test(whole)) continue;
    if (header.title !== null) return undefined;
    const lasting = count + stampRest(lines, at + count, whole);
    readStamp(joined(lines, at, lasting), header, tell);
    return { role: 'stamp', count: lasting };
  }
  return undefined;
}

/** УТВЕРЖДЕНО / постановлением Кабинета Министров / … / от 7 марта 2022 года № 951: the lines up to the date, where it is not said yet. */
function stampRest(lines: readonly OfficialLine[], from: number, said: string): number {
  if (writtenDate.test(said)) return 0;
  for (let count = 1; count <= 5 && stampGoesOn.test(lines[from + count - 1]?.text ?? ''); count += 1) {
    if (writtenDate.test(joined(lines, from, count))) {
      const isNumber = numberLine.test(lines[from + count]?.text ?? '');
      return isNumber ? count + 1 : count;
    }
  }
  return 0;
}

/** The number that stands behind a date. */
const numberIn = /^[^\d№N]{0,20}(?:№|N[o°]?\.?)\s*(\d\S*)/u;

/** Rules are cited by the act that approved them, whose date and number their stamp has. A person is told where these come from. */
function readStamp(whole: string, header: Header, tell: Tell): void {
  const written = writtenDate.exec(whole);
  const iso = written ? readWrittenDate(written[0]) : undefined;
  const number = numberIn.exec(written ? whole.slice(written.index + written[0].length) : '')?.[1];
  if (iso === undefined || number === undefined || header.date !== null || header.number !== null) return;
  header.date = iso;
  header.number = latinNumber(number);
  tell({ code: 'import.stamp-read', severity: 'warning', params: { text: whole } });
}

/** КР Өкмөтүнүн 2019-жылдын 5-декабрындагы № 962 токтому, and the title in marks behind it or on the next line. */
function takeHeadline(lines: readonly OfficialLine[], at: number, header: Header): Taken | undefined {
  if (header.isNamed) return undefined;
  for (const count of [2, 1]) {
    const found = headlineIn(joined(lines, at, count));
    if (!found || (count === 2 && found.title === undefined)) continue;
    header.isNamed = true;
    header.type = found.type;
    header.date ??= found.date;
    header.number ??= found.number;
    if (found.title !== undefined) header.title ??= found.title;
    return { role: 'type', count };
  }
  return undefined;
}

/** The line that says what the act is; the state may stand on a line of its own above it. */
function takeType(lines: readonly OfficialLine[], at: number, header: Header): Taken | undefined {
  for (let count = 1; count <= 3; count += 1) {
    const found = typeOf(joined(lines, at, count));
    if (!found) continue;
    // A headline may have said it before.
    if (header.isNamed) return found.type === header.type && !found.isTitle ? { role: 'type', count } : undefined;
    const all = stateBelow.test(lines[at + count]?.text ?? '') ? count + 1 : count;
    header.isNamed = true;
    header.type = found.type;
    if (found.isTitle) header.title ??= joined(lines, at, all);
    return { role: 'type', count: all };
  }
  return undefined;
}

function takeDate(lines: readonly OfficialLine[], at: number, header: Header): Taken | undefined {
  const text = lines[at]?.text ?? '';
  const number = numberLine.exec(text)?.[1];
  if (number !== undefined) {
    header.number ??= latinNumber(number);
    return { role: 'date', count: 1 };
  }
  const [, written, after] = dateLine.exec(text) ?? [];
  const iso = written === undefined ? undefined : readWrittenDate(written);
  if (iso === undefined) return undefined;
  // The day on which a page came out stands over the act without a number: the act's own date has one.
  if (
    after === undefined &&
    !header.isNamed &&
    !numberLine.test(lines[at + 1]?.text ?? '') &&
    lines.slice(at + 1, at + mostAhead).some((line) => hasNumber(line.text))
  )
    return undefined;
  header.date ??= iso;
  if (after !== undefined) header.number ??= latinNumber(after.replace(/[.,;]$/, ''));
  return { role: 'date', count: 1 };
}

/** How far ahead a header is looked through, in lines. */
const mostAhead = 40;

function hasNumber(text: string): boolean {
  return dateLine.exec(text)?.[2] !== undefined || numberLine.test(text);
}

function takeSeeAlso(lines: readonly OfficialLine[], at: number): Taken | undefined {
  if (!seeAlso.test(lines[at]?.text ?? '')) return undefined;
  let count = 1;
  while (/^(?:КР|Кыргыз|Закон|Указ|Постановлени|\d{4}-ж)/u.test(lines[at + count]?.text ?? '') && count < 20)
    count += 1;
  return { role: 'see-also', count };
}

/** The first line after the type that nothing else fits, with what goes on in the same look. Without a type it is a guess. */
function takeTitle(lines: readonly OfficialLine[], at: number, header: Header, tell: Tell): Taken | undefined {
  const first = lines[at];
  if (first && header.title !== null && bareCode.test(header.title) && titleGoesOn.test(first.text)) {
    header.title = `${header.title} ${first.text}`;
    return { role: 'title', count: 1 };
  }
  if (first && header.title !== null && first.text === header.title) return { role: 'title', count: 1 };
  if (!first || header.title !== null || first.text.length > 600) return undefined;
  // A page's own headline repeats the title above the line that says what the act is.
  if (!header.isNamed && lines.slice(at + 1, at + mostAhead).some((_, i) => beginsType(lines, at + 1 + i)))
    return undefined;
  const isStamped = !header.isNamed && header.lines.some(({ role }) => role === 'stamp');
  const isKnown = header.isNamed || isStamped;
  const stands = first.bold || first.centered || !/[.;:,]$/u.test(first.text);
  if (!stands || (!isKnown && !mayBeTitle(first.text))) return undefined;
  let count = 1;
  while (count < 8 && goesOn(first, lines[at + count], isStamped)) count += 1;
  header.title = withoutMarks(joined(lines, at, count));
  if (!header.isNamed) tell({ code: 'import.title-guessed', severity: 'warning', params: { text: header.title } });
  return { role: 'title', count };
}
