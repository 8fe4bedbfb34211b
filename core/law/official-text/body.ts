import type { Language } from '../../base/language.ts';
import { endsArticle, endsWithName, isName, isNote, isSignature, officer } from './closing-lines.ts';
import { stampGoesOn } from './header-lines.ts';
import { bareHeadingAt, headingAt, itemAt, type Marked } from './headings.ts';
import type { OfficialKind, OfficialLine, OfficialUnit, Tell } from './types.ts';

/** What the units so far say of the next line. */
interface BodyState {
  readonly language: Language;
  readonly tell: Tell;
  readonly units: OfficialUnit[];
  readonly lines: readonly OfficialLine[];
  /** By-laws and most annexes have no articles: their 1. is a point. */
  hasArticles: boolean;
  at: number;
}

/** Turns the lines from the first provision on into units; every line ends in a unit. */
export function readBody(lines: readonly OfficialLine[], language: Language, tell: Tell): readonly OfficialUnit[] {
  const state: BodyState = { language, tell, units: [], lines, hasArticles: hasArticles(lines, language), at: 0 };
  while (state.at < lines.length) readLine(state);
  return state.units;
}

/** Whether the text, or the annex that begins it, has articles before its next annex. */
function hasArticles(lines: readonly OfficialLine[], language: Language): boolean {
  for (const [i, { text }] of lines.entries()) {
    const kind = headingAt(text.split('\t')[0] ?? '', language)?.kind;
    if (kind === 'article') return true;
    if (kind === 'annex' && i > 0) return false;
  }
  return false;
}

function readLine(state: BodyState): void {
  const line = state.lines[state.at];
  if (!line) return;
  const quoted = line.row || line.footnote ? 0 : quotedLength(state);
  const bare = state.hasArticles ? undefined : (bareHeadingAt(line.text) ?? countedHeading(state));
  const heading = line.footnote
    ? undefined
    : line.row
      ? boxedHeading(state)
      : (headingAt(line.text, state.language) ?? stampedAnnex(state) ?? bare);
  if (quoted > 0) addQuoted(state, quoted);
  else if (heading) addHeading(state, heading, line);
  else add(state, plainUnit(state, line));
}

/** 1. Жалпы жоболор / 1. …: a by-law's chapter counted like its points: its number goes on from the last chapter, not from the last point. */
function countedHeading({ units, lines, at }: BodyState): Marked | undefined {
  const text = lines[at]?.text ?? '';
  const item = text.length < 200 && !/[.;:,]$/u.test(text) ? itemAt(text) : undefined;
  const after = itemAt(lines[at + 1]?.text ?? '');
  if (item?.kind !== 'part' || !item.label.endsWith('.') || after?.kind !== 'part') return undefined;
  const begun = units.findLastIndex(({ kind }) => kind === 'annex') + 1;
  const within = units.slice(begun);
  const chapters = within.filter(({ kind }) => kind === 'chapter').length;
  const lastPoint = within.findLast(({ kind, label }) => kind === 'point' && label.endsWith('.'))?.number ?? '0';
  const goesOn = Number(item.number) === Number(lastPoint) + 1;
  const counts = Number(item.number) === chapters + 1;
  return counts && (!goesOn || after.number === item.number) ? { ...item, kind: 'chapter', guessed: true } : undefined;
}

/** Утверждена / приказом …, under the signature: what the act approves begins, though no word says that it is an annex. */
function stampedAnnex(state: BodyState): Marked | undefined {
  const text = state.lines[state.at]?.text ?? '';
  if (!isSigned(state) || !/^(?:Утвержд[её]н[аоы]?|Бекитилген|Approved)(?!\p{L})/iu.test(text)) return undefined;
  return { kind: 'annex', label: text, rest: '', guessed: true };
}

const aboveAnnex = /^(?:Кыргыз|КР(?!\p{L})|Министр|Өкмөт|Жогорку|Президент|от\s|к\s|\d{4}\s?-?\s?ж|№|N\s?\d)/iu;

