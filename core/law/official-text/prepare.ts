import type { Language } from '../../base/language.ts';
import { isChrome, isPageNumber } from './chrome.ts';
import { languageOf } from './language.ts';
import { repairOldLetters } from './old-letters.ts';
import type { OfficialLine, Tell } from './types.ts';

/** Lines that are the act's own, whole and clean. */
export interface Prepared {
  readonly language: Language;
  readonly lines: readonly OfficialLine[];
}

/** Cleans spaces, leaves out what is the page's and not the act's, mends letters, and joins lines and words that were broken. */
export function prepare(raw: readonly OfficialLine[], tell: Tell): Prepared {
  const clean = raw.map((line) => ({ ...line, text: cleaned(line) })).filter(({ text }) => text !== '');
  const own = withoutPage(clean, tell);
  const language = languageOf(own.map(({ text }) => text).join('\n'));
  const mended = language === 'ky' ? mendLetters(own, tell) : own;
  return { language, lines: joinBroken(mended, tell) };
}

/** The lines of the act without those of the page around it. A sentence may go on past the number of a printed page. */
function withoutPage(lines: readonly OfficialLine[], tell: Tell): readonly OfficialLine[] {
  const own: OfficialLine[] = [];
  for (const line of lines) {
    const isNumber = isPageNumber(line);
    if (!isNumber && !isChrome(line.text)) {
      own.push(line);
      continue;
    }
    tell({ code: 'import.page-left-out', severity: 'note', params: { text: line.text } });
    const last = own.at(-1);
    if (isNumber && last && !last.row) own[own.length - 1] = { ...last, wrapped: true };
  }
  return own;
}

function cleaned({ text, row }: OfficialLine): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\u00ad(?=\S)/g, '')
    .replace(/\u00ad/g, '-');
  const cells = row ? plain.split('\t') : [plain];
  const tidy = cells.map((cell) =>
    cell
      .replace(/[\u2010\u2011]/g, '-')
      .replace(/\s+/gu, ' ')
      .trim(),
  );
  return tidy.every((cell) => cell === '') ? '' : tidy.join('\t');
}

function mendLetters(lines: readonly OfficialLine[], tell: Tell): readonly OfficialLine[] {
  let count = 0;
  const mended = lines.map((line) => {
    const repaired = repairOldLetters(line.text);
    count += repaired.count;
    return { ...line, text: repaired.text };
  });
  if (count > 0) tell({ code: 'import.letters-repaired', severity: 'note', params: { count } });
  return mended;
}

const sentenceEnd = /[.;:!?)»”"]$/u;
/** Small letters that begin an item of a list and not the rest of a sentence. */
const item = /^(?:\p{Ll}[).]|[-–—•])\s/u;

function joinBroken(lines: readonly OfficialLine[], tell: Tell): readonly OfficialLine[] {
  const joined: OfficialLine[] = [];
  let compounds: ReadonlySet<string> | undefined;
  const counts = { words: 0, lines: 0 };
  for (const line of lines) {
    const previous = joined.at(-1);
    const how = previous && joinOf(previous, line);
    if (!previous || !how) {
      joined.push(line);
      continue;
    }
    counts[how === 'word' ? 'words' : 'lines'] += 1;
    if (how === 'word') compounds ??= compoundsIn(lines);
    const text =
      compounds && how === 'word' ? joinWord(previous.text, line.text, compounds) : `${previous.text} ${line.text}`;
    joined[joined.length - 1] = withText({ ...line, ...(previous.bold ? { bold: true } : {}) }, text, previous);
  }
  if (counts.words > 0) tell({ code: 'import.words-joined', severity: 'note', params: { count: counts.words } });
  if (counts.lines > 0) tell({ code: 'import.lines-joined', severity: 'note', params: { count: counts.lines } });
  return joined;
}

/** The words with a hyphen inside that stand whole on a line, in small letters. */
function compoundsIn(lines: readonly OfficialLine[]): ReadonlySet<string> {
  const words = lines.flatMap(({ text }) => text.match(/(?<!\p{L})\p{L}+-\p{L}+/gu) ?? []);
  return new Set(words.map((word) => word.toLowerCase()));
}

/** The joined line is bold and centred as its beginning was, and broken as its end is. */
function withText(line: OfficialLine, text: string, first: OfficialLine): OfficialLine {
  const { bold: _bold, centered: _centered, ...rest } = line;
  return { ...rest, text, ...(first.bold ? { bold: true } : {}), ...(first.centered ? { centered: true } : {}) };
}

function joinOf(previous: OfficialLine, line: OfficialLine): 'word' | 'line' | undefined {
  if (previous.row || line.row || previous.footnote !== line.footnote || !/^\p{Ll}/u.test(line.text)) return undefined;
  if (item.test(line.text)) return undefined;
  if (/\p{L}-$/u.test(previous.text)) return 'word';
  return previous.wrapped && !sentenceEnd.test(previous.text) ? 'line' : undefined;
}

/** толук-/тоо is one word; Уголовно-/процессуальный keeps its hyphen if the text has the compound elsewhere. */
function joinWord(before: string, after: string, compounds: ReadonlySet<string>): string {
  const left = before.match(/(?<!\p{L})\p{L}+-$/u)?.[0] ?? '';
  const right = after.match(/^\p{L}+/u)?.[0] ?? '';
  return compounds.has((left + right).toLowerCase()) ? before + after : before.slice(0, -1) + after;
}