/** Кыргыз Республикасынын / Министрлер Кабинетинин / … № 962 токтомуна / ТИРКЕМЕ: the lines above the word. */
function isAboveAnnex({ lines, at, language, units }: BodyState): boolean {
  if (!aboveAnnex.test(lines[at]?.text ?? '') || !units.some(({ kind }) => kind === 'signature')) return false;
  for (let ahead = 0; ahead <= 6; ahead += 1) {
    const text = lines[at + ahead]?.text ?? '';
    if (ahead > 0 && headingAt(text, language)?.kind === 'annex') return isOwned(lines.slice(at, at + ahead));
    if (text.length > 100 || !aboveAnnex.test(text)) return false;
  }
  return false;
}

function isOwned(lines: readonly OfficialLine[]): boolean {
  return lines.some(({ text }) => /(?:токтомун|буйругун|жарлыгын|мыйзамын)а(?!\p{L})/iu.test(text));
}

/** A heading laid out as a table: its label in the first cell, its words in the second. */
function boxedHeading({ lines, at, language }: BodyState): Marked | undefined {
  const cells = (lines[at]?.text ?? '').split('\t').filter((cell) => cell !== '');
  const marked = cells.length <= 2 ? headingAt(cells[0] ?? '', language) : undefined;
  if (marked?.rest !== '') return undefined;
  return { ...marked, rest: cells[1] ?? '' };
}

function plainUnit(state: BodyState, { text, row, footnote }: OfficialLine): Omit<OfficialUnit, 'id'> {
  if (isAboveAnnex(state)) return { kind: 'note', label: '', text };
  if (state.units.length > 0 && isOfSignature(state, text)) return { kind: 'signature', label: '', text };
  if (row) return { kind: 'row', label: '', text };
  if (footnote) return { kind: 'footnote', label: '', text };
  if (isNote(text) || isAnnexStamp(state, text)) return { kind: 'note', label: '', text };
  const item = itemAt(text);
  return item ? unitOf(item, state) : { kind: 'paragraph', label: '', text };
}

function add(state: BodyState, unit: Omit<OfficialUnit, 'id'>, count = 1): void {
  state.units.push({ id: `u${state.units.length + 1}`, ...unit });
  state.at += count;
}

function unitOf({ kind, label, number, rest }: Marked, state: BodyState): Omit<OfficialUnit, 'id'> {
  const { hasArticles } = state;
  const named = label.startsWith('(') && kind === 'part' && isInPart(state) ? 'point' : kind;
  const own: OfficialKind = named === 'part' && !hasArticles ? (number?.includes('.') ? 'subpoint' : 'point') : named;
  const inner: OfficialKind = named === 'point' && !hasArticles ? 'subpoint' : own;
  return { kind: inner, label, ...(number === undefined ? {} : { number }), text: rest };
}

/** 1. …: (1) …; (2) …: what stands in brackets under a full stop is the level below it. */
function isInPart({ units }: BodyState): boolean {
  for (let at = units.length - 1; at >= 0; at -= 1) {
    const { kind, label } = units[at] ?? { kind: 'article', label: '' };
    if (kind === 'part' || (kind === 'point' && label.endsWith('.'))) return label.endsWith('.');
    if (kind === 'article' || kind === 'chapter' || kind === 'annex') return false;
  }
  return false;
}

const longestQuote = 400;

/** An amending law quotes whole articles: «172-2-берене. … ». How many lines the quotation runs; 0 when the line begins none. */
function quotedLength({ lines, at, language }: BodyState): number {
  const text = lines[at]?.text ?? '';
  const inner = /^[«"“„]\s*(.+)$/u.exec(text)?.[1];
  if (inner === undefined || (!headingAt(inner, language) && !itemAt(inner))) return 0;
  const until = Math.min(lines.length, at + longestQuote);
  for (let i = at; i < until; i += 1) {
    if (/[»"”]\s*[.;,]?$/u.test(lines[i]?.text ?? '')) return i - at + 1;
  }
  return 0;
}

function addQuoted(state: BodyState, count: number): void {
  for (let i = 0; i < count; i += 1) {
    add(state, { kind: 'paragraph', label: '', text: state.lines[state.at]?.text ?? '', quoted: true });
  }
}

function addHeading(state: BodyState, marked: Marked, line: OfficialLine): void {
  const { kind, label, number, rest, guessed } = marked;
  if (kind === 'annex') state.hasArticles = hasArticles(state.lines.slice(state.at), state.language);
  const isOfAct = kind === 'annex' && /^(?:к|to)\s/u.test(rest);
  const isEnd = kind === 'article' && isNote(rest, true);
  const own = rest === '' || isOfAct ? headingBelow(state, kind) : { heading: rest, count: 1, guessed: false };
  const isText = isOfAct || isEnd || (kind === 'article' && rest !== '' && readsAsText(state, line, rest));
  const more = rest === '' || isText ? 0 : continuation(state, line);
  const tail = state.lines.slice(state.at + 1, state.at + 1 + more).map(({ text }) => text);
  const heading = isText && !isOfAct ? undefined : [own?.heading, ...tail].filter(Boolean).join(' ');
  const named = { kind, label, ...(number === undefined ? {} : { number }) };
  add(state, { ...named, ...(heading ? { heading } : {}), text: isText ? rest : '' }, (own?.count ?? 1) + more);
  const unit = state.units.at(-1)?.id ?? '';
  if (guessed)
    state.tell({ code: 'import.label-guessed', severity: 'warning', place: { unit }, params: { text: label } });
  if (own?.guessed || (isText && !isOfAct && !isEnd)) {
    state.tell({
      code: 'import.heading-guessed',
      severity: 'note',
      place: { unit },
      params: { text: heading ?? rest },
    });
  }
}

/** Old articles have no heading: «Статья 3. Кызматкер укуктуу.» A heading has no full stop, and something follows it. */
function readsAsText(state: BodyState, line: OfficialLine, rest: string): boolean {
  if (/[;:,]$/u.test(rest)) return true;
  if (line.bold || !/\.$/u.test(rest)) return false;
  const next = state.lines[state.at + 1];
  return (
    rest.length > 120 ||
    next === undefined ||
    endsArticle(next.text) ||
    headingAt(next.text, state.language) !== undefined
  );
}

/** The heading on the line below its label, where the line looks like one. */
function headingBelow(
  state: BodyState,
  kind: OfficialKind,
): { readonly heading: string; readonly count: number; readonly guessed: boolean } | undefined {
  const next = state.lines[state.at + 1];
  if (!next || next.row || next.footnote || next.text.length > 400) return undefined;
  if (headingAt(next.text, state.language) || itemAt(next.text) || isNote(next.text)) return undefined;
  if (kind === 'annex' && (stampWord.test(next.text) || ownerGoesOn.test(next.text))) return undefined;
  const stands = next.bold === true || next.centered === true || next.text === next.text.toUpperCase();
  const loose = !/[.;:,]$/u.test(next.text) && /^\p{Lu}/u.test(next.text) && next.text.length < 250;
  if (!stands && (!loose || (kind === 'article' && isLast(state)))) return undefined;
  const more = stands ? continuation({ ...state, at: state.at + 1 }, next) : 0;
  const tail = state.lines.slice(state.at + 2, state.at + 2 + more).map(({ text }) => text);
  return { heading: [next.text, ...tail].join(' '), count: 2 + more, guessed: !stands };
}

/** An article whose only line this is has a text and no heading. */
function isLast(state: BodyState): boolean {
  const after = state.lines[state.at + 2];
  return after === undefined || headingAt(after.text, state.language) !== undefined;
}

/** How many lines a heading goes on for: in the same look, with a small letter, or in capitals. */
function continuation({ lines, at, language }: BodyState, first: OfficialLine): number {
  let count = 0;
  while (count < 4) {
    const next = lines[at + 1 + count];
    if (!next || next.row || next.footnote || next.text.length > 300) break;
    if (headingAt(next.text, language) || itemAt(next.text) || isNote(next.text) || next.text.startsWith('§')) break;
    if (/[.;:]$/u.test(next.text) && /\p{Ll}/u.test(next.text)) break;
    const sameLook = (first.bold && next.bold) || (first.centered && next.centered);
    const isCapitals = first.text === first.text.toUpperCase() && next.text === next.text.toUpperCase();
    if (!(sameLook && /^\p{Ll}/u.test(next.text)) && !(first.centered && sameLook) && !isCapitals) break;
    count += 1;
  }
  return count;
}

function isSigned({ units }: BodyState): boolean {
  return units.at(-1)?.kind === 'signature';
}

/** A signature may be broken: the office over two lines and the name on the last of them, or on one of its own. */
function isOfSignature(state: BodyState, text: string): boolean {
  if (isSignature(text)) return true;
  if (isSigned(state)) return endsWithName(text) || statesOffice.test(text);
  const next = [1, 2].map((ahead) => state.lines[state.at + ahead]?.text ?? '');
  if (officer.test(text) && text.length < 80 && isName(next[0] ?? '')) return true;
  if (stateAlone.test(text)) return officeAlone.test(next[0] ?? '');
  if (!/^(?:Президент|President)$/iu.test(text)) return false;
  return /^(?:Кыргызской|of\s+the\s+Kyrgyz)/iu.test(next[0] ?? '');
}

/** Кыргыз Республикасынын / Президенти … : the first line of a Kyrgyz signature is the state, the second the office. */
const stateAlone = /^Кыргыз\s+Республикасынын$/iu;
const officeAlone =
  /^(?:Президенти|Премьер-министри|Жогорку\s+Кеңешинин\s+Төрагасы)(?:$|\s+(?:\p{Lu}\.\s?){1,2}\p{Lu})/iu;
/** The rest of an office that the line before began. */
const statesOffice =
  /^(?:(?:Президенти|Премьер-министри)(?:$|\s)|Кыргызской\s+Республики$|of\s+the\s+Kyrgyz\s+Republic$)/iu;

/** Утвержден / постановлением … : the stamp of an annex, under its word and above its title. */
function isAnnexStamp({ units }: BodyState, text: string): boolean {
  const last = units.at(-1);
  if (last?.kind === 'annex' && /^(?:к|to)\s/u.test(last.text) && ownerGoesOn.test(text)) return true;
  if (last?.kind === 'annex' && last.heading === undefined)
    return stampWord.test(text) || (isApproval(last.label) && stampGoesOn.test(text));
  const stamped = units.at(units.findLastIndex(({ kind }) => kind !== 'note'));
  if (last?.kind === 'note' && stamped?.kind === 'annex' && isApproval(stamped.label))
    return text.length < 120 && stampGoesOn.test(text);
  const isUnder = last?.kind === 'note' && stampWord.test(last.text) && units.at(-2)?.kind === 'annex';
  return isUnder && text.length < 200 && /№|N\s?\d/u.test(text) && !/№|N\s?\d/u.test(last.text);
}

/** к постановлению Кабинета Министров / Кыргызской Республики / от … № …: the rest of whose annex it is. */
const ownerGoesOn = /^(?:Кыргызской\s+Республики(?:\s+от\s|$)|от\s+\d)/iu;

function isApproval(label: string): boolean {
  return /^(?:Утвержд|Бекитил|Approved)/iu.test(label);
}

const stampWord = /^(?:Утвержд[её]н|к\s+(?:постановлению|Закону|приказу)|Approved)|бекитилген/iu;
